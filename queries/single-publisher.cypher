// One publisher only: what rests on a single publisher
//
// Claims of the same relation about the same two entities that no second publisher carries. Articles without a
// publisher count as one each.
//
// family: evidence
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only about this entity"}
// columns:
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   publisher: "string: who published the article"
//   total: "integer: how many claims say so"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s.id AS subject_id, type(r) AS relation, o.id AS object_id, r.id AS claim, r.document AS document
OPTIONAL MATCH (d:Document {id: document})
WITH subject_id, relation, object_id, claim, coalesce(d.publisher, document) AS publisher
ORDER BY claim
WITH subject_id, relation, object_id, collect(DISTINCT publisher) AS publishers, collect(claim) AS claims
WHERE size(publishers) = 1
MATCH (s:Entity {id: subject_id})
MATCH (o:Entity {id: object_id})
RETURN s.name AS subject, relation, o.name AS object, publishers[0] AS publisher, size(claims) AS total, subject_id,
       object_id, claims
ORDER BY total DESC, subject, relation, object, subject_id, object_id
