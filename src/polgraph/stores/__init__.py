"""Where Cypher runs: `base` says what a store is, `embedded` runs it in memory, `neo4j` in a database."""
