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
MATCH (a:Entity {id: $a})-[r1]-(n:Entity)
WHERE NOT n.id IN [$a, $b]
WITH n, r1
ORDER BY r1.id
WITH n, collect(r1.id) AS there
MATCH (n)-[r2]-(b:Entity {id: $b})
WITH n, there, r2
ORDER BY r2.id
WITH n.name AS neighbour, n.id AS neighbour_id, there, collect(r2.id) AS back
RETURN neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total, neighbour_id,
       there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id
