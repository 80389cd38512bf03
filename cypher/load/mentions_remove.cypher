UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})-[m:MENTIONED_IN]->(d:Document {id: row.document})
DELETE m
