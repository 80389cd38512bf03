// Office changes: offices of one place that the articles give to several people
//
// For each institution or nation and office, all who are said to hold or have held it.
//
// family: people
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only offices in this institution or nation"}
// columns:
//   place: "string: institution or nation"
//   title: "string: the office, in lower case"
//   holders: "list of strings: the people"
//   total: "integer: how many claims say so"
//   place_id: "string: id of the place"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:HOLDS_OFFICE]->(o:Entity)
WHERE r.title IS NOT NULL AND r.modality <> 'negated' AND ($entity IS NULL OR o.id = $entity)
WITH s, r, o
ORDER BY s.name, s.id, r.id
WITH o.name AS place, o.id AS place_id, toLower(r.title) AS title, collect(DISTINCT s.id) AS people,
     collect(DISTINCT s.name) AS holders, collect(r.id) AS claims
WHERE size(people) > 1
RETURN place, title, holders, size(claims) AS total, place_id, claims
ORDER BY total DESC, place, title, place_id
