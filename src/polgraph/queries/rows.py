"""The answer of a query: typed rows under documented columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from polgraph.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Rows"]


@dataclass(frozen=True, slots=True)
class Rows(Sequence[dict[str, Any]]):
    """A sequence of rows, each a dict from column to value; `tuples` holds the same without names.

    truncated: a limit cut the answer.
    """

    columns: tuple[str, ...]
    tuples: list[tuple[Any, ...]]
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.tuples)

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, place: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(place, slice):
            return [self._named(row) for row in self.tuples[place]]
        return self._named(self.tuples[place])

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._named, self.tuples)

    def column(self, name: str) -> list[Any]:
        """Return the values of one column."""
        place = self.columns.index(name)
        return [row[place] for row in self.tuples]

    def to_pandas(self) -> Any:  # noqa: ANN401  a DataFrame, of a library that may be absent
        """Return a DataFrame with the same columns, where pandas is installed."""
        try:
            import pandas as pd  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415  optional
        except ImportError:
            raise MissingExtra("pandas is not installed: pip install pandas") from None
        return pd.DataFrame(self.tuples, columns=list(self.columns))

    def _named(self, row: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(self.columns, row, strict=True))
