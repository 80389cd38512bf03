// Hostile path: the shortest way along hostile claims
//
// As path, but every step is an accusation, a feud, a sanction or another hostile claim: the chain along which a
// quarrel spreads.
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
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
WHERE a.id <> b.id
WITH a, b
MATCH p = allShortestPaths((a)-[:FEUDS_WITH|COMPETES_WITH|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM
                                 |CALLED_FOR_ACTION_AGAINST|THREATENED|PROTESTED_AGAINST|SANCTIONED|INVESTIGATED
                                 |PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT|MOBILIZED_AGAINST|ATTACKED*1..6]-(b))
WITH [n IN nodes(p) | n.id] AS way, [n IN nodes(p) | n.name] AS names, relationships(p) AS on_the_way
UNWIND on_the_way AS r
WITH way, names, count(DISTINCT r.id) AS total
ORDER BY total DESC, names, way
LIMIT 1
UNWIND range(1, size(way) - 1) AS step
WITH step, way[step - 1] AS from_id, way[step] AS to_id
MATCH (x:Entity {id: from_id})-[r:FEUDS_WITH|COMPETES_WITH|ACCUSED|CRITICIZED|REJECTED|DISTANCED_FROM
                                  |CALLED_FOR_ACTION_AGAINST|THREATENED|PROTESTED_AGAINST|SANCTIONED
                                  |INVESTIGATED|PROSECUTED|DETAINED|EXPELLED|DISMISSED|LEFT|MOBILIZED_AGAINST
                                  |ATTACKED]-(y:Entity)
WHERE y.id = to_id
RETURN step, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
       r.modality AS modality, r.speaker AS speaker, r.quote AS quote, r.document AS document,
       coalesce(r.date, r.published) AS date, startNode(r).id AS subject_id, endNode(r).id AS object_id, [r.id] AS claims
ORDER BY step, claims
