"""The lexicon of predicates: each entry a frame of words and roles, compiled and checked once.

A frame is written as one reads it: `SUBJ accuse OBJ`, `SUBJ call on|upon OBJ (to ACT)`, `SUBJ impose tariff on OBJ`,
`OBJ's arrest by SUBJ`, `SUBJ critical of OBJ`, `SUBJ distance self from OBJ`. SUBJ and OBJ are the ends of the claim;
`OBJ:Person` limits the type. The first other word is the predicate; after it come a particle or prepositions, `self`
for a reflexive, a role, or a noun that has to stand there (`NOUN`: any); `|` separates alternatives; what stands in
brackets may follow and is not checked. Words in capitals stand for more:

    ACT HARM HELP      an infinitive, any, a hostile or another one; a role after it is whomever that acts on
    LEAVE              an infinitive that means to leave: "forced her to resign"
    BACK SPURN         an infinitive such as "support" or "elect"; such as "reject" or "defeat"
    WIN                an infinitive such as "win" or "prevail"
    CRIME INSULT ...   a complement from a list of `support.yaml`: `SUBJ call OBJ CRIME`, `SUBJ describe OBJ as CRIME`
    QUOTED             a complement in quotation marks, whatever it says
    LABEL              any other noun with "a": "called X a teapot"

`OBJ's ambassador` is a noun that belongs to OBJ in any way ("the Ostlandic ambassador"). `that OBJ ACT` is a clause
about what OBJ should do, `that OBJ` one about anything OBJ does.

The key of an entry tells the kind of predicate. `verb`: active and passive. `passive`: only the passive, its subject
the left role. `noun`, `adjective`. `said`: a clause about OBJ in the mouth of SUBJ, its speaker: `OBJ be CRIME`; its
subject may be other words instead, `nobody|one trust OBJ`. `OBJ's hypocrisy` and `OBJ's SHAMEFUL` judge by a noun of
OBJ's or by an adjective before one, whatever the clause says. `suffered` marks one in the passive, "X can not be
trusted", `asked` one in a question that wants no answer, "who can trust X?". `itself`: nothing that only stands for
OBJ will do.

Every entry has an `example` in words of our own. Its claim holds between the first two names of the sentence;
`ends: [SUBJ, OBJ]` names them where their order is another. `plover` is the PLOVER class, where it is not that of the
relation; it ends the rule's name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from polgraph.errors import OntologyError
from polgraph.extraction.lexicon import load
from polgraph.ontology import ENTITY_TYPES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from polgraph.model import Modality

__all__ = ["ANY_LABEL", "FILES", "Frame", "PartOfSpeech", "Step", "entries", "frames"]

PartOfSpeech = Literal["verb", "passive", "noun", "adjective", "said"]
_POS: tuple[PartOfSpeech, ...] = ("verb", "passive", "noun", "adjective", "said")
FILES = ("cooperation", "verbal_conflict", "material_conflict", "judgements", "ties")
_ROLES = {"SUBJ", "OBJ"}
_CLAUSAL = {"for", "until", "unless"}
_ACTS = {"ACT", "HARM", "HELP", "LEAVE", "BACK", "SPURN", "WIN"}
ANY_LABEL = frozenset({"a"})
_FLAGS = {"denied", "suffered", "asked", "itself", "former"}
_KEYS = {"example", "ends", "action", "modality", "title", "kin", "plover", *_FLAGS, *_POS}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that has to follow the predicate.

    kind: "role" a direct object; "prep" a prepositional object; "noun" the noun itself; "prep noun"; "particle";
    "self"; "act" an infinitive; what it acts on has the role, if there is one; "clause" one whose subject has the
    role; "complement" what the object is called; "owned" an object that is one of these nouns and the role's;
    "subject" a subject that is one of these.
    words: the preposition chain, the particle or the kind of act. lemmas: of the noun. role: SUBJ or OBJ.
    """

    kind: Literal[
        "role", "prep", "noun", "prep noun", "particle", "self", "act", "clause", "complement", "owned", "subject"
    ]
    words: tuple[str, ...] = ()
    lemmas: frozenset[str] = frozenset()
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One entry of the lexicon.

    lemmas: of the predicate. left: the role before it. owner: the left role is a possessive ("OBJ's arrest").
    embeds: "(to ACT)" follows, what the object is asked to do. name: the rule's name, for evaluation.
    types: role to the entity types that may fill it, where limited. ends: names of SUBJ and OBJ in the example.
    denied: of a judgement that lies in its denial ("X has not listened"). suffered: of one in the passive.
    asked: of one in a question. itself: what stands for OBJ is not enough.
    opening: words of which one must stand right under the predicate, if any: no look at it is needed without them.
    """

    relation: str
    pos: PartOfSpeech
    lemmas: tuple[str, ...]
    left: str
    steps: tuple[Step, ...]
    name: str
    text: str
    example: str
    types: Mapping[str, frozenset[str]]
    ends: tuple[str, ...] = ()
    owner: bool = False
    embeds: bool = False
    modality: Modality | None = None
    action: str | None = None
    denied: bool = False
    suffered: bool = False
    asked: bool = False
    itself: bool = False
    opening: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How much the frame asks for: "pull out of" is more than "pull"."""
        return sum(
            1 if step.kind == "complement" and step.lemmas <= ANY_LABEL else 2 + bool(step.lemmas)
            for step in self.steps
        )

    @property
    def is_phrase(self) -> bool:
        """Tell a judgement that is no clause: "OBJ's hypocrisy"."""
        return self.pos == "said" and self.owner

    @property
    def scenic(self) -> bool:
        """Tell a frame of deeds on anything in a country: "killed NOUN in OBJ"."""
        first = self.steps[0] if self.steps else None
        return (
            first is not None
            and first.kind == "noun"
            and first.lemmas == {"NOUN"}
            and any(step.kind == "prep" and "in" in step.words[-1].split("|") for step in self.steps[1:])
            and self.relation == "ATTACKED"
        )


@cache
def frames() -> Mapping[tuple[PartOfSpeech, str], tuple[Frame, ...]]:
    """Return all frames by part of speech and predicate lemma; what verbs begin is under "verb".

    Under "said" are the words that judge in a phrase.

    Raises OntologyError, naming file and entry, where an entry does not hold.
    """
    table: dict[tuple[PartOfSpeech, str], list[Frame]] = defaultdict(list)
    for frame in entries():
        for lemma in frame.lemmas:
            verbal = frame.pos in {"passive", "said"} and not frame.is_phrase
            table["verb" if verbal else frame.pos, lemma].append(frame)
    return {key: tuple(found) for key, found in table.items()}


@cache
def entries() -> tuple[Frame, ...]:
    """Return all frames in the order of the files."""
    return tuple(frame for file in FILES for frame in _read(file))


def _read(file: str) -> Iterator[Frame]:
    for relation, rows in load(file).items():
        where = f"lexicon/{file}.yaml: {relation}"
        if relation not in RELATIONS:
            raise OntologyError(f"{where}: no such relation in ontology/relations.yaml")
        for row in rows:
            yield _compile(where, relation, row)


def _compile(where: str, relation: str, row: Mapping[str, Any]) -> Frame:
    if not isinstance(row, dict) or set(row) - _KEYS:
        raise OntologyError(f"{where}: {row}: the keys of an entry are {', '.join(sorted(_KEYS))}")
    found = [pos for pos in _POS if pos in row]
    if len(found) != 1:
        raise OntologyError(f"{where}: {row}: an entry has one of {', '.join(_POS)}")
    pos = found[0]
    text = str(row[pos])
    where = f"{where}: {text!r}"
    words = text.replace("(", " ( ").replace(")", " ) ").split()
    words, types = _split_types(words, where)
    left = words[0].removesuffix("'s")
    if (left not in _ROLES and pos != "said") or len(words) < 2:
        raise OntologyError(f"{where}: a frame begins with SUBJ or OBJ, then its predicate")
    lemmas = tuple(sorted(_complements(words[1], where)) if words[1].isupper() else words[1].split("|"))
    required, optional = _split_optional(words[2:], where)
    steps = tuple(_steps(required, where))
    if left not in _ROLES:
        steps = (Step("subject", lemmas=frozenset(left.split("|"))), *steps)
    if pos == "noun" and any(step.kind in {"noun", "role"} for step in steps):
        raise OntologyError(f"{where}: after a noun stand prepositions, infinitives and what follows them")
    _check_roles(where, relation, pos, [role for role in (left, *(step.role for step in steps)) if role in _ROLES])
    return Frame(
        relation=relation,
        pos=pos,
        lemmas=lemmas,
        left=left,
        steps=steps,
        name=f"{relation}:{pos}:{'|'.join(words[1].split('|')[:2])}" + (f"={row['plover']}" if "plover" in row else ""),
        text=text,
        example=str(row.get("example", "")),
        types=types,
        ends=tuple(row.get("ends", ())),
        owner=words[0].endswith("'s"),
        embeds=bool(_ACTS & set(optional)),
        modality=row.get("modality"),
        action=row.get("action"),
        denied=bool(row.get("denied")),
        suffered=bool(row.get("suffered")),
        asked=bool(row.get("asked")),
        itself=bool(row.get("itself")) or (pos == "said" and words[0].endswith("'s")),
        opening=_opening(steps),
    )


def _opening(steps: Sequence[Step]) -> frozenset[str]:
    """The first preposition or particle of a frame, where no noun comes before it that it may hang on."""
    for step in steps:
        if step.kind in {"prep", "prep noun", "particle"} and step.words:
            words = frozenset(step.words[-1 if step.kind == "particle" else 0].split("|"))
            # a clause may begin with one of these, below the predicate's own words
            return frozenset() if words & _CLAUSAL else words
        if step.kind in {"noun", "complement"}:
            break
    return frozenset()


def _split_types(words: list[str], where: str) -> tuple[list[str], dict[str, frozenset[str]]]:
    bare, types = [], {}
    for word in words:
        role, _, names = word.partition(":")
        bare.append(role)
        if names:
            types[role] = frozenset(names.split("|"))
            if role not in _ROLES or types[role] - set(ENTITY_TYPES):
                raise OntologyError(f"{where}: {word}: after SUBJ: or OBJ: stand entity types")
    return bare, types


def _split_optional(words: list[str], where: str) -> tuple[list[str], list[str]]:
    if "(" not in words:
        return words, []
    start = words.index("(")
    if words[-1] != ")":
        raise OntologyError(f"{where}: brackets stand at the end of a frame")
    return words[:start], words[start + 1 : -1]


def _check_roles(where: str, relation: str, pos: PartOfSpeech, roles: list[str]) -> None:
    if pos == "said":
        if roles != ["OBJ"]:
            raise OntologyError(f"{where}: the frame of a speaker's clause names OBJ, once; SUBJ is the speaker")
        return
    alone = (RELATIONS[relation].symmetric and roles == ["SUBJ"]) or (pos == "noun" and len(roles) == 1)
    if sorted(roles) != ["OBJ", "SUBJ"] and not alone:
        raise OntologyError(f"{where}: a frame names SUBJ once and OBJ once")


def _steps(words: list[str], where: str) -> Iterator[Step]:
    chain: list[str] = []
    act = ""
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else None
        if _prepositions() & set(word.split("|")) and not set(word.split("|")) <= _prepositions():
            raise OntologyError(f"{where}: {word}: not all of these are prepositions or particles")
        if word == "that" and following in _ROLES:
            if chain:
                yield Step("particle", words=tuple(chain))
            yield Step("clause", words=tuple(words[position + 2 :]), role=following)
            return
        if word.removesuffix("'s") in _ROLES and word.endswith("'s"):
            if chain:
                yield Step("particle", words=(chain[0],))  # of "out of" only "out" hangs on the predicate
            nouns = frozenset((following or "").split("|"))
            yield Step("owned", words=tuple(chain), lemmas=nouns, role=word.removesuffix("'s"))
            return
        if word in _ACTS:
            act = word
            chain = []
        elif word in _ROLES and act:
            yield Step("act", words=(act,), role=word)
        elif set(word.split("|")) <= _prepositions():
            chain.append(word)
            if following is None:
                yield Step("particle", words=tuple(chain))
        elif word in _ROLES:
            yield Step("prep", words=tuple(chain), role=word) if chain else Step("role", role=word)
            chain = []
        elif word == "self":
            yield Step("prep" if chain else "self", words=tuple(chain))
            chain = []
        elif word == "and":
            raise OntologyError(
                f"{where}: write `between SUBJ` once; both sides of a symmetric relation are found by themselves"
            )
        elif word != "NOUN" and word.isupper():
            yield Step("complement", words=tuple(chain), lemmas=_complements(word, where))
            chain = []
        else:
            lemmas = frozenset(word.split("|"))
            yield Step("prep noun", words=tuple(chain), lemmas=lemmas) if chain else Step("noun", lemmas=lemmas)
            chain = []
    if act and words[-1] in _ACTS:
        yield Step("act", words=(act,))


def _complements(word: str, where: str) -> frozenset[str]:
    if word == "QUOTED":
        return frozenset()
    if word == "LABEL":
        return ANY_LABEL
    lists = load("support")["complements"]
    unknown = [name for name in word.split("|") if name not in lists]
    if unknown:
        raise OntologyError(f"{where}: {unknown[0]}: no such list under complements in lexicon/support.yaml")
    return frozenset(lemma for name in word.split("|") for lemma in lists[name])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("support")["prepositions"])
