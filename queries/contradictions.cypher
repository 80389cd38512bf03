// Contradictions: what is both asserted and denied
//
// Claims of the same relation about the same two entities, asserted in one place and denied in another, in either
// order where the relation is symmetric.
//
// family: stance
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only about this entity"}
// columns:
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   asserted: "integer: claims that assert it"
//   denied: "integer: claims that deny it"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.modality IN ['asserted', 'negated'] AND ($entity IS NULL OR s.id = $entity OR o.id = $entity)
WITH s, o, r, s.id <= o.id OR NOT type(r) IN ['RELATED_TO', 'ALLIED_WITH', 'FEUDS_WITH', 'COMPETES_WITH', 'MET_WITH', 'AGREED_WITH', 'COOPERATED_WITH'] AS in_order
ORDER BY r.id
WITH CASE WHEN in_order THEN s.id ELSE o.id END AS subject_id, CASE WHEN in_order THEN o.id ELSE s.id END AS object_id,
     CASE WHEN in_order THEN s.name ELSE o.name END AS subject, CASE WHEN in_order THEN o.name ELSE s.name END AS object,
     type(r) AS relation, sum(CASE WHEN r.modality = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN r.modality = 'negated' THEN 1 ELSE 0 END) AS denied, collect(r.id) AS claims
WHERE asserted > 0 AND denied > 0
RETURN subject, relation, object, asserted, denied, subject_id, object_id, claims
ORDER BY denied DESC, asserted DESC, subject, relation, object, subject_id, object_id
