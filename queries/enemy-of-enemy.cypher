// Enemy of my enemy: who is at odds with an entity's opponents
//
// Entities in conflict with an opponent of the entity, without a hostile claim between the two themselves. Denied
// claims do not count.
//
// family: structure
// parameters:
//   entity: {type: entity, example: Elon Musk, help: whose enemies' enemies}
// columns:
//   friend: "string: the enemy's enemy"
//   enemies: "list of strings: the opponents they share"
//   total: "integer: how many claims say so"
//   friend_id: "string: id of the enemy's enemy"
//   claims: "list of strings: ids of the claims"
MATCH (e:Entity {id: $entity})-[r1]-(x:Entity)
WHERE r1.sign < 0 AND r1.modality <> 'negated' AND x.id <> $entity
WITH DISTINCT x.id AS opponent
ORDER BY opponent
WITH collect(opponent) AS opponents
UNWIND opponents AS opponent
MATCH (x:Entity {id: opponent})-[r]-(f:Entity)
WHERE r.sign < 0 AND r.modality <> 'negated' AND f.id <> $entity AND NOT f.id IN opponents
WITH f, x, r
ORDER BY x.name, x.id, r.id
WITH f.name AS friend, f.id AS friend_id, collect(DISTINCT x.name) AS enemies, collect(r.id) AS claims
RETURN friend, enemies, size(claims) AS total, friend_id, claims
ORDER BY total DESC, friend, friend_id
