// Most connected: who stands next to most others
//
// Entities by the number of different neighbours, with the number of claims.
//
// family: structure
// parameters:
//   top: {type: integer, default: 20, example: 10, help: how many rows at most}
// columns:
//   name: "string: the entity"
//   type: "string: Person, Institution or Nation"
//   neighbours: "integer: how many different others"
//   total: "integer: how many claims say so"
//   id: "string: id of the entity"
MATCH (e:Entity)-[r]-(n:Entity)
WHERE e.id <> n.id
WITH e.id AS id, count(DISTINCT n.id) AS neighbours, count(r) AS total
MATCH (e:Entity {id: id})
RETURN e.name AS name, [label IN labels(e) WHERE label <> 'Entity'][0] AS type, neighbours, total, id
ORDER BY neighbours DESC, total DESC, name, id
LIMIT $top
