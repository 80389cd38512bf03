// Publisher: everything one publisher says
//
// All claims from the articles of one publisher, the newest first.
//
// family: evidence
// parameters:
//   publisher: {type: string, example: Example Wire, help: name of the publisher}
// columns:
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
MATCH (d:Document)
WHERE d.publisher = $publisher
WITH d.id AS document
ORDER BY document
WITH collect(document) AS published
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.document IN published
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.modality AS modality, r.speaker AS speaker,
       r.quote AS quote, r.document AS document, coalesce(r.date, r.published) AS date, s.id AS subject_id, o.id AS object_id, [r.id] AS claims
ORDER BY date DESC, subject, relation, object, claims
