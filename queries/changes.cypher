// Changes: between whom the tone changed from one period to the next
//
// Pairs whose claims before a day and from it on differ in sign: below zero hostile claims prevail, above zero
// friendly ones. Denied claims do not count.
//
// family: structure
// parameters:
//   day: {type: since, example: 2025-06-01, help: first day of the later period}
// columns:
//   one: "string: one side"
//   other: "string: the other side"
//   before: "integer: sum of the signs before the day"
//   after: "integer: sum of the signs from the day on"
//   total: "integer: how many claims say so"
//   one_id: "string: id of the one"
//   other_id: "string: id of the other"
//   claims: "list of strings: ids of the claims"
MATCH (s:Entity)-[r]->(o:Entity)
WHERE s.id <> o.id AND r.modality <> 'negated' AND coalesce(r.date, r.published) IS NOT NULL
WITH s, o, r, s.id < o.id AS in_order
ORDER BY r.id
WITH CASE WHEN in_order THEN s.id ELSE o.id END AS one_id, CASE WHEN in_order THEN o.id ELSE s.id END AS other_id,
     CASE WHEN in_order THEN s.name ELSE o.name END AS one, CASE WHEN in_order THEN o.name ELSE s.name END AS other,
     sum(CASE WHEN coalesce(r.date, r.published) < $day THEN r.sign ELSE 0 END) AS before,
     sum(CASE WHEN coalesce(r.date, r.published) >= $day THEN r.sign ELSE 0 END) AS after, collect(r.id) AS claims
WHERE before * after < 0
RETURN one, other, before, after, size(claims) AS total, one_id, other_id, claims
ORDER BY total DESC, one, other, one_id, other_id
