from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus.compiler.overlap import check_overlap
from corpus.compiler.splits import SPLITS, split

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("style: tabloid", "style: gossip", "closed list"),
        ("topic: media\n", "", "the header lacks topic"),
        ("date: 2031-03-05", "date: 5 March", "YYYY-MM-DD"),
        ("== relations", "== rows", "needs the lines"),
        ("Word after word fills the page.", "", "120 to 400"),
        ("ada Person Ada Brink", "ada Human Ada Brink", "no entity type"),
        ("ada Person Ada Brink", "ada Person Ada M. Brink", "holds its name"),
        ("bo Person Bo Tarn", "bo Person Bo Tarn\nbo Person Bo Tarn", "listed 2 times"),
        ("[ada:Brink] row", "Brink row", "marked elsewhere but not here"),
        ("[ada:her]", "her", "pronoun 'her' is bare"),
        ("[ada:her]", "[ada:her friend]", "pronoun 'her' is bare"),
        ("[ada:her]", "[eve:her]", "names no listed entity"),
        ("{1:[mer:Meridia] might arrest [ada:her]}", "[mer:Meridia] might arrest [ada:her]", "has no content"),
        ("{1:[mer:Meridia] might arrest [ada:her]}", "{1:[mer:Meridia might arrest [ada:her]}", "must close first"),
        ("ada ACCUSED bo", "ada ACCUSED ada", "both ends"),
        ("ada ACCUSED bo", "ada SLANDERED bo", "no relation type"),
        ("ada ACCUSED bo", "eve ACCUSED bo", "no listed entity"),
        ("ada ACCUSED bo", "ada MEMBER_OF bo", "does not go from Person to Person"),
        ("ada ACCUSED bo", "ada ACCUSED bo title=x", "carries no title"),
        ("ada ACCUSED bo", "ada RELATED_TO bo", "needs kin="),
        ("ada ACCUSED bo", "ada ACCUSED bo perhaps", "unknown word"),
        ("ada ACCUSED bo", 'ada ACCUSED bo when="Tuesday" date=2031-03-05', "is a Wednesday"),
        ("ada ACCUSED bo", 'ada ACCUSED bo when="Sunday"', "does not stand in the text"),
        ("ada ACCUSED bo", "ada ACCUSED bo twin=a", "twins are two rows"),
        ("*accused* Bo", "accused Bo", "no predicate"),
        ("*accused* Bo", "*blamed* Bo", "not in the text"),
        ("*accused* Bo", "*accused Bo", "no partner"),
        (": *accused* Bo Tarn of theft", ": *after*", "stands 20 times"),
        (": *accused* Bo Tarn of theft", ": #2 *accused*", "stands 1 times"),
        ("possible by=bo", "possible", "lies wholly in what bo says"),
        ("possible by=bo", "possible by=ada", "no content marked as said by ada"),
        ("possible by=bo", "possible by=@1", "no attribution with an unnamed source"),
        ("mer DETAINED ada", "ada ACCUSED bo: *accused*\nmer DETAINED ada", "the same row"),
    ],
)
def test_each_fault_is_named(faults: Callable[..., list[str]], old: str, new: str, message: str) -> None:
    assert any(message in fault for fault in faults(old, new))


def test_a_file_needs_its_number(faults: Callable[..., list[str]]) -> None:
    assert any("NNN" in fault for fault in faults(name="story.txt"))


def test_a_name_in_capitals_counts_as_the_name(faults: Callable[..., list[str]]) -> None:
    assert any("'BRINK'" in fault for fault in faults("[ada:Brink] row", "BRINK row"))


def test_a_name_declared_no_mention_is_left_alone(faults: Callable[..., list[str]]) -> None:
    assert faults("[ada:Brink] row", "[ada:Brink] of [-:Brink] Street in a row") == []


def test_eleven_words_in_a_row_may_not_recur() -> None:
    shared = "one two three four five six seven eight nine ten eleven"
    filler = [" ".join(f"{letter}{n}" for n in range(60)) for letter in "ab"]
    assert len(check_overlap({"a": f"{filler[0]} {shared}", "b": f"{filler[1]} {shared}"})) == 1
    assert check_overlap({"a": f"{filler[0]} {shared}", "b": f"{filler[1]} {shared[4:]}"}) == []


def test_outside_texts_count_too() -> None:
    shared = "one two three four five six seven eight nine ten eleven"
    assert [p.file for p in check_overlap({"a": shared}, [("elsewhere", shared.upper())])] == ["a"]


def test_near_duplicates_are_named() -> None:
    text = "the quick fox jumps over the lazy dog and the old cat sleeps"
    assert any("three-word" in p.message for p in check_overlap({"a": text, "b": text.replace("lazy", "tired")}))


def test_the_first_three_hundred_numbers_split_as_planned() -> None:
    parts = [split(number) for number in range(1, 301)]
    assert (parts.count("train"), parts.count("dev"), parts.count("test")) == (200, 50, 50)


def test_the_plain_articles_split_among_themselves() -> None:
    parts = [split(number) for number in range(301, 331)]
    assert (parts.count("train"), parts.count("dev"), parts.count("test")) == (20, 5, 5)


def test_an_article_keeps_its_part_whatever_is_added() -> None:
    first = {part: [number for number in range(1, 100) if split(number) == part][:3] for part in SPLITS}
    assert first == {"train": [1, 3, 4], "dev": [13, 15, 22], "test": [2, 11, 20]}
    plain = {part: [number for number in range(301, 331) if split(number) == part] for part in ("dev", "test")}
    assert plain == {"dev": [308, 320, 323, 324, 330], "test": [306, 307, 310, 313, 319]}
