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
UNWIND [{leg: 1, x: $a, y: $through}, {leg: 2, x: $through, y: $b}] AS part
WITH part.leg AS leg, part.x AS x_id, part.y AS y_id
MATCH (x:Entity {id: x_id}), (y:Entity {id: y_id})
WHERE x.id <> y.id
WITH leg, x, y
MATCH p = allShortestPaths((x)-[:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO
                                 |ALLIED_WITH|FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH
                                 |SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED|CRITICIZED
                                 |REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST|THREATENED
                                 |PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED
                                 |DISMISSED|LEFT|MOBILIZED_AGAINST|ATTACKED*1..4]-(y))
WITH leg, [n IN nodes(p) | n.id] AS way_ids, [n IN nodes(p) | n.name] AS way, relationships(p) AS on_the_way
UNWIND on_the_way AS r
WITH DISTINCT leg, way_ids, way, r.id AS claim
ORDER BY claim
WITH leg, way_ids, way, collect(claim) AS claims
RETURN leg, size(way_ids) - 1 AS hops, way, size(claims) AS total, way_ids, claims
ORDER BY leg, total DESC, way, way_ids
