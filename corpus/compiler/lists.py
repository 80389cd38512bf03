"""The closed lists: styles, regions, topics, and the words that are pronouns or need a mark."""

from __future__ import annotations

__all__ = ["ALWAYS_MARKED", "DETERMINERS", "MODALITIES", "PRONOUNS", "REGIONS", "STYLES", "TOPICS"]

STYLES = (
    "agency wire",
    "broadsheet analysis",
    "tabloid",
    "live blog",
    "interview",
    "press release",
    "editorial",
    "fact check",
    "court report",
    "parliamentary report",
    "broadcast transcript",
    "translated news",
)

# where it is written and which English it uses
REGIONS = (
    "americas",
    "british isles",
    "europe",
    "africa and middle east",
    "south asia",
    "asia pacific",
)

TOPICS = (
    "elections",
    "courts",
    "protest",
    "war and truce",
    "asylum and migration",
    "sanctions and trade",
    "corruption",
    "parties and coalitions",
    "appointments and resignations",
    "espionage",
    "media",
    "international bodies",
)

MODALITIES = ("asserted", "possible", "planned", "negated")

PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
        "yourself",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "one",
        "both",
    ]
)

# these nearly always stand for a person of the article, so one left bare is taken for an oversight
ALWAYS_MARKED = frozenset(
    ["i", "me", "my", "mine", "myself", "he", "him", "his", "himself", "she", "her", "hers", "herself"]
)

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "both",
        "another",
        "no",
        "some",
        "all",
        "such",
    ]
)
