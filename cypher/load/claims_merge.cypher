// For claims that the database may hold between the same ends; rows as in claims_create. What others wrote on them
// stays.
UNWIND $rows AS row
MATCH (s:Entity {id: row[0]})
MATCH (o:Entity {id: row[1]})
MERGE (s)-[r:RELATION {id: row[2]}]->(o)
SET r += {PROPERTIES}
