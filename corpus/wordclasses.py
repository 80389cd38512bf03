"""Which word classes the predicates are of: verbs (active and passive), nouns and adjectives per relation type.

python corpus/wordclasses.py [ROOT]          rows, and different words in brackets; parses every text, takes a minute
"""
# ruff: noqa: INP001  a script, no package

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from corpus.compiler.splits import SPLITS  # noqa: E402  the path comes first

from polgraph.extraction.language import parse  # noqa: E402
from polgraph.ontology import RELATIONS  # noqa: E402

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_COLUMNS = ("verb", "passive", "noun", "adjective")


def main(root: Path = HERE) -> int:
    """Count what is compiled under this folder, and print it."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted(path for split in SPLITS for path in (root / split).glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf8")
        doc = parse(text, (0, len(text)))
        for row in json.loads(path.read_text("utf8"))["relations"]:
            for piece in row.get("predicate", [])[:1]:
                span = doc.char_span(piece["start"], piece["end"], alignment_mode="expand")
                if span is None:
                    raise ValueError(f"{path}: the predicate of a row lies outside the text: {piece}")
                kind = _kind(span)
                rows[row["r"]][kind] += 1
                words[row["r"], kind].add(span.root.lemma_.casefold())
    sys.stdout.write(f"{'relation':26}" + "".join(f"{column:>12}" for column in _COLUMNS) + "\n")
    for name in RELATIONS:
        cells = (f"{rows[name][column]} ({len(words[name, column])})" for column in _COLUMNS)
        sys.stdout.write(f"{name:26}" + "".join(f"{cell:>12}" for cell in cells) + "\n")
    return 0


def _kind(span: Span) -> str:
    root = span.root
    kind = _CLASSES.get(root.pos_, "other")
    reduced = root.dep_ == "acl" and root.tag_ == "VBN"  # "the envoy sacked by Kest"
    if kind == "verb" and (reduced or any(child.dep_ == "auxpass" for child in root.children)):
        return "passive"
    return kind


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
