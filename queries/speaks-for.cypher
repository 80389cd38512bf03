// Spokespeople: who speaks for whom
//
// Spokespersons, press secretaries and lawyers, with whom they speak for.
//
// family: people
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only this spokesperson, or those of this entity"}
// columns:
//   spokesperson: "string: who speaks"
//   principal: "string: for whom"
//   modality: "string: asserted, planned, possible or negated"
//   speaker: "string: in whose words, empty where the article says it itself"
//   quote: "string: the sentence"
//   document: "string: id of the article"
//   date: "date: day the claim is about, or else was published"
//   spokesperson_id: "string: id of the spokesperson"
//   principal_id: "string: id of the principal"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:SPEAKS_FOR]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
RETURN s.name AS spokesperson, o.name AS principal, r.modality AS modality, r.speaker AS speaker, r.quote AS quote,
       r.document AS document, coalesce(r.date, r.published) AS date, s.id AS spokesperson_id, o.id AS principal_id, [r.id] AS claims
ORDER BY date DESC, spokesperson, principal, claims
