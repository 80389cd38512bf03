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
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH a, b
MATCH p = allShortestPaths((a)-[:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO
                                 |ALLIED_WITH|FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH
                                 |SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED|CRITICIZED
                                 |REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST|THREATENED
                                 |PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED
                                 |DISMISSED|LEFT|MOBILIZED_AGAINST|ATTACKED*1..6]-(b))
WITH [n IN nodes(p) | n.id] AS way_ids, [n IN nodes(p) | n.name] AS way, relationships(p) AS on_the_way
UNWIND on_the_way AS r
WITH DISTINCT way_ids, way, r.id AS claim
ORDER BY claim
WITH way_ids, way, collect(claim) AS claims
RETURN size(way_ids) - 1 AS hops, way, size(claims) AS total, way_ids, claims
ORDER BY total DESC, way, way_ids
