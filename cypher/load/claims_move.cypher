// For claims whose ends were merged, split or renamed: a relationship cannot change its ends, so it is made anew with
// all that it carries.
UNWIND $rows AS row
MATCH ()-[old:RELATION {id: row.id}]->()
WITH row, old, properties(old) AS carried
DELETE old
WITH row, carried
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
CREATE (s)-[r:RELATION]->(o)
SET r = carried
SET r += row.properties
