// Picture: the shortest ways from one entity to another (put other names)
MATCH (a:Entity {name: 'Elon Musk'}), (b:Entity {name: 'Dmitry Peskov'})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[*..6]-(b))
WHERE none(step IN relationships(p) WHERE type(step) = 'MENTIONED_IN')
RETURN p
LIMIT 50
