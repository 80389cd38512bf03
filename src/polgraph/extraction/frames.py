"""The lexicon of predicates: each entry a frame of words and roles, compiled and checked once.

A frame is written as one reads it: `SUBJ accuse OBJ`, `SUBJ call on|upon OBJ (to ACT)`, `SUBJ impose sanction|tariff on OBJ`,
`OBJ's arrest by SUBJ`, `SUBJ critical of OBJ`, `SUBJ distance self from OBJ`, `SUBJ threaten to ACT OBJ`. SUBJ and OBJ are the ends of the claim. The
first other word is the predicate; after it come a particle or prepositions, `self` for a reflexive, OBJ or SUBJ, or a
noun that has to stand there (`NOUN`: any); `|` separates alternatives; what stands in brackets may follow and is not checked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from polgraph.errors import OntologyError
from polgraph.extraction.lexicon import load
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from polgraph.model import Modality

__all__ = ["FILES", "Frame", "PartOfSpeech", "Step", "entries", "frames"]

PartOfSpeech = Literal["verb", "passive", "noun", "adjective"]
_POS: tuple[PartOfSpeech, ...] = ("verb", "passive", "noun", "adjective")
FILES = ("events", "ties")
_PREPOSITIONS = frozenset(
    "about above across after against ahead along alongside among around as at before behind beneath beside between beyond by down for from in into of off on onto "
    "out over past round through throughout to toward towards under up upon with within without away back apart together".split()
)
_ROLES = {"SUBJ", "OBJ"}
_KEYS = {"example", "action", "modality", "title", "kin", "former", *_POS}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that has to follow the predicate.

    kind: "role" a direct object; "prep" a prepositional object; "noun" the noun itself; "prep noun"; "particle"; "self";
    "act" an infinitive, whose object or prepositional object has the role.
    words: the preposition chain or the particle. lemmas: of the noun. role: SUBJ or OBJ.
    """

    kind: Literal["role", "prep", "noun", "prep noun", "particle", "self", "act"]
    words: tuple[str, ...] = ()
    lemmas: frozenset[str] = frozenset()
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One entry of the lexicon.

    lemmas: of the predicate. left: the role before it. owner: the left role is a possessive ("OBJ's arrest").
    embeds: "(to ACT)" follows, what the object is asked to do. name: the rule's name, for evaluation.
    """

    relation: str
    pos: PartOfSpeech
    lemmas: tuple[str, ...]
    left: str
    steps: tuple[Step, ...]
    name: str
    text: str
    example: str
    owner: bool = False
    embeds: bool = False
    modality: Modality | None = None
    action: str | None = None


@cache
def frames() -> Mapping[tuple[PartOfSpeech, str], tuple[Frame, ...]]:
    """Return all frames by part of speech and predicate lemma.

    Raises OntologyError, naming file and entry, where an entry does not hold.
    """
    table: dict[tuple[PartOfSpeech, str], list[Frame]] = defaultdict(list)
    for frame in entries():
        for lemma in frame.lemmas:
            table["verb" if frame.pos == "passive" else frame.pos, lemma].append(frame)
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
    left = words[0].removesuffix("'s")
    if left not in _ROLES or len(words) < 2:
        raise OntologyError(f"{where}: a frame begins with SUBJ or OBJ, then its predicate")
    lemmas = tuple(words[1].split("|"))
    required, optional = _split_optional(words[2:], where)
    steps = tuple(_steps(required, where))
    roles = [left, *(step.role for step in steps if step.role)]
    symmetric_alone = RELATIONS[relation].symmetric and roles == ["SUBJ"]
    if sorted(roles) != ["OBJ", "SUBJ"] and not symmetric_alone and not (pos == "noun" and len(roles) == 1):
        raise OntologyError(f"{where}: a frame names SUBJ once and OBJ once")
    return Frame(
        relation=relation,
        pos=pos,
        lemmas=lemmas,
        left=left,
        steps=steps,
        name=f"{relation}:{pos}:{'|'.join(lemmas[:2])}",
        text=text,
        example=str(row.get("example", "")),
        owner=words[0].endswith("'s"),
        embeds="ACT" in optional,
        modality=row.get("modality"),
        action=row.get("action"),
    )


def _split_optional(words: list[str], where: str) -> tuple[list[str], list[str]]:
    if "(" not in words:
        return words, []
    start = words.index("(")
    if words[-1] != ")":
        raise OntologyError(f"{where}: brackets stand at the end of a frame")
    return words[:start], words[start + 1 : -1]


def _steps(words: list[str], where: str) -> Iterator[Step]:
    chain: list[str] = []
    act = False
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else None
        if word == "ACT":
            act = True
            chain = []
        elif word in _ROLES and act:
            yield Step("act", role=word)
        elif set(word.split("|")) <= _PREPOSITIONS:
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
        else:
            lemmas = frozenset(word.split("|"))
            yield Step("prep noun", words=tuple(chain), lemmas=lemmas) if chain else Step("noun", lemmas=lemmas)
            chain = []
