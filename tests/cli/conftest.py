"""Run the command line in a folder of its own.

`quick_parser` stands in for the real one and finds what stands between bars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from polgraph.cli import main
from polgraph.model import Claim, Document, Entity, Extraction, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `polgraph ARGUMENTS...` in a temporary folder."""
    monkeypatch.chdir(tmp_path)
    for variable in ("POLGRAPH_CASE", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def run_command(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)

    return run_command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def quick_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find the lines `| subject | RELATION | object |` of an article; the real parser takes seconds to load."""
    monkeypatch.setattr("polgraph.extraction.extract_all", _extract_all)


def _extract_all(documents: Iterable[Document], **_: Any) -> Iterator[Extraction]:  # noqa: ANN401  options that do not count
    for document in documents:
        entities: dict[str, Entity] = {}
        mentions: list[Mention] = []
        claims: list[Claim] = []
        for line in document.text.splitlines():
            if line.startswith("| "):
                subject, relation, object_ = (part.strip() for part in line.strip("|").split("|"))
                start = document.text.index(line)
                ends = []
                for name in (subject, object_):
                    entity = Entity(id=f"person:{name.lower().replace(' ', '-')}", type="Person", name=name)
                    entities[entity.id] = entity
                    place = document.text.index(name, start)
                    mentions.append(
                        Mention(start=place, end=place + len(name), text=name, type="Person", entity=entity.id)
                    )
                    ends.append(entity.id)
                claims.append(
                    Claim(
                        id=f"{document.id}-{start}", document=document.id, subject=ends[0], relation=relation,
                        object=ends[1], quote=line, start=start, end=start + len(line),
                    )
                )  # fmt: skip
        yield Extraction(
            document=document,
            entities=tuple(entities.values()),
            mentions=tuple(mentions),
            claims=tuple(claims),
            quotes=(),
        )
