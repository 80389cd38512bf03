"""The PLOVER class of a claim: that of its relation, unless the act is only announced, possible or refused.

Where the acts of one relation fall into several classes (to sign a treaty is SUPPORT, to agree to talks AGREE), the
entry of the lexicon that found the claim says which; its rule ends in it: `AGREED_WITH:verb:sign|reach=SUPPORT`.

PLOVER codes what has not happened by the intention (manual, 2021, section 2): to promise, plan or consider a friendly
act is AGREE, to plan or consider a hostile one is THREATEN, to withhold a friendly one is REJECT. A hostile act that
did not happen is no event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polgraph.model import Modality
    from polgraph.ontology import Relation

__all__ = ["plover_class"]

_FRIENDLY = {"AID", "COOPERATE", "CONSULT", "CONCEDE", "RETREAT"}
_HOSTILE = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"}


def plover_class(relation: Relation, modality: Modality, rule: str = "") -> str | None:
    """Return the class of a claim of this relation, found by this rule; None where PLOVER has no event for it."""
    own = rule.partition("=")[2] or relation.plover
    if own is None or modality == "asserted":
        return own
    if modality == "negated":
        return "REJECT" if own in _FRIENDLY | {"AGREE", "SUPPORT", "REJECT"} else None
    if own in _FRIENDLY or relation.plover == "AGREE":
        return "AGREE"
    return "THREATEN" if own in _HOSTILE else own
