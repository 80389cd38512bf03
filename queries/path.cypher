// Path: the shortest way from one entity to another
//
// The shortest way along claims in either direction, of at most six steps, with every claim on it. Among ways of
// the same length the one that rests on most claims; then the names decide.
//
// family: paths
// parameters:
//   a: {type: entity, option: from, example: Elon Musk, help: where the way begins}
//   b: {type: entity, option: to, example: Dmitry Peskov, help: where it ends}
// columns:
//   step: "integer: which step of the way, from 1"
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
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
WITH CASE WHEN forward THEN along ELSE reverse(along) END AS way
UNWIND range(1, size(way) - 1) AS step
WITH way, step, way[step - 1] AS x_id, way[step] AS y_id
MATCH (x:Entity {id: x_id})
MATCH (y:Entity {id: y_id})
MATCH (x)-[r]-(y)
WITH way, step, y.name AS name, count(r) AS claims
ORDER BY step
WITH way, collect(name) AS names, sum(claims) AS total
ORDER BY total DESC, names, way
LIMIT 1
UNWIND range(1, size(way) - 1) AS step
WITH step, way[step - 1] AS x_id, way[step] AS y_id
MATCH (x:Entity {id: x_id})
MATCH (y:Entity {id: y_id})
MATCH (x)-[r]-(y)
RETURN step, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
       r.modality AS modality, r.speaker AS speaker, r.quote AS quote, r.document AS document,
       coalesce(r.date, r.published) AS date, startNode(r).id AS subject_id, endNode(r).id AS object_id, [r.id] AS claims
ORDER BY step, claims
