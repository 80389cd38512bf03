"""Graphs of made-up people to draw, and one browser for the whole session."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any, Literal

import pytest

from polgraph.graph import build
from polgraph.model import Claim, Document, Entity
from polgraph.ontology import RELATIONS
from polgraph.views import html
from views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import Browser, BrowserContext, Page

    from views.reader import Crowd, Read

_FAR = 0.1  # of the claims of a crowd lead out of the group
_ENTITIES = {
    "person:lina-marek": ("Person", "Lina Márek", ("Marek", "Ms Marek"), "OST"),
    "person:oren-tavel": ("Person", "Oren Tavel", ("Tavel",), None),
    "person:ruzhin": ("Person", "Pavel Ruzhin", ("Ruzhin",), None),
    "institution:harbour-party": ("Institution", "Harbour Party", (), None),
    "institution:port-authority": ("Institution", "Port Authority", ("the authority",), None),
    "nation:ostland": ("Nation", "Ostland", ("Ostlandic",), None),
    "nation:meridia": ("Nation", "Meridia", (), None),
    "person:ida-quist": ("Person", "Ida Quist", (), None),
    "person:alone": ("Person", "Tomas Alone", (), None),
}
_ARTICLES = {
    "harbour.txt": ("Quarrel over the harbour", "The Meridian Post", "2024-03-02", "https://example.org/harbour"),
    "offer.txt": ("An offer from Ostland", "Ostland Wire", "2024-03-09", "http://example.org/offer"),
    "denial.txt": ("Ministry denies", "The Daily Lamp", "2024-04-01", None),
}
# document, subject, relation, object, sentence, and what else is known
_CLAIMS: list[tuple[str, str, str, str, str, dict[str, Any]]] = [
    (
        "harbour.txt",
        "person:lina-marek",
        "ACCUSED",
        "institution:port-authority",
        "Lina Márek accused the Port Authority of hiding the ledgers.",
        {"confidence": 0.9},
    ),
    (
        "offer.txt",
        "person:lina-marek",
        "ACCUSED",
        "institution:port-authority",
        "Marek again accused the authority of fraud.",
        {"confidence": 0.8, "date": "2024-03-08", "date_precision": "day"},
    ),
    (
        "denial.txt",
        "person:lina-marek",
        "ACCUSED",
        "institution:port-authority",
        "Her office denied that she had accused the authority.",
        {"modality": "negated", "speaker_text": "her office"},
    ),
    (
        "offer.txt",
        "nation:ostland",
        "OFFERED_ASYLUM_TO",
        "person:oren-tavel",
        "Ruzhin said Ostland could grant Tavel asylum.",
        {"modality": "possible", "speaker": "person:ruzhin"},
    ),
    ("offer.txt", "person:ruzhin", "SPEAKS_FOR", "nation:ostland", "Ruzhin, a spokesman for Ostland,", {}),
    (
        "offer.txt",
        "nation:ostland",
        "SANCTIONED",
        "nation:meridia",
        "Ostland will impose tariffs on Meridia in May.",
        {"modality": "planned", "date": "2024-05-01", "date_precision": "month"},
    ),
    (
        "harbour.txt",
        "person:lina-marek",
        "HOLDS_OFFICE",
        "institution:harbour-party",
        "Lina Márek, chair of the Harbour Party,",
        {"title": "chair", "confidence": 0.95},
    ),
    (
        "harbour.txt",
        "person:lina-marek",
        "FEUDS_WITH",
        "person:oren-tavel",
        "the feud between Márek and Tavel",
        {"confidence": 0.7},
    ),
    ("harbour.txt", "person:oren-tavel", "CRITICIZED", "person:lina-marek", "Tavel mocked her plan.", {}),
    (
        "harbour.txt",
        "person:oren-tavel",
        "CONTROLS",
        "institution:port-authority",
        "Tavel, who runs the Port Authority,",
        {},
    ),
    ("denial.txt", "person:ida-quist", "MET_WITH", "person:ruzhin", "Ida Quist met Ruzhin on Monday.", {}),
    ("denial.txt", "person:ida-quist", "CITIZEN_OF", "nation:meridia", "Quist, a Meridian,", {}),
    (
        "denial.txt",
        "person:ida-quist",
        "DISTANCED_FROM",
        "institution:harbour-party",
        "Quist distanced herself from the Harbour Party.",
        {"confidence": 0.4},
    ),
]


def story_texts() -> dict[str, str]:
    """The articles of the story: a title, and each claim's sentence in a paragraph of its own."""
    texts = {name: f"{title}\n" for name, (title, *_) in _ARTICLES.items()}
    for document, _, _, _, sentence, _ in _CLAIMS:
        texts[document] += f"\nBefore it. {sentence} After it.\n"
    return texts


def make_graph(entities: Iterable[Entity], claims: Iterable[Claim], documents: Iterable[Document]) -> nx.MultiDiGraph:
    claims, documents = list(claims), list(documents)
    mentions = {(end, claim.document): 2 for claim in claims for end in (claim.subject, claim.object)}
    return build(entities, claims, documents, mentions)


@pytest.fixture
def story() -> nx.MultiDiGraph:
    """Nine entities, thirteen claims of every modality, three articles."""
    texts = story_texts()
    documents = [
        Document(
            id=name,
            text=texts[name],
            source=name,
            body=(0, len(texts[name])),
            title=title,
            publisher=publisher,
            published=date.fromisoformat(day),
            url=url,
        )
        for name, (title, publisher, day, url) in _ARTICLES.items()
    ]
    entities = [
        Entity(id=key, type=kind, name=name, aliases=aliases, country=country)
        for key, (kind, name, aliases, country) in _ENTITIES.items()
    ]
    claims = []
    for number, (document, subject, relation, object_, quote, known) in enumerate(_CLAIMS):
        start = texts[document].index(quote)
        claims.append(
            Claim(
                id=f"c{number}",
                document=document,
                subject=subject,
                relation=relation,
                object=object_,
                quote=quote,
                start=start,
                end=start + len(quote),
                **{"rule": "by-hand", **known},
            )
        )
    return make_graph(entities, claims, documents)


@pytest.fixture
def texts() -> dict[str, str]:
    return story_texts()


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for all tests, without a network."""
    context = chromium.new_context(offline=True, reduced_motion="reduce", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture(scope="session")
def tab(browser: BrowserContext) -> Page:
    """The tab in which one test after the other opens its page; a new one for each would take as long as the test."""
    return browser.new_page()


@pytest.fixture
def read(tab: Page, tmp_path: Path) -> Iterator[Read]:
    """Write a graph as a page and give it to a reader; `width`, `height` and `scheme` are of the screen."""
    readers: list[Reader] = []

    def read(
        graph: nx.MultiDiGraph,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        **options: Any,  # noqa: ANN401  those of `html.write`
    ) -> Reader:
        path = tmp_path / "page.html"
        html.write(graph, path, **options)
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(color_scheme=scheme, media="screen")
        readers.append(Reader(tab, path.as_uri()))
        return readers[-1]

    yield read
    for reader in readers:
        reader.leave()


@pytest.fixture
def crowd() -> Crowd:
    """Make a graph of `size` people in groups of twenty; most claims stay inside a group."""

    def crowd(size: int, claims: int = 2, group: int = 20) -> nx.MultiDiGraph:
        chance = Random(size)  # noqa: S311  the same at every run
        relations = [name for name, relation in RELATIONS.items() if relation.allows("Person", "Person")]
        articles = [
            Document(id=f"d{n}", text="", source="-", body=(0, 0), published=date(2024, 1 + n % 12, 3))
            for n in range(20)
        ]
        made = []
        for number in range(size * claims):
            one = number % size
            first = one - one % group
            far = chance.random() < _FAR
            other = chance.randrange(size) if far else chance.randrange(first, min(first + group, size))
            if one != other:
                made.append(
                    Claim(
                        id=f"c{number}",
                        document=f"d{number % 20}",
                        subject=f"person:{one}",
                        object=f"person:{other}",
                        relation=chance.choice(relations),
                        quote="x",
                        start=0,
                        end=1,
                    )
                )
        people = [Entity(id=f"person:{n}", type="Person", name=f"Somebody {n}") for n in range(size)]
        return make_graph(people, made, articles)

    return crowd
