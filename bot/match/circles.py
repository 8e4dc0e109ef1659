"""Which circles around places hold a point?

Space is cut into cubes as wide as the circles are, so that a point looks only at those
whose middle lies in its own cube or beside it: the work grows with the circles around the
point and not with all that there are. What is compared is the straight line through the
earth, which needs no sines for each pair and has no seam at a pole or a meridian.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.distance import Point, chord_km, on_sphere

_WIDTHS: Final = (10, 25, 50, 100, 200, 1000)  # km; a circle is filed by the next one
_BESIDE: Final = tuple(
    (x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)
)

_Cube = tuple[int, int, int]
_Filed = tuple[float, float, float, float]  # the middle, the line squared


class Circles:
    """Circles by id, for asking; one that was added twice is there until removed twice."""

    def __init__(self) -> None:
        """Start without circles."""
        self._cubes: dict[int, dict[_Cube, dict[str, _Filed]]] = {}
        self._uses: Counter[str] = Counter()

    def add(self, circle_id: str, middle: Point, km: int) -> None:
        """File a circle: its id, its middle, its radius of at most 1,000 km."""
        self._uses[circle_id] += 1
        width, (x, y, z) = _width(km), on_sphere(middle)
        circles = self._cubes.setdefault(width, {}).setdefault(_cube(x, y, z, width), {})
        circles[circle_id] = (x, y, z, chord_km(km) ** 2)

    def remove(self, circle_id: str, middle: Point, km: int) -> None:
        """Take back one addition of the same circle."""
        self._uses[circle_id] -= 1
        if self._uses[circle_id]:
            return
        del self._uses[circle_id]
        width = _width(km)
        cubes, cube = self._cubes[width], _cube(*on_sphere(middle), width)
        del cubes[cube][circle_id]
        if not cubes[cube]:
            del cubes[cube]
        if not cubes:
            del self._cubes[width]

    def around(self, points: Iterable[Point]) -> frozenset[str]:
        """Return the ids of the circles that hold any of the points."""
        return frozenset(found for point in points for found in self._holding(point))

    def _holding(self, point: Point) -> Iterator[str]:
        x, y, z = on_sphere(point)
        for width, cubes in self._cubes.items():
            i, j, k = _cube(x, y, z, width)
            for di, dj, dk in _BESIDE:
                circles = cubes.get((i + di, j + dj, k + dk), {})
                for circle_id, (a, b, c, limit) in circles.items():
                    if (a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2 <= limit:
                        yield circle_id


def _width(km: int) -> int:
    return next(width for width in _WIDTHS if km <= width)


def _cube(x: float, y: float, z: float, width: int) -> _Cube:
    return int(x // width), int(y // width), int(z // width)
