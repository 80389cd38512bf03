// All shortest paths: every shortest way from one entity to another
//
// All ways of the smallest number of steps (at most six), those that rest on most claims first.
//
// family: paths
// parameters:
//   a: {type: entity, option: from, example: Elon Musk, help: where the way begins}
//   b: {type: entity, option: to, example: Dmitry Peskov, help: where it ends}
// columns:
//   hops: "integer: how many steps the way has"
//   way: "list of strings: the names on the way"
//   total: "integer: how many claims say so"
//   way_ids: "list of strings: their ids"
//   claims: "list of strings: ids of the claims"

// The shortest way tells how many steps there are. Rings of neighbours around both ends lead to its middle step, and
// from there the ways lead back to the ends; none is made that does not arrive. The smaller rings are the ones listed.
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH a, b
MATCH p = shortestPath((a)-[:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO
                              |ALLIED_WITH|FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH
                              |SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED
                              |CRITICIZED|REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST
                              |THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED
                              |EXPELLED|DISMISSED|LEFT|MOBILIZED_AGAINST|ATTACKED*1..6]-(b))
WITH a, b, length(p) AS steps
WITH steps, steps = 1 OR (steps = 2) <> (COUNT { (a)--() } <= COUNT { (b)--() }) AS forward
WITH steps, forward,
     CASE WHEN forward THEN $a ELSE $b END AS near, CASE WHEN forward THEN $b ELSE $a END AS far
CALL {
  WITH steps, near
  UNWIND CASE WHEN steps > 2 THEN [near] ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS near_1
  RETURN near_1
}
CALL {
  WITH steps, far
  UNWIND CASE WHEN steps > 1 THEN [far] ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS far_1
  RETURN far_1
}
CALL {
  WITH steps, near_1
  UNWIND CASE WHEN steps > 4 THEN near_1 ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS near_2
  RETURN near_2
}
CALL {
  WITH steps, far_1
  UNWIND CASE WHEN steps > 3 THEN far_1 ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS far_2
  RETURN far_2
}
CALL {
  WITH steps, far_2
  UNWIND CASE WHEN steps > 5 THEN far_2 ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS far_3
  RETURN far_3
}
WITH steps, forward, near, far,
     CASE WHEN steps < 3 THEN [near] WHEN steps < 5 THEN near_1 ELSE near_2 END AS sources,
     CASE WHEN steps = 1 THEN [far] WHEN steps < 4 THEN far_1 WHEN steps < 6 THEN far_2 ELSE far_3 END AS targets,
     CASE WHEN steps > 4 THEN near_1 ELSE [] END AS before_near,
     CASE WHEN steps > 3 THEN far_1 ELSE [] END AS before_far,
     CASE WHEN steps > 5 THEN far_2 ELSE [] END AS between
// asked first: steps, forward, near, far, sources, targets, before_near, before_far, between
UNWIND sources AS x_id
MATCH (x:Entity {id: x_id})--(y:Entity)
WHERE y.id IN targets
WITH DISTINCT steps, forward, near, far, before_near, before_far, between, x_id, y.id AS y_id,
     CASE WHEN steps > 4 THEN x_id END AS from_id
OPTIONAL MATCH (x:Entity {id: from_id})--(v:Entity)
WHERE v.id IN before_near
WITH DISTINCT steps, forward, near, far, before_far, between, v.id AS v_id, x_id, y_id,
     CASE WHEN steps > 5 THEN y_id END AS from_id
OPTIONAL MATCH (y:Entity {id: from_id})--(u:Entity)
WHERE u.id IN between
WITH DISTINCT steps, forward, near, far, before_far, v_id, x_id, y_id, u.id AS u_id,
     CASE WHEN steps > 5 THEN u.id WHEN steps > 3 THEN y_id END AS from_id
OPTIONAL MATCH (z:Entity {id: from_id})--(w:Entity)
WHERE w.id IN before_far
WITH DISTINCT steps, forward, near, far, v_id, x_id, y_id, u_id, w.id AS w_id
WITH forward,
     [near, v_id, CASE WHEN steps > 2 THEN x_id END, CASE WHEN steps > 1 THEN y_id END, u_id, w_id, far] AS ids
WITH forward, [id IN ids WHERE id IS NOT NULL] AS along
WITH CASE WHEN forward THEN along ELSE reverse(along) END AS way_ids
UNWIND range(0, size(way_ids) - 1) AS place
WITH way_ids, place, way_ids[place] AS n_id
MATCH (n:Entity {id: n_id})
WITH way_ids, place, n.name AS name
ORDER BY place
WITH way_ids, collect(name) AS way
UNWIND range(1, size(way_ids) - 1) AS step
WITH way_ids, way, way_ids[step - 1] AS x_id, way_ids[step] AS y_id
MATCH (x:Entity {id: x_id})
MATCH (y:Entity {id: y_id})
MATCH (x)-[r]-(y)
WITH way_ids, way, r.id AS claim
ORDER BY claim
WITH way_ids, way, collect(claim) AS claims
RETURN size(way_ids) - 1 AS hops, way, size(claims) AS total, way_ids, claims
ORDER BY total DESC, way, way_ids
