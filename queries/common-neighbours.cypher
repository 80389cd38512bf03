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
WITH CASE WHEN a_is_less THEN $a ELSE $b END AS less, CASE WHEN a_is_less THEN $b ELSE $a END AS more
MATCH (x:Entity {id: less})
MATCH (y:Entity {id: more})
MATCH (x)--(n:Entity)
WHERE NOT n.id IN [$a, $b] AND (n)--(y)
WITH DISTINCT n, x, y
MATCH (x)-[r1]-(n)
WITH n, x, y, r1
ORDER BY r1.id
WITH n, x, y, collect(r1.id) AS to_x
MATCH (y)-[r2]-(n)
WITH n, x, to_x, r2
ORDER BY r2.id
WITH n.name AS neighbour, n.id AS neighbour_id, x.id = $a AS x_is_a, to_x, collect(r2.id) AS to_y
WITH neighbour, neighbour_id, CASE WHEN x_is_a THEN to_x ELSE to_y END AS there,
     CASE WHEN x_is_a THEN to_y ELSE to_x END AS back
RETURN neighbour, size(there) AS to_one, size(back) AS to_other, size(there) + size(back) AS total, neighbour_id,
       there + back AS claims
ORDER BY total DESC, neighbour, neighbour_id, to_one, to_other, claims
