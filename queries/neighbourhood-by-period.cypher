// Neighbourhood by period: who stood next to an entity between two days
//
// As neighbourhood, with claims about the period only; a claim without a date of its own counts on the day it was
// published.
//
// family: neighbourhood
// parameters:
//   entity: {type: entity, example: Elon Musk, help: whose neighbours}
//   since: {type: since, example: 2025-01, help: first day}
//   until: {type: until, example: 2025-06, help: last day}
// columns:
//   neighbour: "string: name of the neighbour"
//   relation: "string: relation type of the vocabulary"
//   direction: "string: out where the entity is the subject, in where it is the object, both where it is symmetric"
//   modality: "string: asserted, planned, possible or negated"
//   total: "integer: how many claims say so"
//   first: "date: earliest day the claims are about, or else were published"
//   last: "date: latest such day"
//   neighbour_id: "string: id of the neighbour"
//   claims: "list of strings: ids of the claims"
MATCH (e:Entity {id: $entity})-[r]-(n:Entity)
WHERE coalesce(r.date, r.published) >= $since AND coalesce(r.date, r.published) <= $until
WITH n, r,
     CASE
       WHEN type(r) IN ['RELATED_TO', 'ALLIED_WITH', 'FEUDS_WITH', 'COMPETES_WITH', 'MET_WITH', 'AGREED_WITH', 'COOPERATED_WITH'] THEN 'both'
       WHEN startNode(r).id = $entity THEN 'out'
       ELSE 'in'
     END AS direction
ORDER BY r.id
WITH n.name AS neighbour, n.id AS neighbour_id, type(r) AS relation, direction, r.modality AS modality,
     collect(r.id) AS claims, min(coalesce(r.date, r.published)) AS first, max(coalesce(r.date, r.published)) AS last
RETURN neighbour, relation, direction, modality, size(claims) AS total, first, last, neighbour_id, claims
ORDER BY total DESC, neighbour, neighbour_id, relation, direction, modality
