"""Draws bars over days, one panel for each series, as a PNG (pure but for its font).

Each panel says whose it is, so that nobody has to tell colours apart; they are those of
Okabe and Ito, which most colour-blind people do. All panels have one scale: a side that
says little looks little. The ground is grey: it glares in no dark chat and is not lost in
a light one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FONT: Final = Path(__file__).parents[1] / "data" / "fonts" / "roboto.ttf"
WIDTH: Final = 1080  # pixels; a phone shows it at about a third
MARGIN: Final = 40
HEAD: Final = 138
ROOM: Final = 128  # of a panel beside its bars
FOOT: Final = 72
BARS: Final = 150  # the highest; all panels have one scale
GROUND: Final = "#ECECE8"
INK: Final = "#1F2328"
COLORS: Final = ("#4D4D4D", "#0072B2", "#D55E00", "#009E73", "#8A6D8F")
TITLE, LABEL, SMALL = 48, 38, 34  # sizes of the font; a phone shows a third of them
FEW: Final = 14  # bars; each has its number
GAP: Final = 0.28  # of a bar's room
MARK: Final = 11  # half the width of a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One series: its name, a number for each day, and the days that are marked."""

    name: str
    counts: Sequence[int]
    marks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that is drawn; `ticks` are days to name under the bars."""

    title: str
    subtitle: str
    panels: Sequence[Panel]
    ticks: Sequence[tuple[int, str]]


def draw_chart(chart: Chart) -> bytes:
    """Return the chart as a PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  # 6 MB and 140 ms, at the first chart

    most = max((count for panel in chart.panels for count in panel.counts), default=0)
    heights = [panel_height(panel, most) for panel in chart.panels]
    height = HEAD + sum(heights) + FOOT
    image = Image.new("RGB", (WIDTH, height), GROUND)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, 24), _cut(chart.title, TITLE), INK, _font(TITLE))
    draw.text((MARGIN, 86), _cut(chart.subtitle, SMALL), INK, _font(SMALL))
    ground = HEAD
    for panel, high, color in zip(chart.panels, heights, cycle(COLORS), strict=False):
        ground += high
        _draw_panel(draw, panel, (ground - high, ground), color, most)
    _draw_ticks(draw, chart, ground)
    out = BytesIO()
    # A tenth of a second less than the default method, and no difference to see.
    image.quantize(64, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


def panel_height(panel: Panel, most: int) -> int:
    """Return the pixels that a panel takes when the highest bar of all is `most`."""
    mark = 2 * MARK if panel.marks else 0
    return ROOM + mark + (round(BARS * max(panel.counts, default=0) / most) if most else 0)


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415  # as above

    return ImageFont.truetype(str(FONT), size)


def _cut(text: str, size: int) -> str:
    """Return as much of the text as fits into a line."""
    font, room = _font(size), WIDTH - 2 * MARGIN
    while text and font.getlength(text) > room:
        text = text[:-2].rstrip() + "…" if len(text) > 2 else ""  # noqa: PLR2004  # the mark
    return text


def _left(day: int, days: int) -> float:
    return MARGIN + (WIDTH - 2 * MARGIN) * day / days


def _draw_panel(
    draw: "ImageDraw", panel: Panel, span: tuple[int, int], color: str, most: int
) -> None:
    top, ground = span
    days = len(panel.counts)
    draw.rectangle((MARGIN, top + 24, MARGIN + 26, top + 50), color)
    draw.text((MARGIN + 40, top + 14), _cut(panel.name, LABEL), INK, _font(LABEL))
    draw.line((MARGIN, ground, WIDTH - MARGIN, ground), INK, 2)
    room = (WIDTH - 2 * MARGIN) / max(1, days)
    for day, count in enumerate(panel.counts):
        left = _left(day, days) + room * GAP / 2
        height = round(BARS * count / most) if most else 0
        if count:
            box = (left, ground - max(height, 3), left + room * (1 - GAP), ground - 1)
            draw.rectangle(box, color)
        _draw_number(draw, panel, day, (left + room * (1 - GAP) / 2, ground - height))


def _draw_number(
    draw: "ImageDraw", panel: Panel, day: int, at: tuple[float, float]
) -> None:
    """Write a bar's number and mark over it; of many bars only the most and the marked."""
    count, (x, y) = panel.counts[day], at
    is_first_most = panel.counts.index(max(panel.counts)) == day
    if not count or (
        len(panel.counts) > FEW and day not in panel.marks and not is_first_most
    ):
        return
    half = _font(SMALL).getlength(str(count)) / 2
    x = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
    draw.text((x, y - 4), str(count), INK, _font(SMALL), anchor="ms")
    if day in panel.marks:
        up = y - 42
        draw.polygon(((x - MARK, up), (x + MARK, up), (x, up - 18)), INK)


def _draw_ticks(draw: "ImageDraw", chart: Chart, top: int) -> None:
    days = max(1, *(len(panel.counts) for panel in chart.panels))
    free_to = float(WIDTH)
    for day, label in reversed(chart.ticks):  # the last day has its name, whatever else
        half = _font(SMALL).getlength(label) / 2
        x = (_left(day, days) + _left(day + 1, days)) / 2
        x = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
        if x + half > free_to:
            continue
        draw.text((x, top + 44), label, INK, _font(SMALL), anchor="ms")
        free_to = x - half - 14
