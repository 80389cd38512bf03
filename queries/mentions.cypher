// Mentions: which articles name an entity
//
// Articles by how often they name the entity.
//
// family: evidence
// parameters:
//   entity: {type: entity, example: Elon Musk, help: who is named}
// columns:
//   document: "string: id of the article"
//   title: "string: title of the article"
//   publisher: "string: who published the article"
//   published: "date: day of publication"
//   count: "integer: how often it is named"
MATCH (e:Entity {id: $entity})-[m:MENTIONED_IN]->(d:Document)
RETURN d.id AS document, d.title AS title, d.publisher AS publisher, d.published AS published, m.count AS count
ORDER BY count DESC, document
