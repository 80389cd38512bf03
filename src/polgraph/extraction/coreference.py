"""Who is who inside one article: names, short forms, nominals and pronouns to entities.

In: a parsed article, its names, its attributions (a pronoun inside a quote is seen from its speaker). Out: a
`Resolution`: entities, mentions, and for every token of a mention the entity it stands for with a score.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.links import Link, Resolution
from polgraph.extraction.names.families import families
from polgraph.extraction.names.state_bodies import link_state_bodies
from polgraph.extraction.reference import nominals
from polgraph.extraction.reference.anaphora import Choose, link_anaphors, most_likely
from polgraph.extraction.reference.anaphors import is_party_member
from polgraph.extraction.reference.bare_bodies import link_bare_bodies
from polgraph.extraction.reference.campaigns import link_campaigns, link_staff
from polgraph.extraction.reference.cataphora import link_late
from polgraph.extraction.reference.clusters import cluster_names
from polgraph.extraction.reference.home_bodies import link_home_bodies
from polgraph.extraction.standing.factions import link_factions
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.names.name import NameSpan

__all__ = ["resolve"]

_FAMILY = 0.8  # how sure it is that a plural surname means all who bear it


def resolve(
    doc: Doc,
    names: Sequence[NameSpan],
    attributions: Sequence[Attribution] = (),
    *,
    collectives: bool = False,
    choose: Choose = most_likely,
) -> Resolution:
    """Link the names, nominals and pronouns of an article to entities.

    choose: picks among the candidates of a pronoun or description; `scripts/antecedents` listens through it.
    """
    resolution = Resolution(doc, collectives=collectives)
    clusters = cluster_names(doc, names)
    states = {form for cluster in clusters if cluster.type == "Nation" for form in (cluster.name, *cluster.forms)}
    for cluster in clusters:
        identifier = entity_id(cluster.type, cluster.name)
        forms = Counter(form for form in cluster.forms if form != cluster.name)
        known = resolution.entities.get(identifier)
        shorter = _without_state(cluster.name, states) if cluster.type == "Institution" else None
        aliases = tuple(sorted({*forms, *(known.aliases if known else ()), *([shorter] if shorter else [])}))
        resolution.entities[identifier] = Entity(
            id=identifier, type=cluster.type, name=cluster.name, aliases=aliases, country=cluster.country
        )
        for span, score in cluster.spans:
            if is_party_member(doc[span.head]):
                continue  # "the Republican said": somebody, and not the party
            resolution.add(
                Link(span.start, span.end, span.head, identifier, "adjective" if span.adjective else "name", score)
            )
    link_factions(doc, resolution)
    link_campaigns(doc, resolution)
    if not collectives:
        link_state_bodies(doc, names, resolution)
    nominals.link(doc, names, resolution, collectives=collectives)
    link_late(doc, resolution)
    if not collectives:
        link_home_bodies(doc, resolution)
    _link_labels(resolution, attributions)
    _link_families(doc, resolution)
    link_anaphors(doc, resolution, attributions, choose)
    link_bare_bodies(doc, resolution)
    link_campaigns(doc, resolution)  # now also those of "his" and "her"
    link_staff(doc, resolution)
    _add_nominal_aliases(resolution)
    return resolution


def _link_labels(resolution: Resolution, attributions: Sequence[Attribution]) -> None:
    """As in "RUZHIN: We lost.": a speaker's label is a part of one participant's name."""
    for said in attributions:
        if (
            said.frame != "label"
            or said.head_token is None
            or said.head is None
            or said.head_token in resolution.by_token
        ):
            continue
        words = resolution.doc[said.head_token].text.casefold()
        bearers = [e.id for e in resolution.entities.values() if words in e.name.casefold().split()]
        if len(bearers) == 1:
            token = said.head_token
            resolution.add(Link(token, token + 1, token, bearers[0], "name", 0.9))


def _link_families(doc: Doc, resolution: Resolution) -> None:
    """As in "the Ruzhins": everybody of that name whom the article names."""
    for index, bearers in families(tokens_of(doc), resolution.entities.values()).items():
        if index not in resolution.by_token:
            resolution.several[index] = tuple(
                Link(index, index + 1, index, bearer, "nominal", _FAMILY) for bearer in bearers
            )


def _without_state(name: str, states: set[str]) -> str | None:
    """As in "Reserve Bank" of "Reserve Bank of Ostland", "State Guard" of "Ostland's State Guard"."""
    first, _, rest = name.partition("'s ")
    if _names_state(first, states) and " " in rest:
        return rest
    body, _, state = name.rpartition(" of ")
    return body if " " in body and _names_state(state, states) else None


def _names_state(text: str, states: set[str]) -> bool:
    return text.removeprefix("the ") in states or gazetteer.place(text) is not None


def _add_nominal_aliases(resolution: Resolution) -> None:
    """A description that says a name is an alias too ("the Vermont senator"); "the minister" could be anybody."""
    doc = resolution.doc
    found: dict[str, set[str]] = {}
    for link in resolution.links:
        phrase = doc[_start_with_names(doc, link) : link.end]
        if link.form == "nominal" and any(token.text[:1].isupper() and token.i > phrase.start for token in phrase):
            found.setdefault(link.entity, set()).add(phrase.text)
    for identifier, forms in found.items():
        entity = resolution.entities[identifier]
        resolution.revise(identifier, aliases=tuple(sorted({*entity.aliases, *forms} - {entity.name})))


def _start_with_names(doc: Doc, link: Link) -> int:
    """Take the names that a description holds back into it: they have links of their own."""
    start = link.start
    while (
        start > 0
        and (doc[start - 1].pos_ in {"PROPN", "ADJ"} or doc[start - 1].lower_ == "the")
        and not doc[start].is_sent_start
    ):
        start -= 1
    return start
