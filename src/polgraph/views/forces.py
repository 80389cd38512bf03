"""The arithmetic of the layout: start, forces, room for labels. Arrays in, arrays out.

`start` puts near each other what is near in the graph, `unfold` lets forces act on it, `make_room` pushes boxes apart.
No randomness anywhere: all begins with directions that the caller derives from ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    _Array: TypeAlias = NDArray[np.float64]
    _Indices: TypeAlias = NDArray[np.intp]

__all__ = ["make_room", "start", "unfold"]

_OWN = 0.05  # weight of a node's own direction against those of its neighbours, in `start`
_SPREADING = 40
_EXACT = 700  # up to here every pair repels; above, a grid of masses does
_GRID = 192
_GRAVITY = np.array((0.012, 0.03))  # towards the middle; more from above and below, for screens are wide


def start(ends: tuple[_Indices, _Indices], weights: _Array, towards: _Array) -> _Array:
    """Place each node at the mean of the directions in `towards` of those near it in the graph, itself included.

    Neighbours come to lie together, and since a mean changes little when few of its parts do, so does the place.
    """
    count = len(towards)
    degree = np.bincount(ends[0], weights, count) + np.bincount(ends[1], weights, count)
    places = towards
    for _ in range(_SPREADING):
        near = np.empty_like(places)
        for axis in (0, 1):
            near[:, axis] = np.bincount(ends[0], weights * places[ends[1], axis], count)
            near[:, axis] += np.bincount(ends[1], weights * places[ends[0], axis], count)
        places = (1 - _OWN) * near / degree[:, None] + _OWN * towards
    places = places - places.mean(0)
    spread: _Array = np.sqrt((places**2).mean(0)) + 1e-9
    spread_out: _Array = places / spread
    return spread_out


def unfold(places: _Array, ends: tuple[_Indices, _Indices], weights: _Array, steps: int) -> _Array:
    """Let linked nodes attract and all nodes repel each other, in steps that grow smaller.

    Attraction grows slowly with distance (LinLog), so communities part; in the last third it grows fast and all
    repel alike, so what was drawn into a knot spreads out where it stands.
    """
    count = len(places)
    mass = 1.0 + np.bincount(np.concatenate(ends), minlength=count).astype(float)
    mass = np.sqrt(mass)
    places = places * np.sqrt(count)
    parting = 2 * steps // 3
    # a small picture is read whole and may spread evenly, a large one should still show its communities
    evenness = float(np.clip(1.15 - count / 600, 0.5, 1.0))
    for step in range(steps):
        if step == parting:
            mass = np.ones(count)
            # lines of a hub pull less, or they would keep its surroundings in a knot
            degree = np.bincount(np.concatenate(ends), minlength=count).astype(float)
            weights = (degree[ends[0]] * degree[ends[1]]) ** -0.5
            weights = weights / float(np.median(weights))
            lengths = np.hypot(*(places[ends[0]] - places[ends[1]]).T)
            places = places / (float(np.median(lengths)) + 1e-9)
        force = _repulsion(places, mass) - _GRAVITY * places * mass[:, None]
        apart = places[ends[1]] - places[ends[0]]
        length = np.hypot(apart[:, 0], apart[:, 1]) + 1e-9
        growth = np.log1p(length) / length if step < parting else length**evenness
        pull = (weights * growth)[:, None] * apart
        for axis in (0, 1):
            force[:, axis] += np.bincount(ends[0], pull[:, axis], count) - np.bincount(ends[1], pull[:, axis], count)
        size = np.hypot(force[:, 0], force[:, 1]) + 1e-9
        reach = 0.6 * np.sqrt(count) * 0.25 * (1 - step / steps) ** 1.5 + 0.01
        places = places + force * (np.minimum(size * 0.25, reach) / size)[:, None]
        places -= places.mean(0)
    return places


def _repulsion(places: _Array, mass: _Array) -> _Array:
    return _between_all(places, mass) if len(places) <= _EXACT else _on_grid(places, mass)


def _between_all(places: _Array, mass: _Array) -> _Array:
    x, y = places[:, 0], places[:, 1]
    square = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2 + 0.05
    strength = mass[:, None] * mass / square
    # the sum over others of strength times difference, without keeping the differences
    force: _Array = places * strength.sum(1)[:, None] - strength @ places
    return force


def _on_grid(places: _Array, mass: _Array) -> _Array:
    """Spread the masses on a grid, convolve them with the law of repulsion, read the force back at each place."""
    low = places.min(0)
    cell = float((places.max(0) - low).max()) / (_GRID - 2) or 1.0
    scaled = (places - low) / cell
    corner = np.minimum(scaled.astype(np.intp), _GRID - 2)
    inside = scaled - corner
    grid = np.zeros((_GRID, _GRID))
    corners = []
    for i in (0, 1):
        for j in (0, 1):
            share = np.abs(1 - i - inside[:, 0]) * np.abs(1 - j - inside[:, 1])
            index = (corner[:, 0] + i, corner[:, 1] + j)
            np.add.at(grid, index, mass * share)
            corners.append((index, share))
    spectrum = np.fft.rfft2(grid, s=(2 * _GRID, 2 * _GRID))
    force = np.zeros_like(places)
    for axis in (0, 1):
        field = np.fft.irfft2(spectrum * _KERNELS[axis])[:_GRID, :_GRID]
        for index, share in corners:
            force[:, axis] += field[index] * share
    return force * mass[:, None] / cell


def _kernels() -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    steps = np.fft.fftfreq(2 * _GRID, 1 / (2 * _GRID))
    across, along = np.meshgrid(steps, steps, indexing="ij")
    square = across**2 + along**2 + 0.5
    return np.fft.rfft2(across / square), np.fft.rfft2(along / square)


_KERNELS = _kernels()


def make_room(places: _Array, box: tuple[float, float], rounds: int = 60) -> _Array:
    """Push apart nodes whose boxes (width, height) overlap, each pair along the shorter way."""
    places = places.copy()
    reach = min(len(places) - 1, 80)
    for _ in range(rounds):
        order = np.argsort(places[:, 0], kind="stable")
        shift = np.zeros_like(places)
        touched = False
        for offset in range(1, reach + 1):
            one, other = order[:-offset], order[offset:]
            gap = places[other] - places[one]
            over = np.array(box) - np.abs(gap)
            overlap = (over > 0).all(1)
            if not overlap.any():
                if (gap[:, 0] >= box[0]).all():
                    break
                continue
            touched = True
            one, other, gap, over = one[overlap], other[overlap], gap[overlap], over[overlap]
            axis = (over[:, 1] / box[1] < over[:, 0] / box[0]).astype(int)
            row = np.arange(len(axis))
            push = 0.5 * over[row, axis] * np.where(gap[row, axis] < 0, -1.0, 1.0)
            np.add.at(shift, (other, axis), push)
            np.add.at(shift, (one, axis), -push)
        if not touched:
            break
        # a node pushed from several sides moves with restraint
        places += np.clip(shift, -box[0], box[0]) * 0.6
    return places
