// Best paths: the k best attested ways of at most three steps
//
// The shortest ways first; among ways of the same length those that rest on most claims. Ask path, or path-
// avoiding, for the sentences.
//
// family: paths
// parameters:
//   a: {type: entity, option: from, example: Elon Musk, help: where the way begins}
//   b: {type: entity, option: to, example: Dmitry Peskov, help: where it ends}
//   k: {type: integer, default: 5, example: 5, help: how many ways}
// columns:
//   hops: "integer: how many steps the way has"
//   way: "list of strings: the names on the way"
//   total: "integer: how many claims say so"
//   way_ids: "list of strings: their ids"

// The walk sets out from the end with fewer neighbours, and takes a third step only where too few ways have two.
CALL {
  MATCH (a:Entity {id: $a})--(x:Entity)
  WHERE $a <> $b AND NOT x.id IN [$a, $b]
  WITH DISTINCT x.id AS x_id
  ORDER BY x_id
  WITH collect(x_id) AS near_a
  RETURN near_a
}
CALL {
  MATCH (b:Entity {id: $b})--(y:Entity)
  WHERE $a <> $b AND NOT y.id IN [$a, $b]
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS near_b
  RETURN near_b
}
WITH size(near_a) <= size(near_b) AS forward, near_a, near_b
WITH forward, CASE WHEN forward THEN near_a ELSE near_b END AS firsts,
     CASE WHEN forward THEN near_b ELSE near_a END AS lasts
// asked first: forward, firsts, lasts
CALL {
  WITH firsts, lasts
  UNWIND firsts AS x_id
  WITH x_id
  WHERE x_id IN lasts
  WITH x_id
  ORDER BY x_id
  WITH collect(x_id) AS shared
  RETURN shared
}
// asked first: shared
CALL {
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE a.id <> b.id AND (a)--(b)
  RETURN [a.id, b.id] AS way_ids, [a.name, b.name] AS way, COUNT { (a)--(b) } AS total
  UNION ALL
  WITH shared
  UNWIND [$a, $b] AS end_id
  MATCH (e:Entity {id: end_id})-[r]-(x:Entity)
  WHERE x.id IN shared
  WITH x.id AS x_id, count(r) AS total
  MATCH (x:Entity {id: x_id})
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN [a.id, x_id, b.id] AS way_ids, [a.name, x.name, b.name] AS way, total
  UNION ALL
  WITH forward, firsts, lasts, shared
  UNWIND CASE WHEN size(shared) < $k THEN firsts ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})-[r]-(y:Entity)
  WHERE y.id IN lasts AND y.id <> x_id
  WITH forward AS along, x_id, y.id AS y_id, count(r) AS between
  ORDER BY y_id
  WITH along, x_id, collect([y_id, between]) AS steps, CASE WHEN along THEN $a ELSE $b END AS near_id
  MATCH (x:Entity {id: x_id})
  MATCH (near:Entity {id: near_id})
  WITH along, x_id, x.name AS x_name, COUNT { (x)--(near) } AS to_x, steps
  UNWIND steps AS step
  WITH along, x_id, x_name, step[0] AS y_id, to_x + step[1] AS to_y
  ORDER BY x_id
  WITH along, y_id, collect([x_id, x_name, to_y]) AS steps, CASE WHEN along THEN $b ELSE $a END AS far_id
  MATCH (y:Entity {id: y_id})
  MATCH (far:Entity {id: far_id})
  WITH along, y_id, y.name AS y_name, COUNT { (y)--(far) } AS to_far, steps
  UNWIND steps AS step
  WITH along, y_id, y_name, step[0] AS x_id, step[1] AS x_name, to_far + step[2] AS total
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN CASE WHEN along THEN [a.id, x_id, y_id, b.id] ELSE [a.id, y_id, x_id, b.id] END AS way_ids,
         CASE WHEN along THEN [a.name, x_name, y_name, b.name] ELSE [a.name, y_name, x_name, b.name] END AS way, total
}
RETURN size(way_ids) - 1 AS hops, way, total, way_ids
ORDER BY hops, total DESC, way, way_ids
LIMIT $k
