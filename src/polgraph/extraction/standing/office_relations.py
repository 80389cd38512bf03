"""Which tie a title makes with the body, nation or person beside it.

In: an `Office` and what stands beside it. Out: the name of a relation, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.factions import is_camp
from polgraph.extraction.standing.tie import has_posts
from polgraph.extraction.titles import written_out

if TYPE_CHECKING:
    from polgraph.extraction.standing.offices import Office
    from polgraph.model import Entity

__all__ = ["relation_of"]


def relation_of(office: Office, body_type: str, body: Entity) -> str | None:
    """Decide the tie that a title makes with the body beside it."""
    kinds = office.kinds
    adjective_party = body_type == "Institution" and gazetteer.party(body.name)
    whole = written_out(office.title)
    title = whole.rsplit(maxsplit=1)[-1]
    relation: str | None = None
    if body_type == "Institution" and is_camp(body):
        relation = "MEMBER_OF"
    elif "kin" in kinds:
        relation = "RELATED_TO" if body_type == "Person" else None
    elif "speaks" in kinds:
        relation = "SPEAKS_FOR"
    elif body_type == "Person":
        relation = "ALLIED_WITH" if "ally" in kinds else None
    elif adjective_party:
        relation = "HOLDS_OFFICE" if title in words("titles", "party_posts") else "MEMBER_OF"
    elif body_type == "Nation":
        if (
            "office" in kinds
            and {whole, title} & words("titles", "state_offices")
            and whole not in words("titles", "not_of_state")
        ):
            relation = "HOLDS_OFFICE"
        elif kinds & {"person", "member", "office"}:
            relation = "CITIZEN_OF"
    elif "owner" in kinds:
        relation = "CONTROLS"
    elif title == "deputy" and office.body is not None and office.body.form == "pronoun":
        relation = "HOLDS_OFFICE"
    elif "member" in kinds and "office" not in kinds:
        relation = "MEMBER_OF"
    elif "person" in kinds and not kinds & {"office", "member"}:
        # "a writer for the Herald", "Tidewater Institute historian X"
        works = has_posts(body.name) and title not in words("titles", "outsiders")
        relation = "HOLDS_OFFICE" if works else None
    elif kinds & {"office", "member"}:
        in_party = not has_posts(body.name) and title in words("titles", "seats")
        relation = "MEMBER_OF" if in_party else "HOLDS_OFFICE"
    return relation
