from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from polgraph.case import Case
from polgraph.errors import AmbiguousEntity, CaseError, EntityError, UnknownEntity
from polgraph.model import Claim, Document, Entity, Extraction, Mention, Quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ingest = Callable[..., list[str | None]]
    MakeArticle = Callable[..., Document]
    MakeExtraction = Callable[[Document], Extraction]

MET = ("Ana Varo", "MET_WITH", "Ben Tallin")
FEUD = ("Ana Varo", "FEUDS_WITH", "Cem Orrin")
URGED = ("Ben Tallin", "URGED", "Cem Orrin")


def _said(case: Case) -> list[tuple[str, str, str, str]]:
    return [(claim.document, claim.subject, claim.relation, claim.object) for claim in case.claims()]


def test_everything_an_article_yields_comes_back_as_it_was(case: Case) -> None:
    text = "---\ntitle: T\n---\nThe Mills said Ana Varo, 40, left."
    start = text.index("The Mills")
    document = Document(
        id="a.txt", text=text, source="/news/a.txt", body=(start, len(text)), title="T", publisher="P", url="u",
        published=date(2024, 5, 1),
    )  # fmt: skip
    entities = (
        Entity(
            id="institution:the-mills", type="Institution", name="The Mills", aliases=("Mills",), country="XKX",
            description="a paper", wikidata_id="Q1", collective=True,
        ),
        Entity(id="person:ana-varo", type="Person", name="Ana Varo"),
    )  # fmt: skip
    mention = Mention(
        start=start,
        end=start + 9,
        text="The Mills",
        type="Institution",
        entity=entities[0].id,
        form="nominal",
        score=0.5,
    )
    claim = Claim(
        id="0f", document="a.txt", subject="person:ana-varo", relation="LEFT", object="institution:the-mills",
        quote=text[start + 15 :], start=start + 15, end=len(text), modality="possible", speaker="institution:the-mills",
        speaker_text="The Mills", date="2024-04-01", date_precision="month", confidence=0.25, rule="r", title="editor",
        action="a", former=True, kin="k",
    )  # fmt: skip
    quote = Quote(
        start=start + 15, end=len(text), cue="said", speaker="institution:the-mills", speaker_text="The Mills",
        speaker_start=start, speaker_end=start + 9, direct=True,
    )  # fmt: skip
    case.store(Extraction(document=document, entities=entities, mentions=(mention,), claims=(claim,), quotes=(quote,)))
    assert case.documents() == [document]
    assert case.document("a.txt") == document
    assert tuple(case.entities()) == entities
    assert case.claims() == [claim]
    assert case.mentions() == [("a.txt", mention)]
    assert case.mentions("a.txt", entity="person:ana-varo") == []
    assert case.quotes("a.txt") == [("a.txt", quote)]
    assert case.mention_counts() == {("institution:the-mills", "a.txt"): 1}


def test_the_hash_of_the_text_is_kept(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(document := article("/news/a.txt", MET))
    [kept] = case._connection.execute("SELECT sha256 FROM documents").fetchone()
    assert kept == sha256(document.text.encode()).hexdigest()


def test_the_same_article_again_changes_nothing(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    document = article("/news/a.txt", MET)
    assert ingest(document) == ["a.txt"]
    before = case._connection.total_changes
    assert ingest(document, document) == [None, None]
    assert case._connection.total_changes == before


def test_the_same_article_from_another_place_is_one_document(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    assert ingest(article("/news/a.txt", MET)) == ["a.txt"]
    assert ingest(article("/copies/b.txt", MET)) == [None]
    assert _said(case) == [("a.txt", "person:ana-varo", "MET_WITH", "person:ben-tallin")]


def test_the_same_text_of_another_paper_is_another_article(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET, publisher="Post"), article("/news/b.txt", MET, publisher="Mail"))
    assert [document.id for document in case.documents()] == ["a.txt", "b.txt"]


def test_twice_in_one_batch_is_one_document(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    assert ingest(article("/news/a.txt", MET), article("/news/b.txt", MET)) == ["a.txt", None]
    assert len(case.documents()) == 1


def test_a_changed_article_replaces_its_own_rows(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET), article("/news/b.txt", URGED))
    assert ingest(article("/news/a.txt", FEUD)) == ["a.txt"]
    assert _said(case) == [
        ("a.txt", "person:ana-varo", "FEUDS_WITH", "person:cem-orrin"),
        ("b.txt", "person:ben-tallin", "URGED", "person:cem-orrin"),
    ]


def test_a_changed_date_or_publisher_is_a_change(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    document = article("/news/a.txt", MET)
    ingest(document)
    assert ingest(replace(document, published=date(2024, 5, 1))) == ["a.txt"]
    assert [document.published for document in case.documents()] == [date(2024, 5, 1)]


def test_an_entity_that_no_article_mentions_any_more_vanishes(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET))
    ingest(article("/news/a.txt", FEUD))
    assert [entity.id for entity in case.entities()] == ["person:ana-varo", "person:cem-orrin"]


def test_an_article_stays_while_one_of_its_sources_says_it(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET))
    ingest(article("/copies/b.txt", MET))
    assert ingest(article("/news/a.txt", FEUD)) == ["news/a.txt"]
    assert {claim.relation for claim in case.claims()} == {"MET_WITH", "FEUDS_WITH"}
    ingest(article("/copies/b.txt", FEUD))
    assert {claim.relation for claim in case.claims()} == {"FEUDS_WITH"}


def test_two_articles_that_change_places_in_one_batch_are_both_kept(
    case: Case, ingest: Ingest, article: MakeArticle
) -> None:
    ingest(article("/news/a.txt", MET), article("/news/b.txt", FEUD))
    assert ingest(article("/news/a.txt", URGED), article("/news/b.txt", MET)) == ["a.txt", "b.txt"]
    assert [relation for _, _, relation, _ in _said(case)] == ["URGED", "MET_WITH"]


def test_ids_of_two_files_of_one_name_are_lengthened_by_folders(ingest: Ingest, article: MakeArticle) -> None:
    assert ingest(article("/news/may/a.txt", MET)) == ["a.txt"]
    assert ingest(article("/news/june/a.txt", FEUD)) == ["june/a.txt"]
    assert ingest(article("/other/june/a.txt", URGED)) == ["other/june/a.txt"]
    assert ingest(article("/news/june/a.txt", FEUD, URGED)) == ["june/a.txt"]


def test_ids_are_lengthened_within_one_batch_too(ingest: Ingest, article: MakeArticle) -> None:
    assert ingest(article("/news/a.txt", MET), article("/june/a.txt", FEUD)) == ["a.txt", "june/a.txt"]


def test_a_record_is_told_apart_by_its_file(ingest: Ingest, article: MakeArticle) -> None:
    one = replace(article("/news/wire.jsonl#r1", MET), id="r1")
    other = replace(article("/news/desk.jsonl#r1", FEUD), id="r1")
    assert ingest(one, other) == ["r1", "desk.jsonl/r1"]


def test_piped_articles_do_not_replace_each_other(ingest: Ingest, article: MakeArticle, case: Case) -> None:
    ingest(*(replace(article("-", said), id=f"stdin-{said[1]}") for said in (MET, FEUD)))
    assert len(case.documents()) == 2


def test_an_article_can_be_read_again_on_request(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    document = article("/news/a.txt", MET)
    ingest(document, article("/copies/b.txt", MET))
    assert case.admit(document, again=True) == document
    case.store(Extraction(document=document, entities=(), mentions=(), claims=(), quotes=()))
    assert case.claims() == []
    ingest(article("/news/a.txt", FEUD))
    assert len(case.documents()) == 2, "the copy still says it"


def test_an_article_that_cannot_be_stored_leaves_the_old_one(
    case: Case, ingest: Ingest, article: MakeArticle, extracted: MakeExtraction
) -> None:
    ingest(article("/news/a.txt", MET))
    extraction = extracted(article("/news/a.txt", FEUD))
    wrong = Mention(start=0, end=1, text="x", type="Person", entity="person:ana-varo", score=None)  # type: ignore[arg-type]  # no such score
    with pytest.raises(sqlite3.IntegrityError):
        case.store(replace(extraction, mentions=(wrong,)))
    assert _said(case) == [("a.txt", "person:ana-varo", "MET_WITH", "person:ben-tallin")]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda extraction: replace(extraction, claims=(replace(extraction.claims[0], quote="x" * 30, end=30),)),
        lambda extraction: replace(extraction, claims=(replace(extraction.claims[0], object="person:nobody"),)),
        lambda extraction: replace(extraction, claims=(replace(extraction.claims[0], document="b.txt"),)),
        lambda extraction: replace(extraction, entities=()),
    ],
)
def test_an_extraction_that_does_not_hold_together_is_refused(
    case: Case, article: MakeArticle, extracted: MakeExtraction, spoil: Callable[[Extraction], Extraction]
) -> None:
    with pytest.raises(ValueError, match=r"a\.txt: "):
        case.store(spoil(extracted(article("/news/a.txt", MET))))
    assert case.documents() == []


def test_an_article_never_takes_the_place_of_anothers(
    case: Case, ingest: Ingest, article: MakeArticle, extracted: MakeExtraction
) -> None:
    ingest(article("/news/a.txt", MET))
    with pytest.raises(CaseError, match=r"another article is called “a\.txt”"):
        case.store(extracted(article("/june/a.txt", FEUD)))
    assert [claim.relation for claim in case.claims()] == ["MET_WITH"]


def test_two_programs_that_fill_a_case_at_once_lose_nothing(
    path: Path, case: Case, article: MakeArticle, extracted: MakeExtraction
) -> None:
    first = case.admit(article("/news/a.txt", MET))
    with Case(path) as other:
        second = other.admit(article("/june/a.txt", FEUD))
        assert first is not None
        assert second is not None
        other.store(extracted(second))
    with pytest.raises(CaseError, match="another article"):
        case.store(extracted(first))
    assert [claim.relation for claim in case.claims()] == ["FEUDS_WITH"]


def test_a_claim_of_an_older_vocabulary_is_refused_with_what_to_do(
    case: Case, ingest: Ingest, article: MakeArticle
) -> None:
    ingest(article("/news/a.txt", ("Ana Varo", "ENVIED", "Ben Tallin")))
    with pytest.raises(CaseError, match=r"a\.txt: the relation ENVIED .*`polgraph ingest --again`"):
        case.claims()


def test_a_canned_query_is_answered(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", FEUD))
    [row] = case.query("feuds")
    assert FEUD[0] in map(str, row.values())


def test_an_unknown_document_is_named(case: Case) -> None:
    with pytest.raises(CaseError, match=r"no document “a\.txt”"):
        case.document("a.txt")


class TestResolve:
    @pytest.fixture(autouse=True)
    def _people(self, ingest: Ingest, article: MakeArticle) -> None:
        ingest(
            article(
                "/news/a.txt",
                ("Dmitry Novikov", "MET_WITH", "Dmitry Peskov"),
                ("José Peskova", "MET_WITH", "Peskov"),
            )
        )

    @pytest.mark.parametrize("graph_first", [True, False])
    def test_a_first_name_of_two_is_ambiguous(self, case: Case, graph_first: bool) -> None:  # noqa: FBT001  parametrised
        if graph_first:
            assert len(case.graph) == 4
        with pytest.raises(AmbiguousEntity, match=r"Dmitry Novikov .*Dmitry Peskov") as caught:
            case.resolve("Dmitry")
        assert caught.value.candidates == ("person:dmitry-novikov", "person:dmitry-peskov")

    @pytest.mark.parametrize(
        ("name", "entity"),
        [
            ("person:dmitry-novikov", "person:dmitry-novikov"),
            ("Person:Dmitry-Novikov", "person:dmitry-novikov"),
            ("dmitry NOVIKOV", "person:dmitry-novikov"),
            ("novikov", "person:dmitry-novikov"),
            ("jose peskova", "person:jose-peskova"),
            ("peskov", "person:peskov"),
        ],
    )
    def test_a_name_part_or_id_is_found(self, case: Case, name: str, entity: str) -> None:
        assert case.resolve(name) == entity
        assert entity in case.graph
        assert case.resolve(name) == entity

    def test_an_unknown_name_fails_with_near_ones(self, case: Case) -> None:
        with pytest.raises(UnknownEntity) as caught:
            case.resolve("Dmitri Novikof")
        assert "person:dmitry-novikov" in caught.value.candidates

    def test_the_id_of_a_merged_entity_leads_to_the_one_kept(self, case: Case) -> None:
        case.merge("person:dmitry-peskov", "person:peskov")
        assert case.resolve("person:peskov") == "person:dmitry-peskov"
        assert case.resolve("Peskov") == "person:dmitry-peskov"


class TestGraph:
    def test_it_has_a_node_per_entity_and_an_edge_per_claim(
        self, case: Case, ingest: Ingest, article: MakeArticle
    ) -> None:
        ingest(article("/news/a.txt", MET, FEUD))
        assert sorted(case.graph) == ["person:ana-varo", "person:ben-tallin", "person:cem-orrin"]
        assert {data["relation"] for *_, data in case.graph.edges(data=True)} == {"MET_WITH", "FEUDS_WITH"}
        assert case.graph.graph["mentions"]["person:ana-varo", "a.txt"] == 2

    def test_it_is_built_once_until_the_case_changes(self, case: Case, ingest: Ingest, article: MakeArticle) -> None:
        ingest(article("/news/a.txt", MET))
        first = case.graph
        assert case.graph is first
        ingest(article("/news/b.txt", FEUD))
        assert len(case.graph) == 3

    def test_a_change_by_another_program_is_seen(
        self, path: Path, case: Case, article: MakeArticle, extracted: MakeExtraction
    ) -> None:
        assert len(case.graph) == 0
        with Case(path) as other:
            other.store(extracted(article("/news/a.txt", MET)))
        assert len(case.graph) == 2
        assert len(case.entities()) == 2


def test_decisions_about_unknown_entities_are_refused(case: Case, ingest: Ingest, article: MakeArticle) -> None:
    ingest(article("/news/a.txt", MET))
    with pytest.raises(UnknownEntity, match="person:nobody"):
        case.merge("person:ana-varo", "person:nobody")
    with pytest.raises(EntityError, match="name two"):
        case.merge("person:ana-varo", "person:ana-varo")
    with pytest.raises(UnknownEntity):
        case.rename("person:nobody", "N")
    with pytest.raises(EntityError, match="not empty"):
        case.rename("person:ana-varo", "  ")
    with pytest.raises(EntityError, match="nothing would be left"):
        case.split("person:ana-varo", ["a.txt"])
    with pytest.raises(EntityError, match=r"does not stand in “b\.txt”: it stands in a\.txt"):
        case.split("person:ana-varo", ["b.txt"])
    with pytest.raises(CaseError, match="no decision to take back"):
        case.undo()
    assert case.decisions() == []
