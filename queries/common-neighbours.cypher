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
UNWIND [$a, $b] AS end_id
MATCH (e:Entity {id: end_id})-[r]-(n:Entity)
WHERE $a <> $b AND NOT n.id IN [$a, $b]
WITH n, r, end_id = $a AS to_a
ORDER BY r.id
WITH n.name AS neighbour, n.id AS neighbour_id, collect(CASE WHEN to_a THEN r.id END) AS there,
     collect(CASE WHEN NOT to_a THEN r.id END) AS back
WHERE size(there) > 0 AND size(back) > 0
RETURN neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total, neighbour_id,
       there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id
