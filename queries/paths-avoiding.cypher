// Paths avoiding an entity: ways of at most three steps that do not pass it
//
// As paths-best, without the entity to avoid: how else two are joined.
//
// family: paths
// parameters:
//   a: {type: entity, option: from, example: Elon Musk, help: where the way begins}
//   b: {type: entity, option: to, example: Dmitry Peskov, help: where it ends}
//   avoid: {type: entity, example: Donald Trump, help: who must not be on the way}
//   k: {type: integer, default: 5, example: 5, help: how many ways}
// columns:
//   hops: "integer: how many steps the way has"
//   way: "list of strings: the names on the way"
//   total: "integer: how many claims say so"
//   way_ids: "list of strings: their ids"
CALL {
  MATCH (a:Entity {id: $a})-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO
                               |ALLIED_WITH|FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH
                               |SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED|CRITICIZED
                               |REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST|THREATENED
                               |PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED
                               |LEFT|MOBILIZED_AGAINST|ATTACKED]-(b:Entity {id: $b})
  WHERE $a <> $b AND NOT $avoid IN [$a, $b]
  WITH a, b, count(r) AS total
  RETURN [a.id, b.id] AS way_ids, [a.name, b.name] AS way, total
  UNION
  MATCH (a:Entity {id: $a})-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO
                               |ALLIED_WITH|FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH
                               |SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED|CRITICIZED
                               |REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST|THREATENED
                               |PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED
                               |LEFT|MOBILIZED_AGAINST|ATTACKED]-(x:Entity)
  WHERE $a <> $b AND NOT $avoid IN [$a, $b] AND NOT x.id IN [$a, $b, $avoid]
  WITH a, x, count(r) AS to_x
  MATCH (x)-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH|FEUDS_WITH
               |COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH|SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED
               |CONCEDED_TO|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST
               |THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT
               |MOBILIZED_AGAINST|ATTACKED]-(b:Entity {id: $b})
  WITH a, x, b, to_x, count(r) AS to_b
  RETURN [a.id, x.id, b.id] AS way_ids, [a.name, x.name, b.name] AS way, to_x + to_b AS total
  UNION
  MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
  WHERE $a <> $b AND NOT $avoid IN [$a, $b]
  MATCH (a)-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH|FEUDS_WITH
               |COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH|SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED
               |CONCEDED_TO|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST
               |THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT
               |MOBILIZED_AGAINST|ATTACKED]-(x:Entity)
  WHERE NOT x.id IN [$a, $b, $avoid]
  WITH a, b, x, count(r) AS to_x
  MATCH (x)-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH|FEUDS_WITH
               |COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH|SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED
               |CONCEDED_TO|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST
               |THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT
               |MOBILIZED_AGAINST|ATTACKED]-(y:Entity)
  WHERE NOT y.id IN [$a, $b, $avoid] AND x.id <> y.id AND (y)-[:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF
                                                                |PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH
                                                                |FEUDS_WITH|COMPETES_WITH|MET_WITH|AGREED_WITH
                                                                |COOPERATED_WITH|SUPPORTED|AIDED
                                                                |OFFERED_ASYLUM_TO|APPOINTED|CONCEDED_TO|ACCUSED
                                                                |CRITICIZED|REJECTED|DISTANCED_FROM|URGED
                                                                |CALLED_FOR_ACTION_AGAINST|THREATENED
                                                                |PROTESTED_AGAINST|SANCTIONED|INVESTIGATED
                                                                |PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT
                                                                |MOBILIZED_AGAINST|ATTACKED]-(b)
  WITH a, b, x, y, to_x, count(r) AS to_y
  MATCH (y)-[r:HOLDS_OFFICE|SPEAKS_FOR|MEMBER_OF|CITIZEN_OF|PART_OF|CONTROLS|RELATED_TO|ALLIED_WITH|FEUDS_WITH
               |COMPETES_WITH|MET_WITH|AGREED_WITH|COOPERATED_WITH|SUPPORTED|AIDED|OFFERED_ASYLUM_TO|APPOINTED
               |CONCEDED_TO|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM|URGED|CALLED_FOR_ACTION_AGAINST
               |THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT
               |MOBILIZED_AGAINST|ATTACKED]-(b)
  WITH a, b, x, y, to_x, to_y, count(r) AS to_b
  RETURN [a.id, x.id, y.id, b.id] AS way_ids, [a.name, x.name, y.name, b.name] AS way,
         to_x + to_y + to_b AS total
}
RETURN size(way_ids) - 1 AS hops, way, total, way_ids
ORDER BY hops, total DESC, way, way_ids
LIMIT $k
