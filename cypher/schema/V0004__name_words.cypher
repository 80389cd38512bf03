// The folded words of an entity's names: who may be meant by a name that somebody typed (CONTAINS).
CREATE TEXT INDEX polgraph_entity_name_words IF NOT EXISTS FOR (e:Entity) ON (e._names);
