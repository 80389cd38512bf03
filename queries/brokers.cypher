// Brokers: who stands between two groups
//
// Entities outside both groups that stand next to somebody in each of them.
//
// family: structure
// parameters:
//   group: {type: entities, example: [Elon Musk, Steve Bannon], help: one group}
//   other: {type: entities, example: [Dmitry Peskov, Dmitry Novikov], help: the other group}
// columns:
//   broker: "string: who stands between"
//   to_group: "list of strings: whom in the one group"
//   to_other: "list of strings: whom in the other"
//   total: "integer: how many claims say so"
//   broker_id: "string: id of the broker"
//   claims: "list of strings: ids of the claims"
MATCH (g:Entity)-[r1]-(b:Entity)
WHERE g.id IN $group AND NOT b.id IN $group AND NOT b.id IN $other
WITH g, b, r1
ORDER BY g.name, g.id, r1.id
WITH b, collect(DISTINCT g.name) AS to_group, collect(DISTINCT r1.id) AS there
MATCH (b)-[r2]-(h:Entity)
WHERE h.id IN $other
WITH b, to_group, there, h, r2
ORDER BY h.name, h.id, r2.id
WITH b, to_group, there, collect(DISTINCT h.name) AS to_other, collect(DISTINCT r2.id) AS back
RETURN b.name AS broker, to_group, to_other, size(there) + size(back) AS total, b.id AS broker_id, there + back AS claims
ORDER BY total DESC, broker, broker_id
