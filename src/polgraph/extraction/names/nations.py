"""States that no table knows, told by the article itself: small territories, new or invented states.

In: a parsed article. Out: the `NameSpan`s of words that are a state by their company: a people's adjective of the same
stem ("Ostlandic", "Ostland"), or an office of state that names them ("the prime minister of Ostland").
"""

from __future__ import annotations

from calendar import day_name, month_name
from collections import Counter
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.evidence import person_votes, thing_votes
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.portfolios import is_field
from polgraph.extraction.names.towns import is_acting_town
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

__all__ = ["related_names", "unlisted_nations"]

_ENDINGS = {
    "",
    "n",
    "an",
    "ian",
    "ese",
    "ish",
    "i",
    "er",
    "ic",
    "ean",
    "ite",
    "nese",
    "lander",
    "landic",
    "ard",
    "ene",
    "r",
}
_OFFICES = frozenset(load("institutions")["state_nouns"]) | frozenset(load("institutions")["state_posts"])
_AMBIGUOUS = frozenset(load("institutions")["heads"]) | frozenset(load("institutions")["state_posts"])
_ORGANS = frozenset(load("institutions")["state_organs"])
_OF_A_STATE = {"state", "national", "citizen", "native", "cabinet", "presidency", "territory", "borders"}
_MEASURES = {"tariff", "tariffs", "sanctions", "embargo", "ceasefire", "border", "war"}
_OF_STATE = frozenset(load("institutions")["of_state"])
_CALENDAR = {day.casefold() for day in day_name} | {month.casefold() for month in month_name}
_GOVERNORS = {"governor", "mayor", "sheriff", "gov"}
_POSTED = {"embassy", "ambassador", "consul", "consulate", "envoy", "asylum", "refuge", "exile"}
_SHELTER = {"asylum", "refuge", "shelter", "visa", "citizenship", "residency", "passport", "sanctuary"}
_WHERE = {"in", "from", "into", "across", "against", "outside", "throughout", "neighbour", "neighbor"}
_WHERE |= {"eastern", "western", "northern", "southern", "central", "north-eastern", "north-western"}
_PACTS = {"treaty", "pact", "ceasefire", "truce", "armistice", "border", "war", "accord", "trade", "letter"}
_GOVERNING = {"govern", "rule", "invade", "annex", "occupy", "blockade", "bombard", "shell"}
_TOPONYMS = ("land", "stan", "ia", "mark", "heim", "burg", "istan", "grad", "isle", "desh")
_ADJECTIVAL = ("an", "ian", "ese", "ish", "ic", "i", "ene", "er")
_SHORT_TOPONYM = 5
_STEM = 4
_SHORTEST = 3
_PEOPLE = 5  # letters
_ENOUGH = 2  # votes
_LONGEST = 3  # words of a state's name
_PHRASE = 4  # words from a state to the office or organ that it owns


def related_names(people: str, nation: str) -> bool:
    """Tell whether `people` is the adjective or the inhabitant of `nation` by its form."""
    one, two = people.casefold().removesuffix("s"), nation.casefold()
    stem = 0
    while stem < min(len(one), len(two)) and one[stem] == two[stem]:
        stem += 1
    return stem >= _STEM and len(two) - stem <= 3 and one[stem:] in _ENDINGS and one != two


def unlisted_nations(doc: Doc, capitals: Sequence[Token], people: Sequence[NameSpan]) -> list[NameSpan]:
    """Find names that the article uses as states, and the adjectives of their peoples."""
    surnames = {doc[span.end - 1].text for span in people if span.end - span.start > 1}
    names: dict[str, list[Span]] = {}
    for run in _runs(doc, capitals):
        named = len(run) > 1 and gender(run[0].text) is not None  # somebody
        if run.text not in surnames and not named:
            names.setdefault(run.text, []).append(run)
    # only names of one beginning can be a state and its people
    families: dict[str, list[str]] = {}
    for name in names:
        families.setdefault(name[:_STEM].casefold(), []).append(name)
    votes: Counter[str] = Counter()
    adjectives: dict[str, str] = {}
    for name, runs in names.items():
        if all(doc[r.start].is_sent_start and len(r) == 1 and not doc.vocab[r[0].lower_].is_oov for r in runs):
            continue  # "Stony-faced": a plain word at the head of a sentence
        votes[name] += 2 * sum(_names_a_state(run) for run in runs)
        votes[name] += any(_is_place(run) for run in runs) + any(_is_thing(run) for run in runs)
        votes[name] += any(_owns_like_a_state(run) for run in runs)
        votes[name] += name.endswith(_TOPONYMS) and len(name) > _SHORT_TOPONYM
        for other in families[name[:_STEM].casefold()]:
            if related_names(other, name) and _is_adjective(names[other]) and not _is_adjective(runs):
                votes[name] += 2
                adjectives[other] = name
    states = {run[0].text for runs in names.values() for run in runs if len(run) > 1 and run[1].text == "State"}
    for name in states & names.keys():
        votes[name] += 2  # "Tavel State", "the Tavel government"
    _vote_for_company(names, votes)
    for name, runs in names.items():
        # a hint is enough for a word that is in no vocabulary, where nothing speaks for a person or a body
        unknown = votes[name] == 1 and len(runs) > 1 and name.istitle() and doc.vocab[name.casefold()].is_oov
        if unknown and not any(
            person_votes(doc, span) or thing_votes(doc, span) for span in (_nation(run) for run in runs)
        ):
            votes[name] = _ENOUGH
    found = []
    for name, runs in names.items():
        if votes[name] >= _ENOUGH and max(person_votes(doc, _nation(run)) for run in runs) > votes[name]:
            continue
        if name in adjectives and votes[adjectives[name]] >= _ENOUGH:
            found += [_nation(run, adjective=run.root.dep_ in {"amod", "compound"}) for run in runs]
        elif votes[name] >= _ENOUGH:
            found += [_nation(run) for run in runs]
    return found


def _vote_for_company(names: dict[str, list[Span]], votes: Counter[str]) -> None:
    """As in "between X and Ostland": what stands in one row with a state is a state too."""
    for name, runs in names.items():
        if 0 < votes[name] < _ENOUGH or (votes[name] == 0 and len(runs) > 1):
            votes[name] += 2 * any(_is_beside_a_state(run, votes) for run in runs)


def _is_beside_a_state(run: Span, votes: Counter[str]) -> bool:
    doc = run.doc
    if run.end + 1 < len(doc) and doc[run.end].lower_ == "and" and _is_state(doc[run.end + 1].text, votes):
        return True
    return run.start > 1 and doc[run.start - 1].lower_ == "and" and _is_state(doc[run.start - 2].text, votes)


def _is_state(word: str, votes: Counter[str]) -> bool:
    return votes[word] >= _ENOUGH or gazetteer.place(word) is not None


def _nation(run: Span, *, adjective: bool = False) -> NameSpan:
    return NameSpan(run.start, run.end, run.root.i, run.text, "Nation", adjective=adjective)


def _runs(doc: Doc, capitals: Sequence[Token]) -> Iterator[Span]:
    """Capitalised words in a row that no table knows, each alone and the whole of two or three; never titles."""
    end = 0
    for first in capitals:
        index = first.i
        if index < end or not _is_name_word(first):
            continue
        end = index + 1
        while end < len(doc) and end - index < _LONGEST and _is_name_word(doc[end]) and not doc[end].is_sent_start:
            end += 1
        whole = doc[index:end]
        if (
            end - index > 1
            and (
                any(token.ent_type_ != "PERSON" for token in whole) or doc[min(end, len(doc) - 1)].lower_ in _GOVERNORS
            )
            and not _is_institution(whole)
            and gazetteer.place(whole.text) is None
            and not gazetteer.is_organ(whole.text)
        ):
            yield whole
        for token in whole:
            if not _is_known(token.text) and (end - index == 1 or (token.i == index and _is_institution(whole))):
                yield doc[token.i : token.i + 1]


def _is_name_word(token: Token) -> bool:
    word = token.text
    return (
        word[0].isupper()
        and token.pos_ in {"PROPN", "NOUN", "ADJ"}
        and len(word) >= _SHORTEST
        and word.isalpha()
        and not is_person_noun(word)
        and not is_field(word.casefold())
        and word.casefold() not in words("names", "calendar")
        and word.casefold() not in words("names", "never")
        and not {word, word.removesuffix("s")} & words("names", "peoples_without_state")
        and not word.endswith("ism")
        and not (word.isupper() and len(word) > _STEM - 1)
        and gender(word) is None
    )


def _is_institution(run: Span) -> bool:
    return any(gazetteer.is_institution_head(token.text) for token in run)


def _is_known(word: str) -> bool:
    return (
        len(word) < _STEM
        or gazetteer.place(word) is not None
        or gazetteer.party(word)
        or gazetteer.is_organ(word)
        or gazetteer.is_institution_head(word)
        or is_field(word.casefold())
        or word.casefold() in _CALENDAR
        or word.casefold() in words("institutions", "governments")
    )


def _is_adjective(runs: Sequence[Span]) -> bool:
    """The word is mostly used before a noun, or as the name of people."""
    return 2 * sum(
        run.root.dep_ in {"amod", "compound", "nmod", "acomp"} or run.root.tag_ in {"JJ", "NNPS", "NNS"} for run in runs
    ) > len(runs)


def _names_a_state(run: Span) -> bool:
    """As in "X's prime minister", "the president of X", "the X navy", "the X Supreme Court"."""
    doc = run.doc
    before = doc[run.start - 1] if run.start else None
    if is_acting_town(doc, run.start):
        return True
    if before is not None and before.lower_ == "of" and run.start > 1:
        noun = doc[run.start - 2]
        if _is_uncommon(run) and _is_organ_before(doc, run.start - 2):
            return True
        # "the prime minister of X", but "the Minister of Transport"
        if noun.lower_ in {"secretary", "minister"} and run.start > 2 and is_field(doc[run.start - 3].lower_):
            return True
        if noun.lower_ in _OFFICES | _OF_A_STATE:
            return True
    if before is not None and before.lower_ in {"in", "to"} and run.start > 1 and doc[run.start - 2].lower_ in _POSTED:
        return True
    if before is not None and before.lower_ in {"neighbouring", "neighboring"}:
        return True
    if _shelters(run) or _is_people(run) or _has_envoys(run):
        return True
    after = run.end
    owner = after < len(doc) and doc[after].lower_ in {"'s", "'"}
    after += owner
    for index in range(after, min(after + _PHRASE, len(doc))):
        word = doc[index].lower_
        if word in _OFFICES or (word in {"minister", "ministry"} and (owner or index > after)):
            called = word in _GOVERNORS and index == run.end and index + 1 < len(doc) and doc[index + 1].pos_ == "PROPN"
            return owner or doc[index].text.islower() or word not in _AMBIGUOUS or called
        if owner and doc[index].text[:1].isupper() and word in _ORGANS and _is_uncommon(run):
            return True
        if owner and word == "secretary" and is_field(doc[index - 1].lower_):
            return True
        if word in _ORGANS and index > after and doc[index - 1].lower_ in _OF_STATE:
            return True
        if doc[index].pos_ not in {"NOUN", "ADJ", "PROPN"}:
            break
    return False


def _owns_like_a_state(run: Span) -> bool:
    """As in "X's trawlers", "off X's coast"."""
    doc = run.doc
    return (
        run.end + 1 < len(doc)
        and doc[run.end].lower_ in {"'s", "'"}
        and any(
            doc[i].lower_ in words("institutions", "state_possessions")
            for i in range(run.end + 1, min(run.end + 3, len(doc)))
        )
    )


def _is_organ_before(doc: Doc, index: int) -> bool:
    """As in "the Ministry of Health" before "of X"."""
    for i in range(index, max(index - _PHRASE, -1), -1):
        if not (doc[i].text[:1].isupper() or doc[i].lower_ in {"of", "and", "for", "the"}) or doc[i].is_sent_end:
            return False
        if doc[i].lower_ in _ORGANS and doc[i].text[:1].isupper():
            return True
    return False


def _is_uncommon(run: Span) -> bool:
    """A word of the name is in no vocabulary: "Department of Commerce" has no state in it."""
    return any(run.doc.vocab[token.lower_].is_oov for token in run)


def _shelters(run: Span) -> bool:
    """As in "X granted her asylum", "was offered refuge by X": only a state can."""
    head = run.root
    if head.dep_ == "nsubj":
        verb = head.head
    elif head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.pos_ == "VERB":
        verb = head.head.head
    else:
        return head.dep_ == "dobj" and head.head.lemma_ in _GOVERNING
    given = [child for child in children(verb) if child.dep_ not in {"nsubj", "nsubjpass"}]
    given += [child for prep in children(verb) if prep.lower_ == "as" for child in children(prep)]
    return any(child.lower_ in _SHELTER | {"refugee"} for child in given)


def _has_envoys(run: Span) -> bool:
    """As in "X has not taken sides, its embassy says"."""
    if run.root.dep_ != "nsubj":
        return False
    rest = run.doc[run.end : run.root.sent.end]
    return any(token.lower_ == "its" and token.head.lower_ in _POSTED - _SHELTER for token in rest)


def _is_people(run: Span) -> bool:
    """As in "an Ostlandic poet": an adjective of a people, unless it is of a faith, a creed or a part of the world."""
    doc = run.doc
    word = run.text
    if run.end >= len(doc) or len(run) > 1 or not word.endswith(_ADJECTIVAL) or len(word) < _PEOPLE:
        return False
    following = doc[run.end]
    return (
        run.root.dep_ in {"amod", "compound"}
        and run.root.head.i == run.end
        and following.is_lower
        and following.tag_ in {"NN", "NNS"}
        and (is_person_noun(following.lower_) or following.lower_ in _OFFICES)
        and run.start > 0
        and not doc[run.start].is_sent_start
        and word not in words("names", "peoples_without_state")
    )


def _is_place(run: Span) -> bool:
    doc = run.doc
    before = doc[run.start - 1].lower_ if run.start else ""
    if before in {"with", "between"} and run.start > 1:
        return doc[run.start - 2].lower_ in _PACTS
    return before in _WHERE


def _is_thing(run: Span) -> bool:
    """As in "X, which has", "a tariff on X": nobody says so of a person."""
    doc = run.doc
    relative = run.end + 1 < len(doc) and doc[run.end].text == "," and doc[run.end + 1].lower_ == "which"
    return relative or (run.start > 1 and doc[run.start - 2].lower_ in _MEASURES)
