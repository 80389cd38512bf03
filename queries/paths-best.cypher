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
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE a.id <> b.id AND (a)--(b)
  RETURN [a.id, b.id] AS way_ids, [a.name, b.name] AS way, COUNT { (a)--(b) } AS total
  UNION ALL
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE a.id <> b.id
  WITH COUNT { (a)--() } <= COUNT { (b)--() } AS forward
  WITH CASE WHEN forward THEN $a ELSE $b END AS near_id, CASE WHEN forward THEN $b ELSE $a END AS far_id
  MATCH (near:Entity {id: near_id})-[r]-(x:Entity)
  WHERE NOT x.id IN [$a, $b]
  WITH far_id, x.id AS x_id, count(r) AS claims
  MATCH (x:Entity {id: x_id})
  MATCH (far:Entity {id: far_id})
  WHERE (x)--(far)
  WITH x_id, x.name AS name, claims + COUNT { (x)--(far) } AS total
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN [a.id, x_id, b.id] AS way_ids, [a.name, name, b.name] AS way, total
  UNION ALL
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE a.id <> b.id
  WITH COUNT { (a)--() } <= COUNT { (b)--() } AS forward
  WITH forward, CASE WHEN forward THEN $a ELSE $b END AS near_id, CASE WHEN forward THEN $b ELSE $a END AS far_id
  MATCH (near:Entity {id: near_id})--(x:Entity)
  WHERE NOT x.id IN [$a, $b]
  WITH DISTINCT forward, near_id, far_id, x.id AS x_id
  MATCH (x:Entity {id: x_id})
  MATCH (far:Entity {id: far_id})
  WITH forward, near_id, far_id, sum(CASE WHEN COUNT { (x)--(far) } > 0 THEN 1 ELSE 0 END) AS shorter
  WHERE shorter < $k
  MATCH (near:Entity {id: near_id})-[r]-(x:Entity)
  WHERE NOT x.id IN [$a, $b]
  WITH forward, far_id, x.id AS x_id, x.name AS x_name, count(r) AS to_x
  MATCH (x:Entity {id: x_id})-[r]-(y:Entity)
  WHERE NOT y.id IN [$a, $b] AND y.id <> x_id
  WITH forward, far_id, y.id AS y_id, x_id, x_name, to_x
  ORDER BY x_id
  WITH forward, far_id, y_id, collect([x_id, x_name, to_x]) AS steps
  MATCH (y:Entity {id: y_id})
  MATCH (far:Entity {id: far_id})
  WHERE (y)--(far)
  WITH forward, y_id, y.name AS y_name, COUNT { (y)--(far) } AS to_far, steps
  UNWIND steps AS step
  WITH forward, y_id, y_name, step[0] AS x_id, step[1] AS x_name, to_far + step[2] AS to_ends, count(step) AS between
  MATCH (a:Entity {id: $a})
  MATCH (b:Entity {id: $b})
  RETURN CASE WHEN forward THEN [a.id, x_id, y_id, b.id] ELSE [a.id, y_id, x_id, b.id] END AS way_ids,
         CASE WHEN forward THEN [a.name, x_name, y_name, b.name] ELSE [a.name, y_name, x_name, b.name] END AS way,
         to_ends + between AS total
}
RETURN size(way_ids) - 1 AS hops, way, total, way_ids
ORDER BY hops, total DESC, way, way_ids
LIMIT $k
