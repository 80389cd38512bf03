// Neighbourhood, two hops: who stands next to an entity's neighbours
//
// What joins the entity to its neighbours (hop 1), and these to whom they stand next to (hop 2), gathered by
// relation and modality. Every claim appears once.
//
// family: neighbourhood
// parameters:
//   entity: {type: entity, example: Elon Musk, help: where to begin}
// columns:
//   hop: "integer: 1 where the entity itself is an end, else 2"
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (e:Entity {id: $entity})-[near]-(n:Entity)
WITH DISTINCT n
MATCH (n)-[r]-(m:Entity)
WITH DISTINCT r
ORDER BY r.id
WITH CASE WHEN startNode(r).id = $entity OR endNode(r).id = $entity THEN 1 ELSE 2 END AS hop,
     startNode(r).name AS subject, startNode(r).id AS subject_id, type(r) AS relation,
     endNode(r).name AS object, endNode(r).id AS object_id, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN hop, subject, relation, object, modality, size(claims) AS total, first, last, subject_id, object_id, claims
ORDER BY hop, total DESC, subject, object, relation, modality, subject_id, object_id
