// Aid: who helps or yields to whom
//
// Money, arms, shelter and concessions, the best attested first.
//
// family: cooperation
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   giver: "string: who gives"
//   relation: "string: relation type of the vocabulary"
//   receiver: "string: to whom"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   giver_id: "string: id of the giver"
//   receiver_id: "string: id of the receiver"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:AIDED|CONCEDED_TO]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS giver, s.id AS giver_id, o.name AS receiver, o.id AS receiver_id, type(r) AS relation, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN giver, relation, receiver, modality, size(claims) AS total, first, last, giver_id, receiver_id, claims
ORDER BY total DESC, giver, receiver, relation, modality, giver_id, receiver_id
