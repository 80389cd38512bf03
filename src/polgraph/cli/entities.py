"""`polgraph entities`: who is in the case, and a person's decisions about who is who."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from polgraph.cli.options import case_option, output_options, storable_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from polgraph.case import Case
    from polgraph.cli.output import Output

__all__ = ["entities"]

_TYPES = ("Person", "Institution", "Nation")


def _decision_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--why", callback=storable_text, metavar="TEXT", help="The reason, for the log."),
        click.option(
            "--who",
            callback=storable_text,
            envvar="USER",
            metavar="NAME",
            help="Who decides, for the log.",
            show_envvar=True,
        ),
    ):
        function = option(function)
    return function


@click.group()
def entities() -> None:
    """List who is in the case, and say who is who.

    ENTITY is a name, an alias, a part of a name that fits only one, or an id. Decisions are kept in the case, survive
    a new reading of the articles, and can be taken back.
    """


@entities.command(name="list")
@case_option
@output_options
@click.option("--type", "kind", type=click.Choice(_TYPES), help="Only entities of this type.")
@click.option("--like", metavar="TEXT", help="Only those with this text in a name or alias.")
@click.option("--limit", type=click.IntRange(1), help="Only the first of them.")
def list_entities(case: Case, output: Output, kind: str | None, like: str | None, limit: int | None) -> None:
    """List the entities, the most mentioned first."""
    from polgraph.identity import fold  # noqa: PLC0415  `--help` needs none

    mentions: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for (identity, _), count in case.mention_counts().items():
        mentions[identity] += count
        documents[identity] += 1
    for claim in case.claims():
        claims.update((claim.subject, claim.object))
    wanted = fold(like or "")
    found = [
        {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "aliases": entity.aliases,
            "country": entity.country,
            "mentions": mentions[entity.id],
            "documents": documents[entity.id],
            "claims": claims[entity.id],
        }
        for entity in case.entities()
        if kind in (None, entity.type) and any(wanted in fold(form) for form in (entity.name, *entity.aliases))
    ]
    found.sort(key=lambda row: (-mentions[str(row["id"])], row["id"]))
    columns = ["id", "type", "name", "country", "mentions", "documents", "claims"]
    if output.format != "table":  # too many for a screen
        columns.insert(3, "aliases")
    output.rows(found[:limit], columns, nothing=f"{case.path}: no such entity in it")


@entities.command()
@case_option
@click.argument("keep")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@_decision_options
def merge(case: Case, keep: str, others: Sequence[str], who: str | None, why: str | None) -> None:
    """Say that each OTHER is KEEP, whose id and name stay."""
    kept = case.resolve(keep)
    # all names first: one that is wrong must not leave half of the work done
    merged = list(dict.fromkeys(case.resolve(other) for other in others))
    for other in merged:
        decision = case.merge(kept, other, who=who, why=why)
        _tell(decision.number, f"{other} is {kept}")


@entities.command()
@case_option
@click.argument("entity")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--name", callback=storable_text, metavar="TEXT", help="What to call the new entity.")
@_decision_options
def split(  # noqa: PLR0913  the options above
    case: Case, entity: str, documents: Sequence[str], *, name: str | None, who: str | None, why: str | None
) -> None:
    """Say that a DOCUMENT means somebody else.

    From now on whom the documents (ids) call ENTITY is another entity, with an id of its own.
    """
    identity = case.resolve(entity)
    decision = case.split(identity, documents, name=name, who=who, why=why)
    _tell(decision.number, f"{identity} is {decision.other} in {', '.join(decision.documents)}")


@entities.command()
@case_option
@click.argument("entity")
@click.argument("name", callback=storable_text)
@_decision_options
def rename(case: Case, entity: str, name: str, who: str | None, why: str | None) -> None:
    """Call ENTITY by another NAME; its id stays."""
    identity = case.resolve(entity)
    decision = case.rename(identity, name, who=who, why=why)
    _tell(decision.number, f"{identity} is called {decision.name}")


@entities.command()
@case_option
@click.argument("number", type=click.IntRange(1), required=False)
@click.option(
    "--who", callback=storable_text, envvar="USER", metavar="NAME", help="Who decides, for the log.", show_envvar=True
)
def undo(case: Case, number: int | None, who: str | None) -> None:
    """Take back a decision.

    NUMBER is that of `polgraph entities decisions`; without one the last that stands is taken back.
    """
    decision = case.undo(number, who=who)
    target = f"{decision.entity} {decision.other or decision.name}"
    click.echo(f"decision {decision.number} is taken back: {decision.kind} {target}", err=True)


@entities.command()
@case_option
@output_options
def decisions(case: Case, output: Output) -> None:
    """List the decisions, oldest first."""
    columns = ["number", "kind", "entity", "other", "documents", "name", "who", "at", "why", "undone"]
    rows = [{column: getattr(decision, column) for column in columns} for decision in case.decisions()]
    output.rows(rows, columns, nothing=f"{case.path}: nobody has decided anything yet")


@entities.command()
@case_option
@output_options
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="Only pairs as likely as this."
)
def suggest(case: Case, output: Output, min_score: float) -> None:
    """Propose entities that may be one.

    Each pair comes with a score and its reasons; nothing is merged. A pair that was split, or whose merge was taken
    back, is not proposed again.
    """
    from polgraph.identity import suggest as suggest_pairs, told_apart  # noqa: PLC0415  `--help` needs none

    known = case.entities()
    names = {entity.id: entity.name for entity in known}
    found = suggest_pairs(
        known, case.claims(), case.mention_counts(), apart=told_apart(case.decisions()), min_score=min_score
    )
    rows = [
        {
            "score": suggestion.score,
            "keep": suggestion.keep,
            "keep_name": names[suggestion.keep],
            "other": suggestion.other,
            "other_name": names[suggestion.other],
            "reasons": suggestion.reasons,
        }
        for suggestion in found
    ]
    output.rows(
        rows,
        ["score", "keep", "keep_name", "other", "other_name", "reasons"],
        nothing=f"{case.path}: nothing to suggest",
    )


def _tell(number: int, what: str) -> None:
    click.echo(f"decision {number}: {what}; take it back with `polgraph entities undo {number}`", err=True)
