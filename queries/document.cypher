// Document: everything one article says
//
// All claims of one article in the order of its text.
//
// family: evidence
// parameters:
//   document: {type: string, example: 01-asylum.md, help: id of the article}
// columns:
//   at: "integer: where in the text the sentence begins"
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.document = $document
RETURN r.start AS at, s.name AS subject, type(r) AS relation, o.name AS object, r.modality AS modality,
       r.speaker AS speaker, r.quote AS quote, s.id AS subject_id, o.id AS object_id, [r.id] AS claims
ORDER BY at, subject, relation, object, claims
