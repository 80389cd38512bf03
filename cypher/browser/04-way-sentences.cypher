// Sentences: the evidence for each step of the shortest ways (put other names)
MATCH (a:Entity {name: 'Elon Musk'}), (b:Entity {name: 'Dmitry Peskov'})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[*..6]-(b))
WHERE none(step IN relationships(p) WHERE type(step) = 'MENTIONED_IN')
UNWIND range(0, length(p) - 1) AS at
WITH DISTINCT at + 1 AS step, relationships(p)[at] AS claim
RETURN step, startNode(claim).name AS subject, type(claim) AS relation, endNode(claim).name AS object,
       claim.modality AS modality, claim.speaker AS speaker, claim.quote AS sentence, claim.document AS article
ORDER BY step, subject, relation, object, sentence
