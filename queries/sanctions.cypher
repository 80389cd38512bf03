// Sanctions and coercion: who sanctions, expels or detains whom
//
// Sanctions, bans, expulsions and arrests, the best attested first.
//
// family: conflict
// parameters:
//   entity: {type: entity, default: null, example: Elon Musk, help: "only with this entity on either side"}
// columns:
//   source: "string: who acts"
//   relation: "string: relation type of the vocabulary"
//   target: "string: against whom"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   source_id: "string: id of the source"
//   target_id: "string: id of the target"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r:SANCTIONED|EXPELLED|DETAINED]->(o:Entity)
WHERE $entity IS NULL OR s.id = $entity OR o.id = $entity
WITH s, o, r
ORDER BY r.id
WITH s.name AS source, s.id AS source_id, o.name AS target, o.id AS target_id, type(r) AS relation, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN source, relation, target, modality, size(claims) AS total, first, last, source_id, target_id, claims
ORDER BY total DESC, source, target, relation, modality, source_id, target_id
