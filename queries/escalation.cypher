// Escalation: hostile and friendly claims between two sides, month by month
//
// How the tone between two entities changes: the number of hostile and of friendly claims in each month, and their
// balance.
//
// family: conflict
// parameters:
//   a: {type: entity, option: one, example: Elon Musk, help: one side}
//   b: {type: entity, option: other, example: Donald Trump, help: the other side}
// columns:
//   month: "string: year and month"
//   hostile: "integer: hostile claims"
//   friendly: "integer: friendly claims"
//   balance: "integer: friendly minus hostile"
//   claims: "list of strings: ids of the claims"
MATCH (a:Entity {id: $a})-[r]-(b:Entity {id: $b})
WHERE coalesce(r.date, r.published) IS NOT NULL AND r.modality <> 'negated'
WITH r
ORDER BY r.id
WITH substring(coalesce(r.date, r.published), 0, 7) AS month, sum(CASE WHEN r.sign < 0 THEN 1 ELSE 0 END) AS hostile,
     sum(CASE WHEN r.sign > 0 THEN 1 ELSE 0 END) AS friendly, collect(r.id) AS claims
RETURN month, hostile, friendly, friendly - hostile AS balance, claims
ORDER BY month
