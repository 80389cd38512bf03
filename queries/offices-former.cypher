// Former offices: who once held which office
//
// Posts that the articles call past, and whom they say to have left or been dismissed from where.
//
// family: people
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only this person, or this institution or nation"}
// columns:
//   holder: "string: the person"
//   relation: "string: relation type of the vocabulary"
//   title: "string: the office as the article names it"
//   place: "string: institution or nation"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   holder_id: "string: id of the person"
//   place_id: "string: id of the place"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:HOLDS_OFFICE|LEFT]->(o:Entity)
WHERE (type(r) = 'LEFT' OR r.former = true) AND ($entity IS NULL OR s.id = $entity OR o.id = $entity)
RETURN s.name AS holder, type(r) AS relation, r.title AS title, o.name AS place, r.modality AS modality,
       r.speaker AS speaker, r.quote AS quote, r.document AS document, coalesce(r.date, r.published) AS date, s.id AS holder_id,
       o.id AS place_id, [r.id] AS claims
ORDER BY date DESC, holder, place, claims
