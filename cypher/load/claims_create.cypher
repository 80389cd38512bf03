// For claims that the database did not hold when the load began.
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
CREATE (s)-[r:RELATION]->(o)
SET r = row.properties
