// Demands: who demands what of or against whom
//
// Appeals to somebody to act, and calls for action against somebody.
//
// family: conflict
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   demander: "string: who demands"
//   relation: "string: relation type of the vocabulary"
//   target: "string: of whom, or against whom"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   demander_id: "string: id of the demander"
//   target_id: "string: id of the target"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:URGED|CALLED_FOR_ACTION_AGAINST]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS demander, s.id AS demander_id, o.name AS target, o.id AS target_id, type(r) AS relation, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN demander, relation, target, modality, size(claims) AS total, first, last, demander_id, target_id, claims
ORDER BY total DESC, demander, target, relation, modality, demander_id, target_id
