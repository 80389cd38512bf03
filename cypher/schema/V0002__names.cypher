// Names: exact, by part (CONTAINS, ENDS WITH), and as a search for words.
CREATE RANGE INDEX polgraph_entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name);
CREATE TEXT INDEX polgraph_entity_name_text IF NOT EXISTS FOR (e:Entity) ON (e.name);
CREATE FULLTEXT INDEX polgraph_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.aliases];
