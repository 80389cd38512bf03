// For claims that the database did not hold when the load began. A row is a list: the ids of subject and object, then
// the claim's id and its properties, which PROPERTIES names; null where there is none.
UNWIND $rows AS row
MATCH (s:Entity {id: row[0]})
MATCH (o:Entity {id: row[1]})
CREATE (s)-[:RELATION {PROPERTIES}]->(o)
