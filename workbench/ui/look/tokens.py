"""Colours, spacing and type sizes: every number of the look, defined once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colors:
    """The colours of one scheme, as `#RRGGBB`."""

    page: str
    panel: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str


LIGHT = Colors(
    page="#F7F8FA",
    panel="#FFFFFF",
    raised="#FFFFFF",
    text="#1B1F27",
    muted="#5B6472",
    line="#DDE1E8",
    accent="#1F6FEB",
    on_accent="#FFFFFF",
    good="#1A7F4B",
    warn="#9A6700",
    bad="#C0362C",
)
DARK = Colors(
    page="#16181D",
    panel="#1E2128",
    raised="#262A33",
    text="#E8EAEF",
    muted="#9AA3B2",
    line="#343944",
    accent="#5B9BFF",
    on_accent="#0B1220",
    good="#4CC38A",
    warn="#E2B340",
    bad="#FF7B72",
)

# Pixels.
TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
RADIUS = 8
RAIL_WIDTH = 184
CONTROL_HEIGHT = 32
SMALL_TEXT, BODY_TEXT, SECTION_TEXT, TITLE_TEXT, FIGURE_TEXT = 12, 13, 15, 20, 36
READING_TEXT = 14  # where whole pages are read

# Okabe & Ito, 2008: colours that colour-blind people can distinguish; after eight classes the shape changes too.
CLASS_COLORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
CLASS_SHAPES = ("o", "s", "t1", "d", "+", "x", "star", "h")


def class_color(number: int) -> str:
    """Return the colour of the class of that number, counted from 0."""
    return CLASS_COLORS[number % len(CLASS_COLORS)]


def class_shape(number: int) -> str:
    """Return the shape (pyqtgraph's name for it) of the class of that number, counted from 0."""
    # Neighbours differ in shape too, so that colour is never their only difference.
    return CLASS_SHAPES[(number + number // len(CLASS_COLORS)) % len(CLASS_SHAPES)]


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from one to the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
