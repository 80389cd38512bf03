"""Names of one article that stand for the same participant: full forms, surnames, acronyms, demonyms.

In: the names of an article. Out: `Cluster`s, each with its spans and how sure each link is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.nations import related_names
from polgraph.extraction.titles import gender, honorifics

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.names.name import NameSpan

__all__ = ["Cluster", "cluster_names"]

_PLACE_PREPOSITIONS = {"in", "at", "near", "outside", "around", "across", "through", "throughout", "inside", "into"}
_MOTION = {"go", "come", "fly", "travel", "return", "arrive", "move", "flee", "head", "drive", "flight"}
_FILLERS = {"of", "the", "for", "and", "on", "in", "de", "&", "'s"}


@dataclass(slots=True)
class Cluster:
    """One participant. name: its fullest form. spans: its names with the score of the link, in order of place."""

    type: str
    name: str
    country: str | None = None
    spans: list[tuple[NameSpan, float]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def take(self, span: NameSpan, score: float) -> None:
        """Add a name."""
        self.spans.append((span, score))
        self.forms.append(span.text)
        self.country = self.country or span.country


def cluster_names(doc: Doc, names: Sequence[NameSpan]) -> list[Cluster]:
    """Group the names of an article by participant."""
    people = [span for span in names if span.type == "Person"]
    institutions = [span for span in names if span.type == "Institution"]
    nations = [span for span in names if span.type == "Nation"]
    return [*_people(doc, people), *_institutions(doc, institutions), *_nations(doc, nations)]


def _people(doc: Doc, spans: Sequence[NameSpan]) -> list[Cluster]:
    clusters: list[Cluster] = []
    ends: dict[str, list[int]] = defaultdict(list)  # first or last word of a name to places in `clusters`
    full = sorted(
        (span for span in spans if span.end - span.start > 1), key=lambda span: (span.start - span.end, span.start)
    )
    for span in full:
        same = next(
            (cluster for cluster in _sharing(clusters, ends, span.text) if _same_person(cluster.name, span.text)), None
        )
        if same is None:
            same = _newcomer(clusters, ends, span.text)
        same.take(span, 1.0)
    short = [(span, _honorific_gender(doc, span.start)) for span in spans if span.end - span.start == 1]
    alone: dict[str, list[tuple[Cluster, str | None]]] = defaultdict(list)  # people whom no full name fits
    first_short: dict[str, int] = {}
    for span, _ in short:
        first_short.setdefault(span.text, span.start)
    for span, told in sorted(short, key=lambda item: (item[1] is None, item[0].start)):
        bearers = [c for c in _sharing(clusters, ends, span.text) if _short_for(span.text, c.name)]
        bearers = [c for c in bearers if not (_is_junior(c.name) and first_short[span.text] < _first(c))]
        if told is not None:
            bearers = [c for c in bearers if (_name_gender(c.name) or told) == told]
        bearers += [c for c, own in alone[span.text] if told in {own, None} or own is None]
        if not bearers:
            bearers = [_newcomer(clusters, ends, span.text)]
            alone[span.text].append((bearers[0], told))
        bearer = min(bearers, key=_first)
        bearer.take(span, 0.95 if len(bearers) == 1 else 0.7)
    for cluster in clusters:
        cluster.spans.sort(key=lambda item: item[0].start)
    return sorted(clusters, key=lambda cluster: cluster.spans[0][0].start)


def _is_junior(name: str) -> bool:
    """As in "Daniel Kest Jr.": where "Kest" was named before him, the father is meant."""
    return name.casefold().rstrip(".").endswith((" jr", " junior"))


def _newcomer(clusters: list[Cluster], ends: dict[str, list[int]], name: str) -> Cluster:
    for word in _edges(_words(name)):
        ends[word].append(len(clusters))
    clusters.append(Cluster("Person", name))
    return clusters[-1]


def _sharing(clusters: Sequence[Cluster], ends: Mapping[str, list[int]], name: str) -> list[Cluster]:
    """Return whose name begins or ends with the first or the last word of a name, in order of their making."""
    return [clusters[at] for at in sorted({at for word in _edges(_words(name)) for at in ends.get(word, ())})]


def _edges(words: Sequence[str]) -> set[str]:
    return {words[0], words[-1]} if words else {""}


def _same_person(one: str, two: str) -> bool:
    """Full names match with equal first and last words; middle names and initials may be missing."""
    a, b = _words(one), _words(two)
    if a == b or (len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0] == b[0] or _is_short_form(a[0], b[0]))):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and (long[-len(short) :] == short or long[: len(short)] == short)


def _is_short_form(one: str, two: str) -> bool:
    """As in "Bill" and "William"."""
    return one in _nicknames().get(two, ())


@cache
def _nicknames() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in load("names")["nicknames"]:
        for form in group:
            found[form] |= set(group)
    return found


@cache
def _words(name: str) -> list[str]:
    return [
        word for word in re.split(r"[\s.]+", name.casefold().replace("-", " - ")) if word not in {"", "-", "jr", "sr"}
    ]


def _short_for(word: str, name: str) -> bool:
    parts = _words(name)
    wanted = _words(word)
    return len(parts) > 1 and (parts[-len(wanted) :] == wanted or parts[: len(wanted)] == wanted)


def _nearness(cluster: Cluster, span: NameSpan) -> tuple[bool, int]:
    """The bearer last named before the span; failing that, the first one named after it."""
    before = [other.start for other, _ in cluster.spans if other.start < span.start]
    return (True, max(before)) if before else (False, -min((other.start for other, _ in cluster.spans), default=0))


def _first(cluster: Cluster) -> int:
    """Where a participant is introduced: a surname alone means the bearer whom the article brought first."""
    return min((other.start for other, _ in cluster.spans), default=0)


def _honorific_gender(doc: Doc, start: int) -> str | None:
    return gender(doc[start - 1].text) if start and doc[start - 1].text.rstrip(".") in honorifics() else None


def _name_gender(name: str) -> str | None:
    return gender(name.split(maxsplit=1)[0])


def _institutions(doc: Doc, spans: Sequence[NameSpan]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    ends: dict[str, list[tuple[int, str]]] = defaultdict(list)  # by the handles of a name
    meant = _bracketed(doc, spans)
    ordered = sorted(spans, key=lambda span: (span.start - span.end, span.start))
    for span in ordered:
        key = _institution_key(span.text)
        key = meant.get(key, key)
        if key not in clusters:
            likely = sorted({at for word in _handles(span.text) for at in ends.get(word, ())})
            key = next((other for _, other in likely if _abbreviates(span, clusters[other])), key)
        if key not in clusters and _is_bare_head(span):
            key = _named_last(span, clusters) or key
        if key not in clusters:
            made = clusters[key] = Cluster("Institution", _party_name(span.text) or span.text)
            for word in _handles(made.name):
                ends[word].append((len(clusters), key))
        clusters[key].take(span, 1.0)
    for cluster in clusters.values():
        cluster.spans.sort(key=lambda item: item[0].start)
    return sorted(clusters.values(), key=lambda cluster: cluster.spans[0][0].start)


def _bracketed(doc: Doc, spans: Sequence[NameSpan]) -> dict[str, str]:
    """As in "Confederation of Dockers (SDK)": the brackets say what the letters mean, in whatever language."""
    ends = {_closing(doc, span.end): span for span in spans if span.end - span.start > 1 and not span.adjective}
    return {
        _institution_key(span.text): _institution_key(ends[span.start - 1].text)
        for span in spans
        if span.start - 1 in ends
        and doc[span.start - 1].text == "("
        and (span.text.isupper() or span.text.upper() in _initials(ends[span.start - 1].text))
        and span.end - span.start == 1
    }


def _closing(doc: Doc, end: int) -> int:
    """As in "the Confederation's (SDK)": past the possessive."""
    return end + (end < len(doc) and doc[end].tag_ == "POS")


def _is_bare_head(span: NameSpan) -> bool:
    """As in "the Board": a word for an institution that stands for a longer name."""
    return " " not in span.text and gazetteer.is_institution_head(span.text) and not gazetteer.is_organ(span.text)


def _named_last(span: NameSpan, clusters: dict[str, Cluster]) -> str | None:
    """The institution with this head that is named last before the place, or first after it."""
    word = span.text.casefold()
    bearers = {key: cluster for key, cluster in clusters.items() if word in _head_words(cluster.name)}
    return max(bearers, key=lambda key: _nearness(bearers[key], span)) if bearers else None


@cache
def _head_words(name: str) -> frozenset[str]:
    """The last word of a longer name, and the last before "of", "for" or "on"."""
    parts = name.casefold().split()
    heads = {parts[i - 1] for i in range(1, len(parts)) if parts[i] in {"of", "for", "on"}}
    return frozenset({parts[-1], *heads} if len(parts) > 1 else ())


def _institution_key(text: str) -> str:
    synonym = _party_name(text)
    return re.sub(r"[^\w]+", " ", synonym or text).strip().casefold()


@cache
def _party_name(text: str) -> str | None:
    """Return the one name of a party that the table knows by several forms ("GOP", "Republican")."""
    folded = text.casefold().removeprefix("the ")
    lexicon = load("institutions")
    name = next(
        (n for n, forms in lexicon["parties"].items() if folded in {n.casefold(), *(f.casefold() for f in forms)}), None
    )
    for group in lexicon["party_synonyms"]:
        if (name or text) in group or folded in {form.casefold() for form in group}:
            return str(group[0])
    return name


def _handles(name: str) -> set[str]:
    """What a short form of a name shares with it: its first word, its last word, or its initials."""
    return _edges(name.casefold().split()) | _initials(name) | {name.replace(".", "")}


@cache
def _initials(name: str) -> frozenset[str]:
    """The initials of a name in capitals, without and with those of its small words."""
    parts = [word for word in re.split(r"[\s-]+", name) if word]
    return frozenset(
        "".join(word[0] for word in kept).upper()
        for kept in ([word for word in parts if word.casefold() not in _FILLERS], parts)
    )


def _abbreviates(span: NameSpan, cluster: Cluster) -> bool:
    """An acronym, or a shorter form that is a part of the name ("Communist Party")."""
    text, name = span.text, cluster.name
    if text.isupper() and len(text) > 1:
        return text.replace(".", "") in _initials(name) or name.startswith(f"{text} of ")
    short, whole = text.casefold().split(), name.casefold().split()
    if len(short) >= len(whole) or gazetteer.is_organ(text) or gazetteer.party(text):
        return False
    starts = [i for i in range(len(whole)) if whole[i : i + len(short)] == short]
    if not starts:
        return False
    opens = starts[0] == 0
    if opens and short[-1] in _whole_bodies() and whole[len(short)] not in _FILLERS:
        return False  # "the High Court" is no High Court Reporters Guild, "the House" no House Rules Committee
    if short[0] in load("institutions")["chambers"] and not opens:
        return False  # nor is it the White House
    if len(short) == 1:
        # one word stands for a longer name when it is its last or first word and says something
        return len(short[0]) > 3 and not gazetteer.is_institution_head(short[0]) and gazetteer.place(text) is None
    return opens or starts[-1] == len(whole) - len(short)


@cache
def _whole_bodies() -> frozenset[str]:
    """Words that end the name of a body: what follows them without a preposition makes another body."""
    return words("institutions", "heads") | words("institutions", "chambers")


def _nations(doc: Doc, spans: Sequence[NameSpan]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    for span in sorted(spans, key=lambda item: (item.adjective, item.start)):
        place = gazetteer.place(span.text)
        if place is not None and place.capital and _has_a_mayor(doc, span):
            place = None  # the town itself, not the state it rules
        if place is not None and place.capital and _is_locative(doc, span):
            continue
        name = place.name if place is not None else span.text
        key = name.casefold()
        if place is None and key not in clusters:
            key = next((other for other in clusters if _is_state_form(key, other)), key)
        if place is None and key not in clusters:
            key = next((other for other, c in clusters.items() if related_names(span.text, c.name)), key)
        if key not in clusters:
            clusters[key] = Cluster("Nation", name, span.country)
        clusters[key].take(span, 0.9 if place is not None and place.capital else 1.0)
    for cluster in clusters.values():
        cluster.spans.sort(key=lambda item: item[0].start)
    return sorted(clusters.values(), key=lambda cluster: cluster.spans[0][0].start)


def _is_state_form(one: str, two: str) -> bool:
    """As in "ostland" and "ostland republic", "isle of ostland"."""
    short, long = sorted((one.split(), two.split()), key=len)
    rest = [word for word in long if word not in short and word not in {"of", "the"}]
    return len(rest) == 1 and len(short) + 1 <= len(long) and rest[0] in _state_heads() | {"state"}


@cache
def _state_heads() -> frozenset[str]:
    return frozenset(load("institutions")["state_heads"])


def _has_a_mayor(doc: Doc, span: NameSpan) -> bool:
    """As in "London's mayor", "the mayor of London", "the city of London"."""
    after = _closing(doc, span.end)
    posts = load("titles")["local"]
    if after < len(doc) and (
        doc[after].lower_ in posts
        or doc[after].lower_ in {"council", "borough", "residents", "gov", "gov.", "governor", "state"}
    ):
        return True
    return span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in {*posts, "city"}


def _is_locative(doc: Doc, span: NameSpan) -> bool:
    """A capital after "in" or before a comma and its state is a place, not its government."""
    head = doc[span.head]
    if head.dep_ == "pobj" and head.head.lower_ in _PLACE_PREPOSITIONS:
        return True
    if head.dep_ == "pobj" and head.head.lower_ in {"from", "to"} and head.head.head.lemma_ in _MOTION:
        return True
    return head.dep_ in {"npadvmod", "appos", "nmod", "compound"} or (span.end < len(doc) and doc[span.end].text == "-")
