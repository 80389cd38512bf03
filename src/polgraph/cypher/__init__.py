"""Cypher as text: read it, and say what is wrong with it before any store runs it.

`syntax` parses, `guard` refuses what writes or calls out, `portable` and `faults` know what does not mean the same in
every store, `vocabulary` and `results` check names and the shape of the answer. `guarded` is what stores call.
"""

from polgraph.cypher.findings import Finding
from polgraph.cypher.guard import guarded
from polgraph.cypher.lint import lint

__all__ = ["Finding", "guarded", "lint"]
