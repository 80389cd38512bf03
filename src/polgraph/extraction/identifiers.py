"""Readable ids: "person:elon-musk" for an entity, a hash for a claim."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii

from polgraph.ontology import ENTITY_TYPES

__all__ = ["claim_id", "entity_id"]


def entity_id(entity_type: str, name: str) -> str:
    """Build the id of an entity from its type and name; a name without any letter is hashed."""
    slug = (
        re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-")
        or hashlib.sha256(name.encode("utf8", "surrogatepass")).hexdigest()[:12]
    )
    return f"{ENTITY_TYPES[entity_type].prefix}:{slug}"


def claim_id(document: str, start: int, end: int, *parts: str) -> str:
    """Hash the document, the place and the parts (ends, relation, modality, speaker) to 16 hexadecimal digits."""
    key = "\x1f".join((document, str(start), str(end), *parts))
    return hashlib.sha256(key.encode("utf8", "surrogatepass")).hexdigest()[:16]
