// For claims whose ends were merged, split or renamed: a relationship cannot change its ends, so it is made anew with
// all that it carries. Rows as in claims_create.
UNWIND $rows AS row
MATCH ()-[old:RELATION {id: row[2]}]->()
WITH row, old, properties(old) AS carried
DELETE old
WITH row, carried
MATCH (s:Entity {id: row[0]})
MATCH (o:Entity {id: row[1]})
CREATE (s)-[r:RELATION]->(o)
SET r = carried
SET r += {PROPERTIES}
