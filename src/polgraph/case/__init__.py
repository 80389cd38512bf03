"""The case file: an SQLite database that holds documents, what they say, and what a person decided.

`Case(path)` opens one; everything else about it is a method of `Case`. The graph is built from it and can be rebuilt
at any time.
"""

from polgraph.case.file import Case
from polgraph.case.schema import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "Case"]
