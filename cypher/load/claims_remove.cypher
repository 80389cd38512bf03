UNWIND $rows AS row
MATCH ()-[r:RELATION {id: row.id}]->()
WHERE r._digest IS NOT NULL
DELETE r
