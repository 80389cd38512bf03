// Entities and documents are found by id, and there is one of each.
CREATE CONSTRAINT polgraph_entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT polgraph_document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;
