// Asylum: who offers or grants asylum to whom
//
// Every statement about asylum, with its speaker and how firm it is.
//
// family: cooperation
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only this person, or this host"}
// columns:
//   host: "string: who offers"
//   person: "string: to whom"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   host_id: "string: id of the host"
//   person_id: "string: id of the person"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:OFFERED_ASYLUM_TO]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
RETURN s.name AS host, o.name AS person, r.modality AS modality, r.speaker AS speaker, r.quote AS quote,
       r.document AS document, coalesce(r.date, r.published) AS date, s.id AS host_id, o.id AS person_id, [r.id] AS claims
ORDER BY date DESC, host, person, claims
