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

// The walk sets out from the end with fewer claims, and takes a third step only where too few ways have two.
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH COUNT { (a)--() } <= COUNT { (b)--() } AS forward
WITH forward, CASE WHEN forward THEN $a ELSE $b END AS near, CASE WHEN forward THEN $b ELSE $a END AS far
CALL {
  WITH near, far
  MATCH (n:Entity {id: near})--(x:Entity)
  WHERE NOT x.id IN [near, far]
  WITH DISTINCT x.id AS x_id
  ORDER BY x_id
  WITH collect(x_id) AS firsts
  RETURN firsts
}
// asked first: forward, near, far, firsts
CALL {
  WITH far, firsts
  MATCH (f:Entity {id: far})--(x:Entity)
  WHERE x.id IN firsts
  WITH DISTINCT x.id AS x_id
  ORDER BY x_id
  WITH collect(x_id) AS shared
  RETURN shared
}
CALL {
  WITH near, far, shared
  UNWIND CASE WHEN size(shared) < $k THEN [far] ELSE [] END AS far_id
  MATCH (f:Entity {id: far_id})--(y:Entity)
  WHERE NOT y.id IN [near, far_id]
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS lasts
  RETURN lasts
}
WITH forward, near, far, shared, CASE WHEN size(shared) < $k THEN firsts ELSE [] END AS begun, lasts
// asked first: shared, begun, lasts
CALL {
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE (a)--(b)
  RETURN [a.id, b.id] AS way_ids, [a.name, b.name] AS way, COUNT { (a)--(b) } AS total
  UNION ALL
  WITH shared
  UNWIND [$a, $b] AS end_id
  MATCH (e:Entity {id: end_id})-[r]-(x:Entity)
  WHERE x.id IN shared
  WITH x.id AS x_id, x.name AS x_name, count(r) AS total
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN [a.id, x_id, b.id] AS way_ids, [a.name, x_name, b.name] AS way, total
  UNION ALL
  WITH forward, near, far, begun, lasts
  MATCH (x:Entity)-[r]-(y:Entity)
  WHERE x.id IN begun AND y.id IN lasts
  WITH forward, near, far, x.id AS x_id, y.id AS y_id, count(r) AS between
  WHERE x_id <> y_id
  WITH forward, near, far, x_id, y_id, between
  ORDER BY y_id
  WITH forward, near, far, x_id, collect([y_id, between]) AS steps
  MATCH (x:Entity {id: x_id})
  MATCH (n:Entity {id: near})
  WITH forward, far, x_id, x.name AS x_name, COUNT { (x)--(n) } AS to_x, steps
  UNWIND steps AS step
  WITH forward, far, x_id, x_name, step[0] AS y_id, to_x + step[1] AS to_y
  ORDER BY x_id
  WITH forward, far, y_id, collect([x_id, x_name, to_y]) AS steps
  MATCH (y:Entity {id: y_id})
  MATCH (f:Entity {id: far})
  WITH forward, y_id, y.name AS y_name, COUNT { (y)--(f) } AS to_far, steps
  UNWIND steps AS step
  WITH forward, y_id, y_name, step[0] AS x_id, step[1] AS x_name, to_far + step[2] AS total
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN CASE WHEN forward THEN [a.id, x_id, y_id, b.id] ELSE [a.id, y_id, x_id, b.id] END AS way_ids,
         CASE WHEN forward THEN [a.name, x_name, y_name, b.name] ELSE [a.name, y_name, x_name, b.name] END AS way, total
}
RETURN size(way_ids) - 1 AS hops, way, total, way_ids
ORDER BY hops, total DESC, way, way_ids
LIMIT $k
