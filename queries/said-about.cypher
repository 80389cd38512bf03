// Said about: who said what about whom
//
// Claims that the articles give in somebody's words, the newest first.
//
// family: stance
// parameters:
//   speaker: {type: entity, default: null, example: Elon Musk, help: only what they said}
//   about: {type: entity, default: null, example: Donald Trump, help: only what was said about them}
// columns:
//   speaker: "string: in whose words, empty where the article says it itself"
//   subject: "string: name of the claim's subject"
//   relation: "string: relation type of the vocabulary"
//   object: "string: name of the claim's object"
//   modality: "string: asserted, planned, possible or negated"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   speaker_id: "string: id of the speaker, empty where the source has no name"
//   subject_id: "string: id of the subject"
//   object_id: "string: id of the object"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE r.speaker IS NOT NULL AND ($speaker IS NULL OR r.speaker_id = $speaker)
  AND ($about IS NULL OR s.id = $about OR o.id = $about)
RETURN r.speaker AS speaker, s.name AS subject, type(r) AS relation, o.name AS object, r.modality AS modality,
       r.quote AS quote, r.document AS document, coalesce(r.date, r.published) AS date, r.speaker_id AS speaker_id, s.id AS subject_id,
       o.id AS object_id, [r.id] AS claims
ORDER BY date DESC, speaker, subject, relation, object, claims
