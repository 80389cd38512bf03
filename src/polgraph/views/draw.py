"""Any picture in any format: what `polgraph view` writes.

In: the part of the graph that was chosen, the kind of picture and the format. Out: the bytes of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.errors import ViewError
from polgraph.views import ego, html, matrix, png, svg, timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from polgraph.views.select import Chosen

__all__ = ["draw"]


def draw(  # noqa: PLR0913  all by name
    chosen: Chosen,
    *,
    what: str,
    file_format: str,
    title: str,
    centre: str | None = None,
    texts: Mapping[str, str] | None = None,
    everything: bool = False,
) -> bytes:
    """Return the file.

    what: network, timeline, matrix or ego (which needs `centre`, an id). file_format: html, svg or png. texts: document
    id → text, for the paragraphs around the quotes. everything: a matrix of all entities.
    """
    if what in ("timeline", "matrix"):
        limit = None if everything else matrix.MOST
        chart = (
            timeline.render(chosen.graph, title=title)
            if what == "timeline"
            else matrix.render(chosen.graph, title=title, limit=limit)
        )
        if file_format == "html":
            page = html.render_chart(chosen.graph, chart, title=title, left_out=chosen.left_out, texts=texts)
            return page.encode()
        return _flat(chart, file_format)
    options: dict[str, Any] = {"title": title, "left_out": chosen.left_out}
    if what == "ego":
        if centre is None:
            raise ViewError("an ego network needs somebody in the middle: name an entity")
        options["places"], options["rings"] = ego.places(chosen.graph, centre)
    if file_format == "html":
        return html.render(chosen.graph, begin=chosen.begin, texts=texts, **options).encode()
    return _flat(svg.render(chosen.graph, **options), file_format)


def _flat(drawing: str, file_format: str) -> bytes:
    return png.render(drawing) if file_format == "png" else drawing.encode()
