from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.case import Case
from polgraph.errors import ExtractionError, ReadingError
from polgraph.ingest import ingest
from polgraph.model import Claim, Document, Entity, Extraction
from polgraph.reading import find_files, read_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class _Extractor:
    """Says of every article that the same two met; remembers how it was called."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, int, bool]] = []

    def __call__(
        self, documents: Iterable[Document], *, workers: int = 1, collectives: bool = False
    ) -> Iterator[Extraction]:
        batch = list(documents)
        self.calls.append((len(batch), workers, collectives))
        for document in batch:
            ends = [Entity(id=f"person:{name}", type="Person", name=name) for name in ("ana", "ben")]
            claim = Claim(
                id=document.id, document=document.id, subject=ends[0].id, relation="MET_WITH", object=ends[1].id,
                quote=document.text[:1], start=0, end=1,
            )  # fmt: skip
            yield Extraction(document=document, entities=tuple(ends), mentions=(), claims=(claim,), quotes=())


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "case.db", create=True) as opened:
        yield opened


def _documents(count: int) -> list[Document]:
    return [Document(id=f"{n}", text=f"text {n}", source=f"/{n}", body=(0, 6)) for n in range(count)]


def test_what_was_found_is_counted_each_entity_once(case: Case) -> None:
    report = ingest(case, _documents(3), extract_all=_Extractor())
    assert (report.new, report.changed, report.unchanged, report.stored) == (3, 0, 0, 3)
    assert (report.entities, report.claims) == ({"Person": 2}, {"MET_WITH": 3})


def test_unchanged_articles_are_not_extracted(case: Case) -> None:
    ingest(case, _documents(3), extract_all=_Extractor())
    extractor = _Extractor()
    assert ingest(case, _documents(3), extract_all=extractor).unchanged == 3
    assert extractor.calls == []
    assert ingest(case, _documents(3), extract_all=extractor, again=True).changed == 3


def test_articles_are_stored_one_by_one_by_a_single_worker(case: Case) -> None:
    extractor = _Extractor()
    ingest(case, _documents(3), extract_all=extractor, collectives=True)
    assert extractor.calls == [(1, 1, True)] * 3


def test_several_workers_get_lists_and_no_more_of_them_than_articles(case: Case) -> None:
    extractor = _Extractor()
    ingest(case, _documents(405), extract_all=extractor, workers=2)
    ingest(case, _documents(406), extract_all=extractor, workers=2)
    assert extractor.calls == [(400, 2, False), (5, 2, False), (1, 1, False)]
    assert len(case.documents()) == 406


def test_progress_counts_what_is_done_and_what_was_there(case: Case) -> None:
    done: list[str] = []
    ingest(case, _documents(2), extract_all=_Extractor())
    ingest(case, _documents(4), extract_all=_Extractor(), progress=lambda document: done.append(document.id))
    assert done == ["0", "1", "2", "3"]


def test_what_was_stored_before_a_failure_stays(case: Case) -> None:
    def documents() -> Iterator[Document]:
        yield from _documents(2)
        raise ReadingError("the third is broken")

    with pytest.raises(ReadingError):
        ingest(case, documents(), extract_all=_Extractor())
    assert len(case.documents()) == 2
    assert ingest(case, _documents(3), extract_all=_Extractor()).new == 1


def test_files_are_found_read_and_stored_in_three_lines(case: Case, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Varo met Tallin.", "utf8")
    assert ingest(case, read_all(find_files([tmp_path])), extract_all=_Extractor()).new == 1
    with pytest.raises(ReadingError, match="no such file"):
        list(read_all([tmp_path / "b.txt"]))


class _BreaksAt(_Extractor):
    """Cannot read one article."""

    def __init__(self, broken: str) -> None:
        super().__init__()
        self.broken = broken

    def __call__(
        self, documents: Iterable[Document], *, workers: int = 1, collectives: bool = False
    ) -> Iterator[Extraction]:
        for extraction in super().__call__(documents, workers=workers, collectives=collectives):
            if extraction.document.id == self.broken:
                raise RuntimeError("a circle")
            yield extraction


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_breaks_the_extraction_is_listed_and_the_others_are_stored(case: Case, workers: int) -> None:
    documents = [Document(id=name, text=name, source=name, body=(0, 1)) for name in "abcd"]
    failures: list[ExtractionError] = []
    report = ingest(case, documents, workers=workers, extract_all=_BreaksAt("b"), failed=failures.append)
    assert (report.new, sorted(document.id for document in case.documents())) == (3, ["a", "c", "d"])
    [failure] = failures
    assert str(failure).startswith("b: not extracted, by a defect of polgraph: please report it, with the article and")
    assert "“RuntimeError, test_ingest.py:" in str(failure)


def test_without_anybody_to_tell_it_is_raised(case: Case) -> None:
    document = Document(id="b", text="b", source="b", body=(0, 1))
    with pytest.raises(ExtractionError, match="b: not extracted"):
        ingest(case, [document], extract_all=_BreaksAt("b"))
