"""Direct speech: whole utterances in quotation marks and the cue beside them.

In: the layout of an article. Out: one attribution for each speaker's turn; what the same cue governs, over sentences
and paragraphs, is one content of several spans. A few quoted words inside a sentence are no turn: they belong to the
complement of their cue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction.speech.reported import frames_of
from polgraph.extraction.speech.sources import Source, phrase, subject_source
from polgraph.extraction.syntax.tree import lefts, rights, tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.speech.quotations import Quotation
    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["quoted_attributions"]

_FEWEST_BLANKS = 3  # a paragraph of fewer words is a heading
_GAP = 400  # a cue stands within so many characters of its quotation
_STOPS = ".?!"
_CLOSING = "\"”“'’»«›‹`"
_JOINED = re.compile(r", (?:and|but|that|because|so|yet)\s+\Z")
_RELATIVE = ("relcl", "acl")
_TIMES = ("DATE", "TIME")
_NAMES = ("PROPN", "PRON", "NOUN")
_HE = ("he", "she")
_NOTE = re.compile(r"\[[^\]\n]{1,30}\]")  # "[laughs]", "[TAPE]"


class _Turn:
    """A turn while it grows: its quotations, its cue, or without one the cue whose speaker goes on."""

    def __init__(self, first: Quotation, cue: Token | None) -> None:
        self.parts = [first]
        self.cue = cue
        self.follows: Token | None = None


def quoted_attributions(layout: Layout) -> list[Attribution]:
    """Find the turns of direct speech that have a cue."""
    turns: list[_Turn] = []
    utterances = _utterances(layout)
    for number, quotation in enumerate(utterances):
        previous = utterances[number - 1] if number else None
        following = utterances[number + 1] if number + 1 < len(utterances) else None
        last = turns[-1] if turns else None
        if last is not None and previous is not None and previous.continued:
            last.parts.append(quotation)
            last.cue = last.cue or _cue_after(layout, quotation, following)
            continue
        cue = _cue_before(layout, quotation, previous)
        if last is not None and last.cue is not None and _goes_on(layout, last, quotation, cue, following):
            last.parts.append(quotation)
        else:
            turn = _Turn(quotation, cue or _cue_after(layout, quotation, following))
            if turn.cue is None:
                turn.follows = _cue_of_sentence_before(layout, quotation) or _doer_before(layout, quotation)
                if last is not None and _is_next_paragraph(layout, last.parts[-1], quotation):
                    turn.follows = last.cue or last.follows
            turns.append(turn)
    return [found for turn in turns if (found := _attribution(layout, turn)) is not None]


def _is_next_paragraph(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    """Tell a paragraph that is all quotation and follows one in which somebody spoke."""
    text = layout.text
    if quotation.single or text[quotation.start : quotation.end].count(" ") < _FEWEST_BLANKS:
        return False
    between = text[layout.line_end(before.end) : quotation.start]
    after = text[quotation.end : layout.line_end(quotation.end)]
    return not between.strip() and "\n" in between and not after.strip()


def _utterances(layout: Layout) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in layout.quotations:
        if _is_utterance(layout, quotation, found[-1] if found else None):
            found.append(quotation)
    return found


def _is_utterance(layout: Layout, quotation: Quotation, previous: Quotation | None) -> bool:
    """Tell speech from a quoted word, title or phrase inside a sentence."""
    text = layout.text
    words = text[quotation.start : quotation.end].strip(_CLOSING + " ")
    if not any(character.isalpha() for character in words):
        return False
    ends = words[-1] in ".,?!…—-" or text[quotation.end : quotation.end + 1] in (",", ".", "?") or not quotation.closed
    before = _JOINED.sub(",", text[max(0, quotation.start - 10) : quotation.start]).rstrip(" \t")
    begins = not before or before[-1] in "\n.?!:,—–-;)]*•·>|" + _CLOSING
    capital = words[0].isupper() or words[0] in "[.…" or not words[0].isalpha()
    if not begins:
        # "she declared “I will not go.”"
        word = layout.tokens(max(0, quotation.start - 30), quotation.start)
        return capital and ends and len(word) > 0 and "quotation" in frames_of(word[-1])[0] and " " in words
    if capital:
        return ends
    # the second half of a sentence that the cue interrupts, or words that the article takes up in mid-sentence
    if previous is None or text[previous.end - 2 : previous.end - 1] != "," or before[-1:] not in (",", ";", ":"):
        return False
    gap = text[previous.end : quotation.start]
    return len(gap) < _GAP and "\n" not in gap


def _goes_on(layout: Layout, turn: _Turn, quotation: Quotation, cue: Token | None, following: Quotation | None) -> bool:
    """Tell whether a quotation continues a turn: nothing but the turn's own cue stands between the two."""
    if cue is not None and turn.cue is not None and cue.i != turn.cue.i:
        return False
    start = turn.parts[-1].end
    gap = layout.tokens(start, quotation.start)
    if "\n" in layout.text[start : quotation.start] or quotation.start - start > _GAP:
        return False
    if turn.cue is not None and turn.cue.idx > start:
        stops = sum(token.text in _STOPS for token in gap)
        # after a full stop, words with a cue of their own are somebody's next turn
        return stops == 0 or (stops == 1 and _cue_after(layout, quotation, following) is None)
    return not any(token.is_alpha for token in gap)


def _cue_before(layout: Layout, quotation: Quotation, previous: Quotation | None) -> Token | None:
    """Find the cue of 'she said, "..."': the last one before the quotation, in its sentence or before a colon."""
    text = layout.text
    start = max(0, quotation.start - _GAP, previous.end if previous is not None else 0)
    before = text[start : quotation.start].rstrip()
    if not before or before[-1] in _STOPS + _CLOSING:
        return None
    paragraph = text.rfind("\n", start, start + len(before))
    if "\n" in text[start + len(before) : quotation.start] and before[-1] != ":":
        return None
    tokens = layout.tokens(max(start, paragraph + 1), quotation.start)
    for token in reversed(tokens):
        if token.text in _STOPS:
            return None
        if token.tag_.startswith("VB") and "quotation" in frames_of(token)[0]:
            return None if _has_content_before(token, quotation) and before[-1] != ":" else token
    return None


def _cue_of_sentence_before(layout: Layout, quotation: Quotation) -> Token | None:
    """Find whose words a sentence of its own in quotation marks is: 'Brel said no. "We shall stay."'."""
    text = layout.text
    start = max(text.rfind("\n", 0, quotation.start) + 1, quotation.start - _GAP)
    before = text[start : quotation.start].rstrip()
    words = text[quotation.start : quotation.end].rstrip(_CLOSING)
    if before[-1:] != "." or words[-1:] not in tuple(_STOPS) or words.count(" ") < _FEWEST_BLANKS:
        return None
    tokens = layout.tokens(start, quotation.start)
    first, last = layout.sentence(tokens[-1].i)
    for token in tokens_of(layout.doc)[max(first, tokens[0].i) : last + 1]:
        if token.tag_.startswith("VB") and "quotation" in frames_of(token)[0] and token.dep_ not in _RELATIVE:
            return None if _is_quoted(layout, token) or subject_source(token) is None else token
    return None


def _doer_before(layout: Layout, quotation: Quotation) -> Token | None:
    """Find the verb of the sentence before a paragraph that is all quotation: 'Brel went further.'."""
    text = layout.text
    line = text.rfind("\n", 0, quotation.start) + 1
    beside = _NOTE.sub("", text[line : quotation.start]) + text[quotation.end : layout.line_end(quotation.end)]
    before = text[:line].rstrip()
    spoken = text[quotation.start : quotation.end].count(" ") >= _FEWEST_BLANKS
    if beside.strip() or before[-1:] not in (".", ":") or not spoken:
        return None
    tokens = layout.tokens(max(0, len(before) - _GAP), len(before))
    if not tokens:
        return None
    first, last = layout.sentence(tokens[-1].i)
    root = next((token for token in tokens_of(layout.doc)[first : last + 1] if token.head.i == token.i), None)
    if root is None or root.pos_ not in {"VERB", "AUX"} or _is_quoted(layout, root):
        return None
    doers = [child for child in lefts(root) if child.dep_ == "nsubj"]
    named = any(who.ent_type_ == "PERSON" or who.lower_ in _HE or is_person_noun(who.lower_) for who in doers)
    return root if named else None


def _has_content_before(cue: Token, quotation: Quotation) -> bool:
    """Tell whether a cue already has a clause of its own before the quotation."""
    return any(
        child.dep_ == "ccomp" and child.i > cue.i and child.idx < quotation.start and child.tag_ != "VBG"
        for child in rights(cue)
    )


def _cue_after(layout: Layout, quotation: Quotation, following: Quotation | None) -> Token | None:
    """Find the cue of '"...," she said': the first one after the quotation, in its sentence."""
    text = layout.text
    end = min(len(text), quotation.end + _GAP, following.start if following is not None else len(text))
    line = text.find("\n", quotation.end, end)
    tokens = layout.tokens(quotation.end, line if line >= 0 else end)
    body = text[quotation.start : quotation.end].rstrip(_CLOSING)
    stopped = body[-1:] == "." or text[quotation.end : quotation.end + 1] == "."
    second: Token | None = None
    for number, token in enumerate(tokens):
        if number == 0 and stopped and not token.text[:1].islower():
            return None
        if token.text in _STOPS and number:
            break
        if token.tag_.startswith("VB") and "quotation" in frames_of(token)[0]:
            if token.dep_ in _RELATIVE:
                second = second or token
            else:
                return token
    return second


def _attribution(layout: Layout, turn: _Turn) -> Attribution | None:
    content = [(part.start, part.end) for part in turn.parts]
    cue = turn.cue
    if cue is None:
        if turn.follows is None:
            return None
        source = _source(layout, turn.follows)
        return layout.attribution(content, kind="say", frame="quotation", cue=None, source=source)
    kind = frames_of(cue)[0]["quotation"]
    source = _source(layout, cue)
    where = layout.characters(cue.i, cue.i)
    return layout.attribution(content, kind=kind, frame="quotation", cue=where, source=source)


def _source(layout: Layout, cue: Token) -> Source | None:
    """Find the speaker by the parse, or, where it went astray in the quotation, the noun beside the cue."""
    source = subject_source(cue)
    if source is not None and not _is_quoted(layout, layout.doc[source.head]):
        return source
    doc = layout.doc
    for token in tokens_of(doc)[cue.i + 1 : cue.i + 8]:
        if token.is_punct or token.pos_ in ("ADP", "SCONJ") or _is_quoted(layout, token):
            break
        if (
            token.pos_ in _NAMES
            and token.dep_ not in ("compound", "poss", "amod", "nmod")
            and token.ent_type_ not in _TIMES
        ):
            return phrase(token, cue)
    for token in reversed(tokens_of(doc)[max(0, cue.i - 12) : cue.i]):
        if _is_quoted(layout, token):
            break
        if token.pos_ in _NAMES and token.dep_ not in ("compound", "poss", "pobj") and token.ent_type_ not in _TIMES:
            return phrase(token, cue)
    return None


def _is_quoted(layout: Layout, token: Token) -> bool:
    return layout.quotation_at(token.idx) is not None
