"""Synthetic handwriting: alphabets of invented characters, drawn by hands that each have a style."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw

SIZE = 56

_FINER = 4  # Drawn this much larger, then reduced, for smooth edges.
_ALONG = np.linspace(0.0, 1.0, 12, endpoint=False)[:, None]

StrokePoints = NDArray[np.float64]  # (n, 2), about -1 to 1, y downwards


@dataclass(frozen=True)
class Stroke:
    """One movement of the pen through a few points, smoothly or with corners."""

    points: StrokePoints
    angular: bool


Character = tuple[Stroke, ...]


@dataclass(frozen=True)
class Hand:
    """How one person writes every character; lengths are shares of half the paper's side, angles in radians."""

    slant: float
    scale: float
    aspect: float
    turn: float
    width: float
    wobble: float
    shift: NDArray[np.float64]  # (2,)


@dataclass(frozen=True)
class Alphabet:
    """Characters of one style, and the hands that write them."""

    characters: tuple[Character, ...]
    hands: tuple[Hand, ...]


@dataclass(frozen=True)
class _Style:
    most_strokes: int
    curl: float  # How much the direction changes from point to point.
    angular: float  # The share of strokes with corners.
    joined: float  # The share of strokes that begin on an earlier one.


def invent_alphabet(rng: Generator, characters: int, hands: int) -> Alphabet:
    """Invent an alphabet: a style, characters in that style, and people who write it."""
    style = _Style(
        most_strokes=int(rng.integers(2, 5)),
        curl=rng.uniform(0.5, 1.3),
        angular=rng.choice([0.0, 0.1, 0.7]),
        joined=rng.uniform(0.3, 0.8),
    )
    return Alphabet(
        tuple(_invent_character(rng, style) for _ in range(characters)),
        tuple(_invent_hand(rng) for _ in range(hands)),
    )


def draw(character: Character, hand: Hand, rng: Generator) -> Image.Image:
    """Draw a character once, dark on white, SIZE x SIZE in 8-bit grey; no two drawings are equal."""
    side = SIZE * _FINER
    paper = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(paper)
    width = hand.width * rng.uniform(0.85, 1.15) * side / 2
    phases = rng.uniform(0.0, 2 * np.pi, (2, 2))
    matrix, shift = _placement(hand, rng)
    for stroke in character:
        jitter = rng.normal(0.0, 0.05, stroke.points.shape)
        line = outline(Stroke(stroke.points + jitter, stroke.angular))
        line = line + hand.wobble * np.sin(2.2 * line @ np.array([[1.0, 0.6], [-0.6, 1.0]]) + phases[0])
        line = line @ matrix.T + shift
        _ink(pen, (line * 0.5 + 0.5) * side, width)
    return paper.reduce(_FINER)


def _invent_character(rng: Generator, style: _Style) -> Character:
    strokes: list[Stroke] = []
    for _ in range(int(rng.integers(2, style.most_strokes + 1))):
        joins = strokes and rng.random() < style.joined
        earlier = strokes[int(rng.integers(len(strokes)))].points if joins else rng.uniform(-1.0, 1.0, (1, 2))
        start = earlier[int(rng.integers(len(earlier)))]
        strokes.append(Stroke(_wander(rng, start, style.curl), bool(rng.random() < style.angular)))
    everything = np.concatenate([stroke.points for stroke in strokes])
    low, high = everything.min(axis=0), everything.max(axis=0)
    half = max(float((high - low).max()) / 2, 0.1)
    return tuple(Stroke((stroke.points - (low + high) / 2) / half, stroke.angular) for stroke in strokes)


def _wander(rng: Generator, start: StrokePoints, curl: float) -> StrokePoints:
    points = [start]
    # The pen starts towards the centre, or the characters would be empty inside.
    heading = np.arctan2(-start[1], -start[0]) + rng.normal(0.0, 0.8)
    for _ in range(int(rng.integers(2, 5))):
        step = rng.uniform(0.5, 1.1) * np.array([np.cos(heading), np.sin(heading)])
        points.append(np.clip(points[-1] + step, -1.0, 1.0))
        heading += rng.normal(0.0, curl)
    return np.array(points)


def _invent_hand(rng: Generator) -> Hand:
    return Hand(
        slant=rng.normal(0.0, 0.22),
        scale=rng.uniform(0.55, 0.75),
        aspect=rng.uniform(0.85, 1.18),
        turn=rng.normal(0.0, 0.12),
        width=rng.uniform(0.05, 0.1),
        wobble=rng.uniform(0.03, 0.1),
        shift=rng.normal(0.0, 0.07, 2),
    )


def _placement(hand: Hand, rng: Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    turn = hand.turn + rng.normal(0.0, 0.06)
    scale = hand.scale * rng.uniform(0.93, 1.07)
    slanted = np.array([[1.0, -(hand.slant + rng.normal(0.0, 0.06))], [0.0, 1.0]])
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return scale * turned @ slanted @ np.diag([hand.aspect, 1.0]), hand.shift + rng.normal(0.0, 0.05, 2)


def outline(stroke: Stroke) -> StrokePoints:
    """Return the line through a stroke's points: straight pieces, or a Catmull-Rom spline."""
    points = stroke.points
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    pieces: list[StrokePoints] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        if stroke.angular:
            pieces.append(start + _ALONG * (end - start))
        else:
            pieces.append(_spline(before, start, end, after))
    return np.concatenate([*pieces, points[-1:]])


def _spline(before: StrokePoints, start: StrokePoints, end: StrokePoints, after: StrokePoints) -> StrokePoints:
    square = 2 * before - 5 * start + 4 * end - after
    cube = 3 * (start - end) + after - before
    return start + 0.5 * (_ALONG * (end - before) + _ALONG**2 * square + _ALONG**3 * cube)


def _ink(pen: ImageDraw.ImageDraw, line: StrokePoints, width: float) -> None:
    # Whole numbers: the last digits of sines differ between machines, the drawing must not.
    dots = [(int(x), int(y)) for x, y in np.rint(line)]
    thick = max(2, round(width))
    pen.line(dots, fill=0, width=thick)
    radius = thick / 2
    for x, y in dots:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
