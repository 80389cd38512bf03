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

// Where one has far fewer claims than the other, the walk sets out from its neighbours, or else from both.
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH COUNT { (a)--() } AS of_a, COUNT { (b)--() } AS of_b
WITH CASE WHEN of_a < of_b THEN $a ELSE $b END AS less, of_a > 30 * of_b OR of_b > 30 * of_a AS few
MATCH (x:Entity {id: less})--(n:Entity)
WHERE NOT n.id IN [$a, $b]
WITH DISTINCT few, n.id AS n_id
ORDER BY n_id
WITH few, collect(n_id) AS near
WITH CASE WHEN few THEN near ELSE [$a, $b] END AS sources, CASE WHEN few THEN [$a, $b] ELSE near END AS targets
// asked first: sources, targets
UNWIND sources AS start
MATCH (s:Entity {id: start})-[r]-(t:Entity)
WHERE t.id IN targets
WITH CASE WHEN s.id IN [$a, $b] THEN t.id ELSE s.id END AS neighbour_id,
     s.id = $a OR t.id = $a AS is_one, r.id AS claim
ORDER BY claim
WITH neighbour_id, collect(CASE WHEN is_one THEN claim END) AS there,
     collect(CASE WHEN NOT is_one THEN claim END) AS back
WHERE size(there) > 0 AND size(back) > 0
MATCH (n:Entity {id: neighbour_id})
RETURN n.name AS neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total,
       neighbour_id, there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id, to_one, to_other, claims
