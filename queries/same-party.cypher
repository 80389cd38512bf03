// Same party: who belongs to the same party, chamber or alliance
//
// For an entity, all that are said to be members of an institution of which it is said to be a member too.
//
// family: people
// parameters:
//   entity: {type: entity, example: Elon Musk, help: whose fellow members}
// columns:
//   fellow: "string: the other member"
//   institution: "string: where both belong"
//   total: "integer: how many claims say so"
//   fellow_id: "string: id of the fellow"
//   institution_id: "string: id of the institution"
//   claims: "list of strings: ids of the claims"
MATCH (e:Entity {id: $entity})-[r1:MEMBER_OF]->(i:Entity)
WHERE r1.modality <> 'negated'
WITH DISTINCT i
MATCH (f:Entity)-[r:MEMBER_OF]->(i)
WHERE r.modality <> 'negated' AND f.id <> $entity
WITH f, i, r
ORDER BY r.id
WITH f.name AS fellow, f.id AS fellow_id, i.name AS institution, i.id AS institution_id, collect(r.id) AS claims
RETURN fellow, institution, size(claims) AS total, fellow_id, institution_id, claims
ORDER BY institution, total DESC, fellow, institution_id, fellow_id
