// What the canned queries filter entities and documents by.
CREATE RANGE INDEX polgraph_entity_country IF NOT EXISTS FOR (e:Entity) ON (e.country);
CREATE RANGE INDEX polgraph_document_published IF NOT EXISTS FOR (d:Document) ON (d.published);
CREATE RANGE INDEX polgraph_document_publisher IF NOT EXISTS FOR (d:Document) ON (d.publisher);
