"""The graph for other programs: rows for tables (`tables`), and files for graph tools (`graphml`, `gexf`, `cytoscape`).

In: the MultiDiGraph of `polgraph.graph`. Out: rows as dicts, or the bytes of a file.
"""
