// Triangles: who around an entity stand next to each other
//
// Pairs of neighbours of the entity that are joined themselves, with the balance of each side: below zero hostile
// claims prevail, above zero friendly ones.
//
// family: structure
// parameters:
//   entity: {type: entity, example: Elon Musk, help: the corner to start from}
// columns:
//   one: "string: one neighbour"
//   other: "string: another neighbour"
//   to_one: "integer: sum of the signs between the entity and the one"
//   to_other: "integer: sum of the signs between the entity and the other"
//   between: "integer: sum of the signs between the two"
//   total: "integer: how many claims say so"
//   one_id: "string: id of the one"
//   other_id: "string: id of the other"
MATCH (e:Entity {id: $entity})-[r1]-(x:Entity)
WHERE x.id <> $entity
WITH e, x, sum(r1.sign) AS to_one, count(r1) AS n1
MATCH (x)-[r2]-(y:Entity)
WHERE x.id < y.id AND y.id <> $entity AND (y)--(e)
WITH e, x, y, to_one, n1, sum(r2.sign) AS between, count(r2) AS n2
MATCH (y)-[r3]-(e)
WITH x, y, to_one, n1, between, n2, sum(r3.sign) AS to_other, count(r3) AS n3
RETURN x.name AS one, y.name AS other, to_one, to_other, between, n1 + n2 + n3 AS total, x.id AS one_id, y.id AS other_id
ORDER BY total DESC, one, other, one_id, other_id
