from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def test_predicates_are_counted_by_word_class(tmp_path: Path, write: Callable[..., str]) -> None:
    (tmp_path / "source").mkdir()
    passive = write(
        ("[mer:Meridia] might arrest [ada:her]", "[ada:she] was arrested by [mer:Meridia]"),
        ("mer DETAINED ada possible by=bo: might *arrest* her", "mer DETAINED ada by=bo: was *arrested* by Meridia"),
    )
    (tmp_path / "source" / "001-a.txt").write_text(passive, "utf8")
    compiled = [sys.executable, str(CORPUS / "compile.py"), "--root", str(tmp_path)]
    subprocess.run(compiled, check=True, capture_output=True)
    command = [sys.executable, str(CORPUS / "wordclasses.py"), str(tmp_path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    counts = {line.split()[0]: line.split()[1:] for line in printed}
    assert counts["relation"] == ["verb", "passive", "noun", "adjective"]
    assert counts["ACCUSED"] == ["1", "(1)", "0", "(0)", "0", "(0)", "0", "(0)"]
    assert counts["DETAINED"] == ["0", "(0)", "1", "(1)", "0", "(0)", "0", "(0)"]
