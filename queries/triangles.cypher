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

// A pair whose one is the entity tells how the other stands to it; those pairs go along until each side has its own.
MATCH (e:Entity {id: $entity})--(x:Entity)
WHERE x.id <> $entity
WITH DISTINCT x.id AS x_id
ORDER BY x_id
WITH collect(x_id) + [$entity] AS corners
// asked first: corners
MATCH (x:Entity)-[r]->(y:Entity)
WHERE x.id IN corners AND y.id IN corners
WITH x.id AS x_id, y.id AS y_id, sum(r.sign) AS balance, count(r) AS claims
WHERE x_id <> y_id
WITH CASE WHEN x_id < y_id THEN x_id ELSE y_id END AS low_id, CASE WHEN x_id < y_id THEN y_id ELSE x_id END AS high_id,
     balance, claims
WITH CASE WHEN low_id = $entity THEN high_id ELSE low_id END AS one_id,
     CASE WHEN low_id <> $entity AND high_id <> $entity THEN high_id END AS beyond,
     sum(balance) AS balance, sum(claims) AS claims
ORDER BY beyond
WITH one_id, collect([beyond, balance, claims]) AS sides,
     sum(CASE WHEN beyond IS NULL THEN balance ELSE 0 END) AS to_one,
     sum(CASE WHEN beyond IS NULL THEN claims ELSE 0 END) AS n_one
UNWIND sides AS side
WITH coalesce(side[0], one_id) AS other_id, one_id, to_one, n_one, side[1] AS between, side[2] AS n_between
ORDER BY one_id
WITH other_id, collect([one_id, to_one, between, n_one + n_between]) AS sides,
     sum(CASE WHEN one_id = other_id THEN to_one ELSE 0 END) AS to_other,
     sum(CASE WHEN one_id = other_id THEN n_one ELSE 0 END) AS n_other
MATCH (y:Entity {id: other_id})
WITH other_id, y.name AS other, to_other, n_other, sides
UNWIND sides AS side
WITH side[0] AS one_id, other_id, other, side[1] AS to_one, to_other, side[2] AS between, side[3] + n_other AS total
WHERE one_id <> other_id
MATCH (x:Entity {id: one_id})
RETURN x.name AS one, other, to_one, to_other, between, total, one_id, other_id
ORDER BY total DESC, one, other, one_id, other_id
