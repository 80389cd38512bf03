// Common neighbours: who stands next to both of two entities
//
// Entities joined to both, those with most claims first.
//
// family: structure
// parameters:
//   a: {type: entity, option: one, example: Elon Musk, help: one entity}
//   b: {type: entity, option: other, example: Steve Bannon, help: the other entity}
// columns:
//   neighbour: "string: who stands next to both"
//   to_one: "integer: claims that join it to the one"
//   to_other: "integer: claims that join it to the other"
//   total: "integer: how many claims say so"
//   neighbour_id: "string: id of the neighbour"
//   claims: "list of strings: ids of the claims"

// The neighbours of the one with fewer claims are the list in which those of both are looked up.
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH CASE WHEN COUNT { (a)--() } < COUNT { (b)--() } THEN $a ELSE $b END AS less
MATCH (x:Entity {id: less})--(n:Entity)
WHERE n.id <> $a AND n.id <> $b
WITH DISTINCT n.id AS n_id
ORDER BY n_id
WITH collect(n_id) AS near, [$a, $b] AS both
// asked first: near, both
MATCH (s:Entity)-[r]-(t:Entity)
WHERE s.id IN both AND t.id IN near
WITH s.id = $a AS is_one, t.id AS neighbour_id, t.name AS neighbour, r.id AS claim
ORDER BY claim
WITH neighbour_id, neighbour, collect(CASE WHEN is_one THEN claim END) AS there,
     collect(CASE WHEN NOT is_one THEN claim END) AS back
WHERE size(there) > 0 AND size(back) > 0
RETURN neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total,
       neighbour_id, there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id, to_one, to_other, claims
