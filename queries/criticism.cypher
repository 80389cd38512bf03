// Criticism: who criticises or rejects whom
//
// Disapproval, mockery and refusal, without an accusation.
//
// family: conflict
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   critic: "string: who criticises or refuses"
//   relation: "string: relation type of the vocabulary"
//   target: "string: whom"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   critic_id: "string: id of the critic"
//   target_id: "string: id of the target"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:CRITICIZED|REJECTED]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS critic, s.id AS critic_id, o.name AS target, o.id AS target_id, type(r) AS relation, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN critic, relation, target, modality, size(claims) AS total, first, last, critic_id, target_id, claims
ORDER BY total DESC, critic, target, relation, modality, critic_id, target_id
