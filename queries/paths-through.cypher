// Paths through an entity: the shortest ways to somebody and on from there
//
// The shortest ways from one entity to the one in the middle (leg 1) and on to the other (leg 2), at most four
// steps each. The two legs are looked for apart, so both may pass the same entity.
//
// family: paths
// parameters:
//   a: {type: entity, option: from, example: Elon Musk, help: where the way begins}
//   b: {type: entity, option: to, example: Dmitry Peskov, help: where it ends}
//   through: {type: entity, example: Donald Trump, help: who must be on the way}
// columns:
//   leg: "integer: 1 to the middle, 2 on from there"
//   hops: "integer: how many steps the way has"
//   way: "list of strings: the names on the way"
//   total: "integer: how many claims say so"
//   way_ids: "list of strings: their ids"
//   claims: "list of strings: ids of the claims"

// Each leg as in paths-shortest: rings of neighbours around both ends lead to its middle step. In the lists of both legs
// the number of the leg stands before each id.
UNWIND [{leg: 1, x: $a, y: $through}, {leg: 2, x: $through, y: $b}] AS part
WITH part.leg AS leg, part.x AS x_id, part.y AS y_id
MATCH (x:Entity {id: x_id}), (y:Entity {id: y_id})
WHERE x.id <> y.id
WITH leg, x, y
MATCH p = shortestPath((x)-[:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH
                              |FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH|SUPPORTED|AIDED
                              |OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM
                              |URGED|CALLED_FOR_ACTION_AGAINST|THREATENED|PROTESTED_AGAINST|SANCTIONED
                              |INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT|MOBILIZED_AGAINST
                              |ATTACKED*1..4]-(y))
WITH leg, x, y, length(p) AS steps
WITH leg, x.id AS x_id, y.id AS y_id, steps,
     steps = 1 OR (steps = 2) <> (COUNT { (x)--() } <= COUNT { (y)--() }) AS forward
WITH leg, steps, forward, CASE WHEN forward THEN x_id ELSE y_id END AS near,
     CASE WHEN forward THEN y_id ELSE x_id END AS far
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
  WITH steps, far_1
  UNWIND CASE WHEN steps > 3 THEN far_1 ELSE [] END AS x_id
  MATCH (x:Entity {id: x_id})--(y:Entity)
  WITH DISTINCT y.id AS y_id
  ORDER BY y_id
  WITH collect(y_id) AS far_2
  RETURN far_2
}
WITH [leg, steps, forward, near, far] AS known, toString(leg) AS tag,
     CASE WHEN steps < 3 THEN [near] ELSE near_1 END AS firsts,
     CASE WHEN steps = 1 THEN [far] WHEN steps < 4 THEN far_1 ELSE far_2 END AS goals,
     CASE WHEN steps > 3 THEN far_1 ELSE [] END AS last
ORDER BY tag
WITH collect([known, firsts]) AS legs, collect([id IN goals | tag + id]) AS goals, collect([id IN last | tag + id]) AS last
WITH legs, reduce(all_ids = [], ids IN goals | all_ids + ids) AS targets,
     reduce(all_ids = [], ids IN last | all_ids + ids) AS before_far
// asked first: legs, targets, before_far
UNWIND legs AS entry
WITH targets, before_far, entry[0] AS known, entry[1] AS sources
UNWIND sources AS x_id
MATCH (x:Entity {id: x_id})--(y:Entity)
WITH DISTINCT targets, before_far, known, x_id, y.id AS y_id
WHERE toString(known[0]) + y_id IN targets
WITH before_far, known, x_id, y_id, CASE WHEN known[1] > 3 THEN y_id END AS from_id
OPTIONAL MATCH (z:Entity {id: from_id})--(w:Entity)
WHERE toString(known[0]) + w.id IN before_far
WITH DISTINCT known, x_id, y_id, w.id AS w_id
WITH known, [known[3], CASE WHEN known[1] > 2 THEN x_id END, CASE WHEN known[1] > 1 THEN y_id END, w_id, known[4]] AS ids
WITH known, [id IN ids WHERE id IS NOT NULL] AS along
WITH known[0] AS leg, CASE WHEN known[2] THEN along ELSE reverse(along) END AS way_ids
UNWIND range(0, size(way_ids) - 1) AS place
WITH leg, way_ids, place, way_ids[place] AS n_id
MATCH (n:Entity {id: n_id})
WITH leg, way_ids, place, n.name AS name
ORDER BY place
WITH leg, way_ids, collect(name) AS way
UNWIND range(1, size(way_ids) - 1) AS step
WITH leg, way_ids, way, way_ids[step - 1] AS x_id, way_ids[step] AS y_id
MATCH (x:Entity {id: x_id})
MATCH (y:Entity {id: y_id})
MATCH (x)-[r]-(y)
WITH leg, way_ids, way, r.id AS claim
ORDER BY claim
WITH leg, way_ids, way, collect(claim) AS claims
RETURN leg, size(way_ids) - 1 AS hops, way, size(claims) AS total, way_ids, claims
ORDER BY leg, total DESC, way, way_ids
