"""Speech and thought without quotation marks around the whole: what the parse says about a cue.

In: the layout of an article. Out: an attribution for each verb, noun and adjective of `lexicon/speech.yaml` that has a
complement of one of its frames, and for "according to".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.speech.complements import Complement, complement, nominal_complement
from polgraph.extraction.speech.cues import speech
from polgraph.extraction.speech.framing import clause_before, framed
from polgraph.extraction.speech.sources import nominal_source, phrase, subject_source
from polgraph.extraction.syntax.tree import lefts, rights, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from polgraph.extraction.speech.sources import Source
    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["frames_of", "reported_attributions"]

_COPULAS = frozenset(["be", "seem", "appear", "remain", "become", "feel", "look", "sound", "get", "stay", "grow"])
_MAX_CLIMB = 8
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST = 120  # words of a content that are looked through
_NEXT_THAT = 3
_PRONOUNS = ("PRP", "WP", "WDT")
_CLAUSES = ("clause", "that", "quotation")
_REPORTS = frozenset(_CLAUSES)
_PARTICLES = ("prt", "advmod", "acomp", "oprd", "dobj", "prep", "ccomp")


def reported_attributions(layout: Layout) -> list[Attribution]:
    """Find all attributions that the syntax shows."""
    return [found for token in tokens_of(layout.doc) for found in _at(layout, token)]


def frames_of(verb: Token) -> tuple[Mapping[str, str], Token | None]:
    """Look up a verb with the word that belongs to it, if any; from frame to kind, empty for no cue."""
    variants = speech().verbs.get(verb.lemma_.lower())
    if variants is None:
        return {}, None
    if len(variants) > 1 or "" not in variants:
        for child in rights(verb):
            if child.dep_ in _PARTICLES and child.lower_ in variants:
                return variants[child.lower_], child
    return variants.get("", {}), None


def _at(layout: Layout, token: Token) -> Iterator[Attribution]:
    tag = token.tag_
    found = None
    if tag.startswith("VB"):
        found = _according(layout, token) if token.lower_ == "according" else _verb(layout, token)
    elif tag in ("NN", "NNS"):
        found = _noun(layout, token)
    elif tag.startswith("JJ"):
        found = _adjective(layout, token)
    if found is not None:
        yield found


def _verb(layout: Layout, verb: Token) -> Attribution | None:
    frames, particle = frames_of(verb)
    around = framed(layout, verb, _is_cue) if not _REPORTS.isdisjoint(frames) else None
    if around is not None:
        said = Complement("clause", around.spans)
        return _attribution(layout, frames, said, around.source, _cue(layout, verb, said, particle))
    fitting = complement(verb, frames) if frames else None
    if fitting is None:
        return _adjective(layout, verb) if verb.tag_ == "VBN" else None
    if (fitting.frame == "thing" and _is_carrier(verb, layout)) or _is_pronoun(layout, fitting):
        return None
    source = subject_source(verb)
    if source is None and (verb.tag_ in ("VB", "VBG") or verb.head.lemma_ == "let"):
        return None  # "let's say", "by admitting": nobody in particular
    return _attribution(layout, frames, _whole(layout, verb, fitting), source, _cue(layout, verb, fitting, particle))


def _is_cue(verb: Token) -> bool:
    return bool(frames_of(verb)[0])


def _is_pronoun(layout: Layout, fitting: Complement) -> bool:
    """Tell "he knows it" and "who was praised", whose content says nothing."""
    first, last = fitting.spans[0]
    return len(fitting.spans) == 1 and first == last and layout.doc[first].tag_ in _PRONOUNS


def _is_carrier(verb: Token, layout: Layout) -> bool:
    """Tell "voiced concern about the port", where the noun is the cue."""
    if verb.lemma_ not in speech().carriers:
        return False
    thing = next((child for child in rights(verb) if child.dep_ == "dobj"), None)
    return thing is not None and _noun(layout, thing) is not None


def _whole(layout: Layout, verb: Token, fitting: Complement) -> Complement:
    """Stretch a clause before its cue to the head of the sentence: "A, but B, she said" reports both.

    One behind its cue goes on to the last "that": "She said that A, and that B".
    """
    if fitting.frame in ("clause", "gerund") and len(fitting.spans) == 1 and fitting.spans[0][0] > verb.i:
        cut = _end_of_own(layout, verb, fitting.spans[0])
        if cut is not None:
            return Complement(fitting.frame, ((fitting.spans[0][0], cut),))
    if fitting.frame != "clause" or len(fitting.spans) > 1:
        return fitting
    first, last = layout.sentence(verb.i)
    if fitting.spans[0][1] > verb.i:
        return Complement("clause", ((fitting.spans[0][0], _end_of_thats(layout, fitting.spans[0], last)),))
    own = verb.right_edge.i
    if verb.dep_ not in ("ROOT", "conj", "parataxis") or any(
        token.is_alpha for token in tokens_of(layout.doc)[own + 1 : last + 1]
    ):
        return fitting
    while first < fitting.spans[0][0] and not layout.doc[first].is_alpha and not layout.doc[first].is_digit:
        first += 1
    return Complement("clause", ((first, fitting.spans[0][1]),))


def _end_of_own(layout: Layout, cue: Token, span: tuple[int, int]) -> int | None:
    """Find where the source acts again: "Brel insists she never paid, and accuses the bank", by the tenses."""
    doc = layout.doc
    if span[1] - span[0] > _LONGEST:
        return None
    told = next((token for token in tokens_of(doc)[span[0] : span[1] + 1] if token.tag_ in _FINITE), None)
    for token in tokens_of(doc)[span[0] + 2 : span[1]]:
        if token.lower_ != "and" or doc[token.i - 1].text != ",":
            continue
        verb = token.nbor()
        if verb.tag_ != cue.tag_ or verb.tag_ not in _FINITE or verb.pos_ != "VERB":
            continue
        if told is None or told.i > token.i or told.tag_ != cue.tag_ or told.lower_ == "had":
            return token.i - 2
    return None


def _end_of_thats(layout: Layout, span: tuple[int, int], last: int) -> int:
    doc = layout.doc
    if span[0] == 0 or "that" not in (doc[span[0]].lower_, doc[span[0] - 1].lower_):
        return span[1]
    for token in tokens_of(doc)[span[1] + 1 : min(last, span[1] + _NEXT_THAT) + 1]:
        if token.lower_ == "that" and token.tag_ == "IN" and doc[token.i - 1].lower_ in (",", ";", "and"):
            return last
        if not (token.is_punct or token.lower_ in ("and", "but", "that")):
            break
    return span[1]


def _noun(layout: Layout, noun: Token) -> Attribution | None:
    if noun.lemma_.lower() in speech().views and noun.head.lower_ in ("in", "to"):
        return _view(layout, noun)
    frames = speech().nouns.get(noun.lemma_.lower(), {}).get("")
    if noun.i and noun.lower_ == "order" and noun.nbor(-1).lower_ == "in":
        return None  # "in order to"
    fitting = nominal_complement(noun, frames) if frames else None
    if frames is None or fitting is None:
        return None
    source = nominal_source(noun)
    if source is None and not _stands_alone(noun, frames, fitting):
        return None
    return _attribution(layout, frames, fitting, source, _cue(layout, noun, fitting))


def _stands_alone(noun: Token, frames: Mapping[str, str], fitting: Complement) -> bool:
    """Tell nouns that report something even where nobody is named: "speculation that", "an agreement to"."""
    kind = frames[fitting.frame]
    if fitting.frame == "clause":
        return noun.dep_ != "nsubj" or kind != "ask"
    return fitting.frame == "infinitive" and kind == "promise"


def _adjective(layout: Layout, adjective: Token) -> Attribution | None:
    frames = speech().adjectives.get(adjective.lower_, {}).get("")
    if not frames:
        return None
    fitting = complement(adjective, frames)
    if fitting is None:
        return None
    if adjective.dep_ == "acomp" and adjective.head.lemma_ in _COPULAS:
        source = subject_source(adjective.head)
        if source is None:
            return None
    elif adjective.tag_ == "VBN":
        subject = next((child for child in lefts(adjective) if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return None
        source = phrase(subject, adjective)
    else:
        return None
    return _attribution(layout, frames, fitting, source, _cue(layout, adjective, fitting))


def _attribution(
    layout: Layout, frames: Mapping[str, str], fitting: Complement, source: Source | None, cue: tuple[int, int]
) -> Attribution | None:
    content = layout.within_quotation(cue[0], layout.content(fitting.spans))
    kind = next(frames[frame] for frame in (fitting.frame, *_CLAUSES, *frames) if frame in frames)
    if not content:
        return None
    return layout.attribution(content, kind=kind, frame=fitting.frame, cue=cue, source=source)


def _cue(layout: Layout, token: Token, fitting: Complement, particle: Token | None = None) -> tuple[int, int]:
    """Give the characters of a cue with the word that belongs to it or the preposition of its frame."""
    last = token.i
    following = layout.doc[last + 1] if last + 1 < len(layout.doc) else None
    if following is not None and (
        following.lower_ == fitting.frame or (particle is not None and following.i == particle.i)
    ):
        last += 1
    return layout.characters(token.i, last)


def _view(layout: Layout, noun: Token) -> Attribution | None:
    """Find "in her view, ...": the clause is the possessor's."""
    source = nominal_source(noun)
    preposition = noun.head
    edges = (preposition.left_edge.i - 1, preposition.right_edge.i + 1)
    apart = any(0 <= edge < len(layout.doc) and layout.doc[edge].text == "," for edge in edges)
    spans = _host(preposition) if apart and source is not None and source.head < noun.i else ()
    content = layout.content(spans)
    if not content:
        return None
    cue = layout.characters(noun.i, noun.i)
    return layout.attribution(content, kind="think", frame="clause", cue=cue, source=source)


def _according(layout: Layout, token: Token) -> Attribution | None:
    to = next((child for child in rights(token) if child.lower_ == "to"), None)
    named = next((child for child in rights(to) if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or named is None:
        return None
    source, spans = phrase(named, to), _host(token)
    if token.head == token:  # the parser took it for the verb of the sentence
        last = layout.sentence(token.i)[1]
        comma = next((each.i for each in tokens_of(layout.doc)[named.i : last] if each.text == ","), last)
        source, spans = source._replace(last=min(source.last, comma - 1)), [(comma + 1, last)] if comma < last else []
    elif token.i and layout.doc[token.i - 1].text == "," and source.last + 2 >= layout.sentence(token.i)[1]:
        before = clause_before(layout, token.i - 1, token, _is_cue)
        spans = [before] if before is not None else spans
    content = layout.content(spans)
    if not content:
        return None
    return layout.attribution(content, kind="say", frame="clause", cue=layout.characters(token.i, to.i), source=source)


def _host(adjunct: Token) -> list[tuple[int, int]]:
    """Give the clause that an adjunct comments on, without the adjunct."""
    host = adjunct.head
    for _ in range(_MAX_CLIMB):
        if host.pos_ in ("VERB", "AUX") or host.head == host:
            break
        host = host.head
    first, last = host.left_edge.i, host.right_edge.i
    own_first, own_last = adjunct.left_edge.i, adjunct.right_edge.i
    return [span for span in ((first, own_first - 1), (own_last + 1, last)) if span[0] <= span[1]]
