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

// A claim between two neighbours is found from the end with few claims; only where both have many are pairs tried.
CALL {
  MATCH (e:Entity {id: $entity})--(x:Entity)
  WITH count(DISTINCT x.id) AS few
  MATCH (e:Entity {id: $entity})-[r]-(x:Entity)
  WHERE x.id <> $entity
  WITH few, x.id AS x_id, sum(r.sign) AS to_x, count(r) AS n_x
  MATCH (x:Entity {id: x_id})
  WITH few, x_id, to_x, n_x, COUNT { (x)--() } AS degree
  ORDER BY x_id
  WHERE degree > few + 20
  WITH collect([x_id, to_x, n_x, degree]) AS many
  UNWIND many AS one
  UNWIND many AS other
  WITH one[0] AS x_id, one[1] AS to_x, other[0] AS y_id, other[1] AS to_y, one[2] + other[2] AS n, one[3] AS d_x,
       other[3] AS d_y
  WHERE d_x < d_y OR d_x = d_y AND x_id < y_id
  MATCH (x:Entity {id: x_id})
  MATCH (y:Entity {id: y_id})
  MATCH (x)-[r]-(y)
  WITH x_id, y_id, to_x, to_y, n, sum(r.sign) AS between, count(r) AS n_between
  RETURN x_id, y_id, to_x, to_y, between, n + n_between AS total
  UNION ALL
  MATCH (e:Entity {id: $entity})--(x:Entity)
  WITH count(DISTINCT x.id) AS few
  CALL {
    MATCH (e:Entity {id: $entity})-[r]-(x:Entity)
    WHERE x.id <> $entity
    WITH x.id AS x_id, sum(r.sign) AS to_x, count(r) AS n_x
    RETURN x_id, to_x, n_x
    UNION ALL
    MATCH (e:Entity {id: $entity})
    RETURN e.id AS x_id, null AS to_x, null AS n_x
  }
  MATCH (x:Entity {id: x_id})
  WHERE x.id = $entity OR COUNT { (x)--() } <= few + 20
  MATCH (x)-[r]-(y:Entity)
  WHERE y.id <> $entity
  WITH few, y.id AS y_id, x_id, to_x, n_x, r.sign AS sign
  ORDER BY x_id
  WITH few, y_id, collect([x_id, to_x, n_x, sign]) AS sides, count(to_x) AS others,
       sum(CASE WHEN to_x IS NULL THEN sign ELSE 0 END) AS to_y
  WHERE others > 0 AND others < size(sides)
  MATCH (y:Entity {id: y_id})
  WITH y_id, to_y, size(sides) - others AS n_y, sides, COUNT { (y)--() } <= few + 20 AS from_both
  UNWIND sides AS side
  WITH y_id, to_y, n_y, side[0] AS x_id, side[1] AS to_x, side[2] AS n_x, side[3] AS sign, from_both
  WHERE to_x IS NOT NULL AND (x_id < y_id OR NOT from_both)
  WITH x_id, y_id, to_x, to_y, n_x + n_y AS n, sum(sign) AS between, count(sign) AS n_between
  RETURN x_id, y_id, to_x, to_y, between, n + n_between AS total
}
WITH x_id < y_id AS in_order, x_id, y_id, to_x, to_y, between, total
WITH CASE WHEN in_order THEN x_id ELSE y_id END AS one_id, CASE WHEN in_order THEN y_id ELSE x_id END AS other_id,
     CASE WHEN in_order THEN to_x ELSE to_y END AS to_one, CASE WHEN in_order THEN to_y ELSE to_x END AS to_other,
     between, total
MATCH (x:Entity {id: one_id})
MATCH (y:Entity {id: other_id})
RETURN x.name AS one, y.name AS other, to_one, to_other, between, total, one_id, other_id
ORDER BY total DESC, one, other, one_id, other_id
