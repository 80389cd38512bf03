"""Pictures of a graph that carry their evidence: `html` (one page), `svg`, `png`.

In: the MultiDiGraph of `polgraph.graph`. Out: files. `select` chooses what goes in, `trim` keeps the most telling part,
`bundles` gathers parallel claims, `layout` places the nodes; the modules that draw know nothing of how it was chosen.
"""
