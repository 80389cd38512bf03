// Distanced: who keeps away from whom
//
// Everyone who disavows, keeps out of or breaks with somebody, in their own words where there are any.
//
// family: stance
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity"}
// columns:
//   who: "string: who keeps away"
//   whom: "string: from whom"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   who_id: "string: id of who keeps away"
//   whom_id: "string: id of the other"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:DISTANCED_FROM]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
RETURN s.name AS who, o.name AS whom, r.modality AS modality, r.speaker AS speaker, r.quote AS quote,
       r.document AS document, coalesce(r.date, r.published) AS date, s.id AS who_id, o.id AS whom_id, [r.id] AS claims
ORDER BY date DESC, who, whom, claims
