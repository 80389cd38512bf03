// Agreements and alliances: who works with whom
//
// Alliances, agreements and common action, the best attested first.
//
// family: cooperation
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity"}
// columns:
//   one: "string: one side"
//   relation: "string: relation type of the vocabulary"
//   other: "string: the other side"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   one_id: "string: id of the one"
//   other_id: "string: id of the other"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:ALLIED_WITH|AGREED_WITH|COOPERATED_WITH]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s.id <= o.id AS in_order, s, o, r
ORDER BY r.id
WITH CASE WHEN in_order THEN s.name ELSE o.name END AS one, CASE WHEN in_order THEN o.name ELSE s.name END AS other,
     CASE WHEN in_order THEN s.id ELSE o.id END AS one_id, CASE WHEN in_order THEN o.id ELSE s.id END AS other_id,
     type(r) AS relation, r.modality AS modality, collect(r.id) AS claims,
     min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN one, relation, other, modality, size(claims) AS total, first, last, one_id, other_id, claims
ORDER BY total DESC, one, other, relation, modality, one_id, other_id
