// Never asserted: what is only possible or planned
//
// Claims of the same relation about the same two entities that are called possible or planned and nowhere
// asserted.
//
// family: evidence
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only about this entity"}
// columns:
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   modalities: "list of strings: how it is put"
//   total: "integer: how many claims say so"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.modality, r.id
WITH s.name AS subject, s.id AS subject_id, type(r) AS relation, o.name AS object, o.id AS object_id,
     collect(DISTINCT r.modality) AS modalities, collect(r.id) AS claims
WHERE NOT 'asserted' IN modalities AND ('possible' IN modalities OR 'planned' IN modalities)
RETURN subject, relation, object, modalities, size(claims) AS total, subject_id, object_id, claims
ORDER BY total DESC, subject, relation, object, subject_id, object_id
