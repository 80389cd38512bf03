"""Pronouns and descriptions to entities; I and we to who speaks, you to who is spoken to.

In: a resolution that holds the names, and the article's attributions. Out: links of form pronoun and nominal in it,
each with the probability that it is right; below the threshold an anaphor stays open. Anaphors are taken in order, so
that a chain of them carries on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import THRESHOLD, Link, Resolution
from polgraph.extraction.reference.anaphors import GENDERED, Anaphor, anaphor_at, phrase_start
from polgraph.extraction.reference.antecedents import Candidate, candidates
from polgraph.extraction.reference.nominals import add_description
from polgraph.extraction.reference.opponents import opponent
from polgraph.extraction.reference.pairs import link_pair
from polgraph.extraction.reference.plurals import group_behind
from polgraph.extraction.reference.ranking import probabilities
from polgraph.extraction.reference.scene import Scene, company
from polgraph.extraction.syntax.tree import children, text_of, tokens_of
from polgraph.extraction.titles import honorifics

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution

__all__ = ["Choose", "link_anaphors", "most_likely"]

_QUOTES = {'"', "'", "''", "``", "“", "”"}
_LOOSE = {"npadvmod", "vocative", "dep", "intj", "ROOT", "nsubj", "parataxis", "oprd", "attr"}

Choose = Callable[[Anaphor, Sequence[Candidate]], tuple[str | None, float]]


def link_anaphors(
    doc: Doc,
    resolution: Resolution,
    attributions: Sequence[Attribution],
    choose: Choose,
) -> None:
    """Link the pronouns and descriptions of an article, as `choose` picks among the candidates of each."""
    scene = Scene(doc, resolution, attributions)
    described: dict[str, set[str]] = {"Person": set(), "Institution": set()}
    for word, bearers in scene.bearers.items():
        for bearer in bearers:
            described[resolution.entities[bearer].type].add(word)
    people, bodies = described["Person"], described["Institution"]
    names = {e.name.split()[-1].casefold() for e in resolution.entities.values() if e.type == "Institution"}
    for token in tokens_of(doc):
        link_pair(token, scene)
        other = opponent(token, scene) if token.i not in resolution.by_token else None
        if other is not None:
            scene.remember(add_description(token, other, 0.6, resolution))
        for each in (*_speaker_to_come(token, scene), token):
            known = each.i in resolution.by_token or each.i in resolution.several
            anaphor = None if known else anaphor_at(each, names, people, bodies)
            if anaphor is None:
                continue
            if anaphor.kind == "they" and (group := group_behind(each, scene)) is not None:
                resolution.several[each.i] = group
                continue
            entity, score = choose(anaphor, candidates(anaphor, scene))
            if entity is not None and score >= THRESHOLD:
                _take(anaphor, entity, score, scene)
    _first_person(doc, resolution, scene)
    _second_person(doc, resolution, scene)


def _speaker_to_come(token: Token, scene: Scene) -> list[Token]:
    """As in "“He has lied,” he said": who says so comes first, for he speaks of somebody else."""
    at = scene.direct.get(token.i) if token.lower_ in GENDERED else None
    return [scene.doc[at]] if at is not None and at > token.i and scene.doc[at].lower_ in GENDERED else []


def most_likely(anaphor: Anaphor, options: Sequence[Candidate]) -> tuple[str | None, float]:
    """Return the entity that an anaphor most likely stands for, None where there is none, and how likely that is."""
    likely = probabilities(anaphor.kind, [option.features for option in options])
    best = max(range(len(options)), key=lambda at: (options[at].entity is not None, likely[at]))
    return options[best].entity, round(likely[best], 2)


def _take(anaphor: Anaphor, entity: str, score: float, scene: Scene) -> None:
    token, resolution = anaphor.token, scene.resolution
    if anaphor.kind in {"person", "body", "nation"}:
        start = phrase_start(token)
        # the words of it that are names of others keep their own links
        while any(index in resolution.by_token for index in range(start, token.i)):
            start += 1
        made = Link(start, token.i + 1, token.i, entity, "nominal", score)
        scene.described[entity].add(token.lemma_.lower())
        scene.company[entity] = [*scene.company.get(entity, ()), *_parties_of(token, resolution)]
    else:
        made = Link(token.i, token.i + 1, token.i, entity, "pronoun", score)
        if anaphor.gender is not None:
            scene.genders.setdefault(entity, anaphor.gender)
    resolution.add(made)
    scene.remember(made)


def _parties_of(noun: Token, resolution: Resolution) -> list[str]:
    """As in "the Tide Party nominee": who is meant once by it is of that party from then on."""
    links = (resolution.by_token.get(child.i) for child in children(noun) if child.i < noun.i)
    return [
        link.entity for link in links if link is not None and gazetteer.party(resolution.entities[link.entity].name)
    ]


def _first_person(doc: Doc, resolution: Resolution, scene: Scene) -> None:
    """I is who speaks; we is the body that a speaker is named with, else the speaker."""
    bodies = company(doc, resolution)
    first, plural = words("anaphora", "first_person"), words("anaphora", "first_person_plural")
    for token in tokens_of(doc):
        if token.pos_ != "PRON" or token.lower_ not in first or token.i in resolution.by_token:
            continue
        speaker = scene.speaker(token) or scene.source(token)
        if speaker is not None and token.lower_ in plural:
            # "we" of a party's candidate are whom she speaks to as much as the party
            # and a nominee speaks for no state
            runs = bool(scene.words_beside(speaker) & words("anaphora", "running"))
            own = (
                body
                for body in bodies.get(speaker, ())
                if not gazetteer.party(resolution.entities[body].name)
                and not (runs and resolution.entities[body].type == "Nation")
            )
            speaker = next(own, speaker)
        if speaker is not None:
            resolution.add(Link(token.i, token.i + 1, token.i, speaker, "pronoun", 0.85))


def _second_person(doc: Doc, resolution: Resolution, scene: Scene) -> None:
    """You is who is called by name in the same quotation ("Thank you, Ana"), else the person to whom it is said."""
    called: dict[int, str] = {}  # by the head of the speaker
    for link in resolution.links:
        if link.form == "name" and link.head in scene.direct and _is_called(doc, link):
            called.setdefault(scene.direct[link.head], link.entity)
    for index in sorted(scene.direct):
        token = doc[index]
        if token.lower_ not in words("anaphora", "second_person"):
            continue
        hearer = called.get(scene.direct[token.i]) or scene.listener(token)
        if (
            hearer is not None
            and resolution.entities[hearer].type == "Person"
            and hearer != scene.speaker(token)
            and text_of(doc, token.i + 1, token.i + 2) != "know"
        ):
            resolution.add(Link(token.i, token.i + 1, token.i, hearer, "pronoun", 0.6))


def _is_called(doc: Doc, link: Link) -> bool:
    """As in "Thank you, Ana." and "Ana, you lied": a name between marks that fills no place in the clause."""
    before = doc[link.start - 1] if link.start else None
    if before is not None and before.text.rstrip(".") in honorifics() and link.start > 1:
        before = doc[link.start - 2]
    after = doc[link.end] if link.end < len(doc) else None
    opened = before is None or before.text == "," or before.text in _QUOTES
    closed = after is not None and (after.text in {",", ".", "!", "?", *_QUOTES} or after.is_space)
    follows = before is not None and before.text == ","
    return opened and closed and (follows or after is None or after.text == ",") and doc[link.head].dep_ in _LOOSE
