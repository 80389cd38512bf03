"""The same entity across articles: what counts as the same by itself, what is only suggested, what a person decided.

By itself an entity of one article is that of another where extraction gave both the same id, or where type and
folded name are the same. All else is a suggestion with reasons, until a person decides; decisions are a log that is
applied when the case is read, so each can be taken back and all survive a new reading of the articles.
"""

from polgraph.identity.decisions import Decision, Kind, told_apart
from polgraph.identity.folding import fold, words
from polgraph.identity.links import link
from polgraph.identity.resolution import Resolution, resolve
from polgraph.identity.suggestions import Suggestion, suggest

__all__ = ["Decision", "Kind", "Resolution", "Suggestion", "fold", "link", "resolve", "suggest", "told_apart", "words"]
