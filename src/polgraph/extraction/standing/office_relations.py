"""Which tie a title makes with the body, nation or person beside it.

In: an `Office` and what stands beside it. Out: the name of a relation, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.factions import is_camp
from polgraph.extraction.standing.tie import has_posts
from polgraph.extraction.titles import core, written_out

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
    leads = title in words("titles", "party_posts") and "member" not in kinds  # no candidate
    if body_type == "Institution" and is_camp(body) and not leads:
        relation = "MEMBER_OF"
    elif "kin" in kinds:
        relation = "RELATED_TO" if body_type == "Person" else None
    elif "speaks" in kinds:
        relation = "SPEAKS_FOR"
    elif body_type == "Person":
        relation = "ALLIED_WITH" if "ally" in kinds else None
    elif adjective_party:
        relation = "HOLDS_OFFICE" if title in words("titles", "party_posts") else "MEMBER_OF"
    elif _is_seat_of(office, {whole, title}, body):
        relation = "HOLDS_OFFICE"
    elif body_type == "Nation":
        if (
            "office" in kinds
            and {whole, core(whole), title} & words("titles", "state_offices")
            and (whole not in words("titles", "not_of_state") or _leads_opposition(office, whole))
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
        partisan = title in words("titles", "partisans") and _is_party(body.name)
        relation = "HOLDS_OFFICE" if works else ("MEMBER_OF" if partisan else None)
    elif kinds & {"office", "member"}:
        in_party = not has_posts(body.name) and title in words("titles", "seats")
        relation = "MEMBER_OF" if in_party else "HOLDS_OFFICE"
    return relation


def _is_seat_of(office: Office, titles: set[str], body: Entity) -> bool:
    """As in "MP for Tavel", "the Tavel Beach MP": the place that has elected somebody, no nation and no party."""
    if titles.isdisjoint(words("titles", "seats")) or office.body is None or gazetteer.party(body.name):
        return False
    if office.by == "for":
        return body.type == "Nation" or (body.type == "Institution" and not _is_joined(body.name))
    place = gazetteer.place(body.name)
    return body.type == "Nation" and office.body.form == "name" and (place is None or place.part)


def _is_joined(name: str) -> bool:
    """As in "a deputy for the Harbour Party": no place in its name, or a body that one works for."""
    last = name.casefold().split()[-1]
    return name.isupper() or last in words("institutions", "joined") or gazetteer.is_institution_head(last)


def _leads_opposition(office: Office, title: str) -> bool:
    """As in "Ostlandic Opposition Leader X": in capitals a post in parliament."""
    return title == "opposition leader" and office.title[:1].isupper()


def _is_party(name: str) -> bool:
    return bool(gazetteer.party(name)) or name.casefold().split()[-1] in words("institutions", "joined")
