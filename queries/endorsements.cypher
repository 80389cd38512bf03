// Endorsements: who supports or appoints whom
//
// Endorsements, praise, votes and nominations, the best attested first.
//
// family: cooperation
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   supporter: "string: who supports"
//   relation: "string: relation type of the vocabulary"
//   supported: "string: whom"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   supporter_id: "string: id of the supporter"
//   supported_id: "string: id of the supported"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:SUPPORTED|APPOINTED]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS supporter, s.id AS supporter_id, o.name AS supported, o.id AS supported_id, type(r) AS relation, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN supporter, relation, supported, modality, size(claims) AS total, first, last, supporter_id, supported_id, claims
ORDER BY total DESC, supporter, supported, relation, modality, supporter_id, supported_id
