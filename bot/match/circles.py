"""Which circles around places hold a point?

Space is cut into cubes as wide as the circles are, so that a point looks only at those
whose middle lies in its own cube or beside it: the work grows with the circles around the
point and not with all that there are. What is compared is the straight line through the
earth, which needs no sines for each pair and has no seam at a pole or a meridian.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.distance import Point, chord_km, on_sphere

_WIDTHS: Final = (10, 25, 50, 100, 200, 1000)  # km; a circle is filed by the next one
_BESIDE: Final = tuple(
    (x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)
)

_Cube = tuple[int, int, int]
_Filed = tuple[float, float, float, float, str]  # the middle, the line squared, the id


class Circles:
    """Circles by id, for asking; equal ones are to be given once."""

    def __init__(self, circles: Iterable[tuple[str, Point, int]]) -> None:
        """File each circle: its id, its middle, its radius of at most 1,000 km."""
        self._cubes: dict[int, dict[_Cube, list[_Filed]]] = {}
        for circle_id, middle, km in circles:
            width = next(width for width in _WIDTHS if km <= width)
            x, y, z = on_sphere(middle)
            cubes = self._cubes.setdefault(width, {})
            filed = (x, y, z, chord_km(km) ** 2, circle_id)
            cubes.setdefault(_cube(x, y, z, width), []).append(filed)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._cubes)

    def around(self, points: Iterable[Point]) -> frozenset[str]:
        """Return the ids of the circles that hold any of the points."""
        return frozenset(found for point in points for found in self._holding(point))

    def _holding(self, point: Point) -> Iterator[str]:
        x, y, z = on_sphere(point)
        for width, cubes in self._cubes.items():
            i, j, k = _cube(x, y, z, width)
            for di, dj, dk in _BESIDE:
                for a, b, c, limit, circle_id in cubes.get((i + di, j + dj, k + dk), ()):
                    if (a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2 <= limit:
                        yield circle_id


def _cube(x: float, y: float, z: float, width: int) -> _Cube:
    return int(x // width), int(y // width), int(z // width)
