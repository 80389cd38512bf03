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
WHERE s.id <> o.id AND r.modality <> 'negated'
WITH s.id AS s_id, o.id AS o_id, r.id AS claim, r.sign AS sign, coalesce(r.date, r.published) AS made
WHERE made IS NOT NULL
WITH CASE WHEN s_id < o_id THEN s_id ELSE o_id END AS one_id, CASE WHEN s_id < o_id THEN o_id ELSE s_id END AS other_id,
     CASE WHEN made < $day THEN sign ELSE 0 END AS earlier, CASE WHEN made < $day THEN 0 ELSE sign END AS later, claim
ORDER BY claim
WITH one_id, other_id, sum(earlier) AS before, sum(later) AS after, collect(claim) AS claims
WHERE before * after < 0
MATCH (x:Entity {id: one_id})
MATCH (y:Entity {id: other_id})
RETURN x.name AS one, y.name AS other, before, after, size(claims) AS total, one_id, other_id, claims
ORDER BY total DESC, one, other, one_id, other_id
