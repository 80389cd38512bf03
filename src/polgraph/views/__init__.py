"""Pictures of a graph with their evidence: pages (`html`), drawings (`svg`, `png`), charts (`timeline`, `matrix`).

In: the MultiDiGraph of `polgraph.graph`. Out: files. `select` chooses what goes in, `trim` keeps the most telling part,
`bundles` gathers parallel claims, `layout` and `ego` place the nodes, `draw` makes any picture in any format:

    from polgraph.views import html
    html.write(case.graph, Path("page.html"), title="The harbour quarrel")
"""
