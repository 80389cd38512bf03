// Mutual accusations: who accuse each other
//
// Pairs that accuse or criticise each other in both directions.
//
// family: conflict
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity"}
// columns:
//   one: "string: one side"
//   other: "string: the other side"
//   by_one: "integer: claims against the other"
//   by_other: "integer: claims against the one"
//   total: "integer: how many claims say so"
//   one_id: "string: id of the one"
//   other_id: "string: id of the other"
//   claims: "list of strings: ids of the claims"
MATCH (x:Entity)-[r1:ACCUSED|CRITICIZED]->(y:Entity)
WHERE x.id < y.id AND r1.modality <> 'negated' AND ($entity IS NULL OR x.id = $entity OR y.id = $entity)
WITH x, y, r1
ORDER BY r1.id
WITH x, y, collect(r1.id) AS there
MATCH (y)-[r2:ACCUSED|CRITICIZED]->(x)
WHERE r2.modality <> 'negated'
WITH x, y, there, r2
ORDER BY r2.id
WITH x.name AS one, x.id AS one_id, y.name AS other, y.id AS other_id, there, collect(r2.id) AS back
RETURN one, other, size(there) AS by_one, size(back) AS by_other, size(there) + size(back) AS total, one_id, other_id,
       there + back AS claims
ORDER BY total DESC, one, other, one_id, other_id
