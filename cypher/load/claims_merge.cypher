// For claims that the database may hold between the same ends. What others wrote on them stays.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
MERGE (s)-[r:RELATION {id: row.id}]->(o)
SET r += row.properties
