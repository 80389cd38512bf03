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
CALL {
  MATCH (e:Entity {id: $entity})-[r]-(x:Entity)
  WHERE r.sign < 0 AND r.modality <> 'negated' AND x.id <> $entity
  RETURN x.id AS opponent_id, x.name AS opponent
  UNION
  MATCH (e:Entity {id: $entity})
  RETURN e.id AS opponent_id, null AS opponent
}
MATCH (x:Entity {id: opponent_id})-[r]-(f:Entity)
WHERE r.sign < 0 AND r.modality <> 'negated' AND f.id <> $entity
WITH f.id AS friend_id, opponent, opponent_id, r.id AS claim
ORDER BY opponent, opponent_id, claim
WITH friend_id, collect(DISTINCT opponent) AS enemies, count(opponent) AS total, collect(claim) AS claims
WHERE total = size(claims)
MATCH (f:Entity {id: friend_id})
RETURN f.name AS friend, enemies, total, friend_id, claims
ORDER BY total DESC, friend, friend_id
