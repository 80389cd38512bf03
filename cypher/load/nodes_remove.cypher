// A node on which somebody hung data of their own is not deleted: it loses what polgraph gave it and becomes :Former.
UNWIND $rows AS row
MATCH (n:KIND {id: row.id})
WHERE n._digest IS NOT NULL
WITH n,
     COUNT { (n)--() } > 0
     OR any(key IN keys(n) WHERE NOT key IN $properties)
     OR any(label IN labels(n) WHERE NOT label IN $labels) AS used
FOREACH (_ IN CASE WHEN used THEN [] ELSE [1] END | DELETE n)
FOREACH (_ IN CASE WHEN used THEN [1] ELSE [] END |
  REMOVE n:LABELS
  SET n:Former, n += $cleared
)
