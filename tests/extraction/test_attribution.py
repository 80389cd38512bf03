"""Who says what: content, cue and source of speech and thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from polgraph.extraction.attribution import find_attributions, speaker_at, to_quotes
from polgraph.extraction.language import parse
from polgraph.model import Mention

if TYPE_CHECKING:
    from polgraph.extraction.attribution import Attribution


def attributions(text: str) -> list[Attribution]:
    return find_attributions(parse(text), text)


def outer(text: str) -> list[tuple[str | None, str]]:
    """Source and content of what is not nested; the content from its first to its last character."""
    return [(found.source_text, text[found.start : found.end]) for found in attributions(text) if not found.nested]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The port is closed,” said Ana Brel.", "Ana Brel", "“The port is closed,”"),
        ('Ana Brel said, "The port is closed."', "Ana Brel", '"The port is closed."'),
        ('"Is the port closed?" asked the mayor.', "the mayor", '"Is the port closed?"'),
        ("The mayor declared “The port is closed.”", "The mayor", "“The port is closed.”"),
        ("The mayor was blunt. “The port is closed,” he said.", "he", "“The port is closed,”"),
        (
            "“The port is closed,” said Ana Brel, a former harbour master who runs the union.",
            "Ana Brel, a former harbour master who runs the union",
            "“The port is closed,”",
        ),
        ("Ana Brel said that the port was closed.", "Ana Brel", "that the port was closed"),
        ("Ana Brel said the port was closed.", "Ana Brel", "the port was closed"),
        ("The port is closed, Ana Brel said.", "Ana Brel", "The port is closed"),
        (
            "The port is closed, but the ferry runs, a source said.",
            "a source",
            "The port is closed, but the ferry runs",
        ),
        ("According to Ana Brel, the port is closed.", "Ana Brel", "the port is closed"),
        ("The port is closed, according to two officials.", "two officials", "The port is closed"),
        ("Ana Brel said the port was “dead” until the spring.", "Ana Brel", "the port was “dead” until the spring"),
        ("As Ana Brel put it, the port is closed.", "Ana Brel", "the port is closed"),
        ("The firm was accused of theft by Ana Brel.", "Ana Brel", "The firm was accused of theft"),
        ("A senior official warned that the port could close.", "A senior official", "that the port could close"),
        ("Brel denied that she closed the port.", "Brel", "that she closed the port"),
        ("In Ana Brel's view, the port is closed.", "Ana Brel", "the port is closed"),
        ("Ana Brel: “The port is closed.”", "Ana Brel", "“The port is closed.”"),
        ("The Herald quoted a minister as saying the port was closed.", "a minister", "the port was closed"),
        ("* “The port is closed,” says Ana Brel\n* “It rains,” says Tavel", "Ana Brel", "“The port is closed,”"),
        ("Ostland warned Meridia against revenge.", "Ostland", "revenge"),
        ("In a statement, the ministry said the port was closed.", "the ministry", "the port was closed"),
    ],
)
def test_one_attribution_with_its_source(text: str, source: str, content: str) -> None:
    assert (source, content) in outer(text)


def test_a_quote_over_several_sentences_and_a_cue_is_one_content() -> None:
    text = "“We waited. Nobody came,” Brel said. “Then we left. It rained.”"
    [found] = attributions(text)
    assert [text[start:end] for start, end in found.content] == [
        "“We waited. Nobody came,”",
        "“Then we left. It rained.”",
    ]
    assert found.direct


def test_a_cue_may_interrupt_a_quoted_sentence() -> None:
    text = "“The port,” Brel said, “is closed for good.”"
    [found] = attributions(text)
    assert [text[start:end] for start, end in found.content] == ["“The port,”", "“is closed for good.”"]


def test_a_conjunction_may_stand_between_the_halves_of_a_quote() -> None:
    text = "“The crane is ours,” Brel said, and “nobody else will ever lift with it.”"
    [found] = (each for each in attributions(text) if not each.nested)
    assert [text[start:end] for start, end in found.content] == [
        "“The crane is ours,”",
        "“nobody else will ever lift with it.”",
    ]


def test_a_quote_over_paragraphs_keeps_its_speaker() -> None:
    text = "“The port is closed,” Brel said. “We shall not open it.\n\n“Nor shall we sell it. The ferry stays.”"
    [found] = attributions(text)
    assert found.source_text == "Brel"
    assert text[found.end - 10 : found.end] == "ry stays.”"


def test_a_paragraph_of_nothing_but_quotation_has_the_speaker_before_it() -> None:
    text = "“The port is closed,” Brel said.\n\n“It will not open before the spring.”\n\nThe rain went on."
    [first, second] = attributions(text)
    assert (second.source_text, second.cue) == (first.source_text, None)


def test_a_paragraph_of_nothing_but_quotation_has_whoever_acts_before_it() -> None:
    text = "The mayor, Ana Brel, went further.\n\n[TAPE] “The port is closed for ever.”\n\nIt rained."
    assert outer(text) == [("The mayor, Ana Brel", "“The port is closed for ever.”")]
    assert outer("The bridge went under.\n\n“The port is closed for ever.”\n\nIt rained.") == []


def test_a_quoted_sentence_has_the_speaker_of_the_sentence_before() -> None:
    text = "Brel said the port was closed. “We shall not open it.” The rain went on."
    [said, quoted] = attributions(text)
    assert (quoted.source_text, quoted.cue, quoted.direct) == (said.source_text, None, True)


def test_a_passive_without_an_agent_has_no_source() -> None:
    text = "The premier is said to be furious."
    [found] = attributions(text)
    assert (found.source, text[found.start : found.end]) == (None, "The premier is said to be furious")


def test_whoever_is_asked_is_no_source() -> None:
    [asked, _] = attributions("Asked whether he would go, the premier said he would not.")
    assert asked.source is None


def test_two_cues_make_two_turns() -> None:
    text = "“The port is closed,” Brel said, adding, “We shall not open it.”"
    assert [(found.cue_text, found.source_text) for found in attributions(text)] == [
        ("said", "Brel"),
        ("adding", "Brel"),
    ]


def test_a_participle_after_reported_speech_belongs_to_the_speaker() -> None:
    text = "Brel said the firm had lied about the port, adding that it would pay."
    first, second = (found for found in attributions(text) if not found.nested)
    assert text[first.start : first.end] == "the firm had lied about the port"
    assert (second.source_text, text[second.start : second.end]) == ("Brel", "that it would pay")


def test_a_colon_goes_on_with_what_is_said() -> None:
    text = "Brel noted that three things went wrong: The crane broke, the rain came and the crew left."
    assert outer(text) == [("Brel", "that three things went wrong: The crane broke, the rain came and the crew left")]


def test_a_quoted_cue_does_not_hide_the_one_around_it() -> None:
    text = "“Our ledger shows the rule of the house: every crown is counted twice,” Brel wrote to the bank."
    assert ("Brel", "“Our ledger shows the rule of the house: every crown is counted twice,”") in outer(text)


def test_a_relative_clause_has_its_pronoun_as_source_and_its_noun_as_head() -> None:
    text = "The row began with Ana Brel, who said that the port was closed."
    [found] = attributions(text)
    assert found.source_text == "who"
    assert found.head is not None
    assert text[slice(*found.head)] == "Brel"


def test_reported_speech_inside_reported_speech_is_nested() -> None:
    text = "Ana Brel said that the mayor had promised to open the port."
    first, second = attributions(text)
    assert (first.source_text, first.nested) == ("Ana Brel", False)
    assert (second.source_text, second.nested) == ("the mayor", True)


def test_what_is_said_inside_a_quotation_ends_with_it() -> None:
    text = "“He told me, ‘You will be sorry,’ and he left,” Tavel said."
    spoken, told = attributions(text)
    assert (spoken.source_text, spoken.nested) == ("Tavel", False)
    assert (told.source_text, told.nested) == ("He", True)
    assert told.end < spoken.end


def test_a_few_quoted_words_are_no_turn_of_speech() -> None:
    assert attributions("The “iron bridge” was built by the navy.") == []


def test_a_possessor_is_the_source_of_a_noun() -> None:
    text = "Brel's claim that the port was closed angered the union."
    [found] = attributions(text)
    assert (found.source_text, text[found.start : found.end], found.kind) == (
        "Brel",
        "that the port was closed",
        "claim",
    )


def test_the_carrier_of_a_noun_is_its_source() -> None:
    text = "The union voiced concern about the port."
    assert outer(text) == [("The union", "the port")]


def test_a_colon_after_a_cue_needs_no_quotation_marks() -> None:
    text = "Brel added:\n\nWe shall open the port. It will take a year."
    assert outer(text) == [("Brel", "We shall open the port. It will take a year")]


def test_a_headline_may_quote_by_a_colon() -> None:
    text = "Ana Brel: Port must stay closed\n\nThe rain went on."
    assert outer(text) == [("Ana Brel", "Port must stay closed")]


def test_a_headline_with_a_topic_is_no_quote() -> None:
    assert outer("Rain and wind: the port stays closed\n\nThe storm went on.") == []


def test_a_transcript_gives_each_turn_to_its_label() -> None:
    text = "BREL: The port is closed.\n\nIt will stay so.\n\nTAVEL: Why?\n\nBREL: It rains.\n\nThe talk ended."
    assert outer(text) == [
        ("BREL", "The port is closed.\n\nIt will stay so"),
        ("TAVEL", "Why?"),
        ("BREL", "It rains"),
    ]


def test_the_answers_of_an_interview_are_content_and_the_questions_are_not() -> None:
    text = "Q: Is the port closed?\nA: It is.\nQ: For how long?\nA: Until spring."
    assert outer(text) == [("A", "It is"), ("A", "Until spring")]


def test_whoever_opens_a_transcript_and_asks_is_the_outlet() -> None:
    text = "RADIO OST: Is the port closed?\nBREL: It is.\nRADIO OST: And the ferry.\nBREL: It runs."
    assert [source for source, _ in outer(text)] == ["BREL", "BREL"]


def test_whoever_introduces_the_others_is_the_outlet() -> None:
    text = "Iva Tomm (Radio Ost): Good evening. With us is Ana Brel.\nBrel: It rains.\nTomm: Go on.\nBrel: It pours."
    assert [source for source, _ in outer(text)] == ["Brel", "Brel"]


def test_what_others_say_is_quoted_inside_the_turn_of_a_transcript() -> None:
    text = "Q: Is the port closed?\nA: The mayor said it was open.\nQ: And the ferry?\nA: It runs."
    quotes = to_quotes(attributions(text), [])
    assert [quote.speaker_text for quote in quotes] == ["A", "The mayor", "A"]


def test_a_quotation_as_headline_has_the_source_behind_its_colon() -> None:
    text = "“I kept the keys”: Ana Brel looks back\n\nThe old harbour is quiet."
    assert outer(text) == [("Ana Brel", "“I kept the keys”")]


def test_each_of_two_quotes_in_a_row_has_the_speaker_behind_it() -> None:
    text = "“You robbed the bank,” Brel said. “You robbed it yourself,” Tavel said."
    assert outer(text) == [("Brel", "“You robbed the bank,”"), ("Tavel", "“You robbed it yourself,”")]


def test_what_is_said_goes_on_to_the_last_that() -> None:
    text = "Brel told the House that Ostland could leave the union, and that Meridia would pay for it."
    assert [content for _, content in outer(text)] == [
        "that Ostland could leave the union, and that Meridia would pay for it"
    ]


def test_what_is_said_ends_where_the_source_acts_again() -> None:
    text = "The bank insists it never paid the clerk, and accuses the paper of theft."
    assert ("The bank", "it never paid the clerk") in outer(text)


def test_two_cues_behind_their_clauses_share_a_sentence() -> None:
    text = "Ostland closed the port, recalled Ana Brel, and Meridia did not close it even once, he insisted."
    assert outer(text) == [("Ana Brel", "Ostland closed the port"), ("he", "Meridia did not close it even once")]


def test_whoever_denies_a_deed_speaks_of_it() -> None:
    text = "Brel denied having robbed the bank."
    place = text.index("robbed")
    found = speaker_at(attributions(text), place, place + 6)
    assert found is not None
    assert (found.source_text, found.kind) == ("Brel", "deny")


def test_members_who_debate_all_speak() -> None:
    text = "Ms Șerban: Who closed the port?\nMr Tavel: Nobody.\nMs Șerban: Who?\nMr Tavel: Nobody at all."
    assert [source for source, _ in outer(text)] == ["Ms Șerban", "Mr Tavel", "Ms Șerban", "Mr Tavel"]


@pytest.mark.parametrize("label", ["Verdict", "THE CLAIM", "Rating"])
def test_the_parts_of_a_fact_check_are_no_speakers(label: str) -> None:
    assert outer(f"{label}: The port is closed.\n{label}: The ferry runs.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Brel robbed the bank by the river, claims the mayor.", "the mayor", "Brel robbed the bank by the river"),
        ("Brel robbed the bank by the river, claims the diva.", "the diva", "Brel robbed the bank by the river"),
        (
            "Ostland did not begin it, its envoy said, and might free the crew.",
            "its envoy",
            "Ostland did not begin it, its envoy said, and might free the crew",
        ),
        (
            "Meridia never robbed the bank, retorted Ana Brel, its envoy.",
            "Ana Brel, its envoy",
            "Meridia never robbed the bank",
        ),
        (
            "Meridia has not robbed the bank in any year, the ministry responded.",
            "the ministry",
            "Meridia has not robbed the bank in any year",
        ),
        (
            "The firm bugged the bank, Ana Brel, chairwoman of the bank, alleges.",
            "Ana Brel, chairwoman of the bank",
            "The firm bugged the bank",
        ),
        ("The town slept: Ostland would leave the union, Brel announced.", "Brel", "Ostland would leave the union"),
        (
            "The union burned the van, she submitted, and the city will close the hostels on Friday.",
            "she",
            "The union burned the van, she submitted, and the city will close the hostels on Friday",
        ),
    ],
)
def test_a_cue_behind_a_clause_needs_no_quotation_marks(text: str, source: str, content: str) -> None:
    assert (source, content) in outer(text)


@pytest.mark.parametrize(
    "text",
    ["When the bridge opened, the mayor said nothing.", "Ostland left the union, joined the pact and declared war."],
)
def test_what_comes_before_a_verb_is_not_always_said(text: str) -> None:
    assert not any(found.reports for found in attributions(text))


def test_the_speaker_of_a_place_is_the_innermost() -> None:
    text = "Ana Brel said that the mayor had promised that the port would open."
    found = attributions(text)
    place = text.index("open")
    innermost = speaker_at(found, place, place + 4)
    assert innermost is not None
    assert innermost.source_text == "the mayor"
    assert speaker_at(found, 0, 3) is None


def test_a_wish_makes_no_speaker_unless_asked_for() -> None:
    text = "Ana Brel said that the mayor wanted to open the port."
    found = attributions(text)
    place = text.index("open")
    speakers = [speaker_at(found, place, place + 4, reporting=reporting) for reporting in (True, False)]
    assert [speaker and speaker.source_text for speaker in speakers] == ["Ana Brel", "the mayor"]


def test_the_speaker_of_a_place_may_be_asked_by_kind() -> None:
    text = "Ana Brel said that the mayor had promised that the port would open."
    place = text.index("open")
    speaker = speaker_at(attributions(text), place, place + 4, kinds={"say"})
    assert speaker is not None
    assert speaker.source_text == "Ana Brel"


def test_a_quote_has_the_entity_mentioned_by_the_head_of_its_source() -> None:
    text = "“The port is closed,” said Ana Brel. The mayor of Ostwick said it would open."
    mentions = [
        Mention(
            start=text.index("Ana"), end=text.index("Ana") + 8, text="Ana Brel", type="Person", entity="person:ana-brel"
        ),
        Mention(
            start=text.index("Ostwick"),
            end=text.index("Ostwick") + 7,
            text="Ostwick",
            type="Nation",
            entity="nation:ostwick",
        ),
    ]
    first, second = to_quotes(attributions(text), mentions)
    assert (first.speaker, first.direct, first.cue) == ("person:ana-brel", True, "said")
    assert (second.speaker, second.speaker_text, second.direct) == (None, "The mayor of Ostwick", False)


def test_a_pronoun_is_a_mention_of_the_speaker() -> None:
    text = "She said the port was closed."
    mention = Mention(start=0, end=3, text="She", type="Person", entity="person:ana-brel", form="pronoun")
    assert [quote.speaker for quote in to_quotes(attributions(text), [mention])] == ["person:ana-brel"]


def test_a_name_in_apposition_is_the_speaker_too() -> None:
    text = "The party's leader, Ana Brel, said the port was closed."
    place = text.index("Ana")
    mention = Mention(start=place, end=place + 8, text="Ana Brel", type="Person", entity="person:ana-brel")
    assert [quote.speaker for quote in to_quotes(attributions(text), [mention])] == ["person:ana-brel"]


def test_nested_quotes_are_given_on_request() -> None:
    text = "Ana Brel said that the mayor had promised to open the port."
    assert len(to_quotes(attributions(text), [])) == 1
    assert len(to_quotes(attributions(text), [], nested=True)) == 2


def test_front_matter_is_not_read() -> None:
    text = '---\ntitle: "He said it"\n---\nAna Brel said the port was closed.'
    doc = parse(text, (text.index("Ana"), len(text)))
    assert [found.source_text for found in find_attributions(doc, text)] == ["Ana Brel"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        ":",
        "“",
        "said",
        "“”",
        "SAID: said: said:",
        "THE PREMIER SAID NO",
        "- said Brel\n- said Tavel",
        "“‘“‘«„" * 40,
        "he said " * 400,
        '"a ' * 400,
        "Brel\u200d said\x00 that\ud800 it \u202eis over.",
        "«Мы ждали», сказал мэр.",
    ],
)
def test_odd_input_neither_fails_nor_leaves_the_text(text: str) -> None:
    for found in attributions(text):
        assert all(0 <= start < end <= len(text) for start, end in found.content)
        assert found.source is None or 0 <= found.source[0] < found.source[1] <= len(text)


_PIECES = [
    "Ana Brel",
    " said ",
    "that ",
    "the port is closed",
    ". ",
    ", ",
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    ": ",
    "\n\n",
    "he ",
    "who ",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = attributions(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert all(0 <= start < end <= len(text) for start, end in each.content)
        assert each.cue is None or text[slice(*each.cue)] == each.cue_text
        assert each.source is None or text[slice(*each.source)] == each.source_text
