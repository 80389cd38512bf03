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
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH COUNT { (a)--() } <= COUNT { (b)--() } AS a_is_less
WITH a_is_less, CASE WHEN a_is_less THEN $a ELSE $b END AS less, CASE WHEN a_is_less THEN $b ELSE $a END AS more
MATCH (x:Entity {id: less})-[r]-(n:Entity)
WHERE NOT n.id IN [$a, $b]
WITH a_is_less, more, n.id AS neighbour_id, r.id AS claim
ORDER BY claim
WITH a_is_less, more, neighbour_id, collect(claim) AS to_less
MATCH (n:Entity {id: neighbour_id})
MATCH (y:Entity {id: more})
MATCH (n)-[r]-(y)
WITH a_is_less, n.name AS neighbour, neighbour_id, to_less, r.id AS claim
ORDER BY claim
WITH a_is_less, neighbour, neighbour_id, to_less, collect(claim) AS to_more
WITH neighbour, neighbour_id, CASE WHEN a_is_less THEN to_less ELSE to_more END AS there,
     CASE WHEN a_is_less THEN to_more ELSE to_less END AS back
RETURN neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total, neighbour_id,
       there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id, to_one, to_other, claims
