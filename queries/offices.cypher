// Offices: who holds or held which office
//
// Every post the articles give a person, the newest statements first.
//
// family: people
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only this person, or posts in this institution or nation"}
// columns:
//   holder: "string: the person"
//   title: "string: the office as the article names it"
//   former: "boolean: true where the article says it is past"
//   place: "string: institution or nation"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   holder_id: "string: id of the holder"
//   place_id: "string: id of the place"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:HOLDS_OFFICE]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
RETURN s.name AS holder, r.title AS title, r.former AS former, o.name AS place, r.modality AS modality, r.speaker AS speaker, r.quote AS quote,
       r.document AS document, coalesce(r.date, r.published) AS date, s.id AS holder_id, o.id AS place_id, [r.id] AS claims
ORDER BY date DESC, holder, place, claims
