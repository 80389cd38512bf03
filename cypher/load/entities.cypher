// TYPE is one of the entity types; TYPES are all of them, as labels.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
REMOVE e:TYPES
SET e:TYPE
SET e += row.properties
