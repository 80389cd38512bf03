// Find: entities by any word of their names and aliases
CALL db.index.fulltext.queryNodes('polgraph_names', 'musk')
YIELD node, score
RETURN node.name AS name, node.id AS id, node.aliases AS aliases, score
ORDER BY score DESC, id
LIMIT 20
