// Accusations: who accuses whom
//
// Pairs of accuser and accused, the best attested first; what the article denies or calls possible stands apart.
//
// family: conflict
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   accuser: "string: who accuses"
//   accused: "string: who is accused"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   accuser_id: "string: id of the accuser"
//   accused_id: "string: id of the accused"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:ACCUSED]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS accuser, s.id AS accuser_id, o.name AS accused, o.id AS accused_id, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN accuser, accused, modality, size(claims) AS total, first, last, accuser_id, accused_id, claims
ORDER BY total DESC, accuser, accused, modality, accuser_id, accused_id
