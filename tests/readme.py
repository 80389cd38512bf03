"""The console blocks of the README: run each command, compare or write its output.

usage: python tests/readme.py --write

A block is fenced by ```console; a line that begins with "$ " is a command, what follows is its output on stdout and
stderr. Commands run one after another in one folder that holds a copy of `seeds/`, at 100 columns. A line "..." in an
output stands for any number of lines.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "Example", "examples", "prepare", "run"]

ROOT = Path(__file__).parents[1]
_README = ROOT / "README.md"
_FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROGRAMS = {"polgraph", "python"}


@dataclass(frozen=True, slots=True)
class Example:
    """One command of the README and the output that it shows."""

    command: str
    output: str


def examples(text: str | None = None) -> list[Example]:
    """Return the commands of the README in order."""
    found = []
    for block in _FENCE.findall(text if text is not None else _README.read_text("utf8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Example(command, output))
    return found


def prepare(folder: Path) -> None:
    """Lay out the folder that the commands run in."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")


def run(command: str, folder: Path) -> tuple[str, int]:
    """Run one command; return stdout and stderr as a terminal shows them, and the exit code."""
    programs = Path(sys.executable).parent
    words = shlex.split(command)
    if words[0] not in _PROGRAMS:
        raise ValueError(f"README.md: {command!r}: the examples run {sorted(_PROGRAMS)} only")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("POLGRAPH", "NEO4J"))}
    environment = {**clean, "COLUMNS": "100", "NO_COLOR": "1", "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n" * bool(done.stdout), done.returncode


def matches(shown: str, real: str) -> bool:
    """Compare an output with the one shown, where a line "..." stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "...\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    return re.fullmatch(pattern, real) is not None


def _write() -> None:
    text = _README.read_text("utf8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for example in examples(text):
            real, _ = run(example.command, folder)
            if not matches(example.output, real):
                text = text.replace(
                    f"$ {example.command}\n{example.output}", f"$ {example.command}\n{_shortened(real)}", 1
                )
    _README.write_text(text, "utf8")


def _shortened(output: str, keep: int = 24) -> str:
    lines = output.splitlines(keepends=True)
    return output if len(lines) <= keep else "".join([*lines[: keep - 1], "...\n"])


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        raise SystemExit(__doc__)
    _write()
