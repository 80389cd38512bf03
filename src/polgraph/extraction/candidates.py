"""A claim before it has its quote and speaker: what every search for claims makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polgraph.extraction.participants import Participant
    from polgraph.model import Modality

__all__ = ["Candidate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim before it has its quote and speaker. trigger: token index of the predicate."""

    relation: str
    subject: Participant
    object: Participant
    trigger: int
    modality: Modality
    rule: str
    title: str | None = None
    action: str | None = None
    former: bool | None = None
    kin: str | None = None
