"""The picture of a trend."""

from io import BytesIO
from itertools import groupby

import pytest
from PIL import Image

from bot.deliver.chart import COLORS, FONT, HEAD, WIDTH, Chart, Panel, draw_chart
from bot.deliver.chart import _font as font

LETTERS = (
    "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЁЪЫЭЎ"
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэў’ʼ–—…«»“”0123456789()%,.:"
).replace("ʼ", "")


EDGE = 2  # pixels


def _chart(*panels: Panel, days: int = 7) -> Chart:
    ticks = [(day, f"{day + 1} лист.") for day in range(days)]
    return Chart(title="Суми", subtitle="події", panels=panels, ticks=ticks)


def _read(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def _columns(image: Image.Image, panel: int) -> list[int]:
    """Return how high the panel's color stands in the middle of each day's room.

    The edge of a letter may have that color as well, for a pixel or two.
    """
    wanted = tuple(bytes.fromhex(COLORS[panel][1:]))
    heights = []
    for day in range(7):
        x = 40 + (WIDTH - 80) * (2 * day + 1) // 14
        column = [image.getpixel((x, y)) for y in range(HEAD, image.height)]
        runs = [
            len([*run])
            for near, run in groupby(_is_near(p, wanted) for p in column)
            if near
        ]
        heights.append(sum(run for run in runs if run > EDGE))
    return heights


def _is_near(pixel: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel, wanted, strict=True))


def test_bars_of_all_panels_have_one_scale() -> None:
    counts = (0, 5, 10, 20, 0, 0, 20)
    image = _read(
        draw_chart(
            _chart(
                Panel(name="Усі", counts=counts),
                Panel(name="Україна", counts=tuple(n // 2 for n in counts)),
            )
        )
    )

    whole, half = _columns(image, 0), _columns(image, 1)

    assert whole[0] == whole[4] == half[0] == 0
    assert whole[3] == whole[6] > whole[2] > whole[1] > 0
    assert abs(half[3] - whole[3] / 2) <= 2


@pytest.mark.parametrize("days", [1, 7, 30, 90])
def test_telegram_takes_it_whatever_is_in_it(days: int) -> None:
    panels = [
        Panel(name="Ї" * 200, counts=[10**6] * days, marks=frozenset(range(days)))
        for _ in range(5)
    ]
    png = draw_chart(_chart(*panels, days=days))
    image = _read(png)

    assert len(png) < 10_000_000
    assert image.width == WIDTH
    assert image.width + image.height < 10_000


def test_without_stories_there_are_no_bars() -> None:
    image = _read(draw_chart(_chart(Panel(name="Усі", counts=[0] * 7))))

    assert _columns(image, 0) == [0] * 7


def test_the_font_has_every_letter() -> None:
    missing = bytes(font(27).getmask("\U0010ffff"))

    assert FONT.is_file()
    for letter in LETTERS:
        drawn = bytes(font(27).getmask(letter))
        assert any(drawn), letter
        assert drawn != missing, letter
