"""In which order the stories of a digest stand, and when what waits goes out (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.model import Mode

PAGE: Final = 10  # stories
MOST_SINGLE: Final = 2  # that waited: so few come one by one
MOST_WAITING: Final = 10  # alerts for one chat; more come as one message


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """What the place of a story in a digest rests on.

    Attributes:
        id: Of the alert that waits.
        group: The id of the region under which it stands, "" for none.
        origins: From how many outlets or agencies it is; copies of one text count once.
        precision: 2 if it names a town or a district, 1 for a region, 0 for less.
        at: When it was first matched.
    """

    id: int
    group: str = ""
    origins: int = 1
    precision: int = 0
    at: datetime

    @property
    def weight(self) -> tuple[int, int, datetime, int]:
        """What counts: from how many it is, how near it is, how fresh it is."""
        return self.origins, self.precision, self.at, self.id


def arrange(stories: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Return the stories, region by region; the region of the weightiest story first.

    What belongs to no region comes last.
    """
    groups: dict[str, list[Ranked]] = {}
    for story in sorted(stories, key=lambda story: story.weight, reverse=True):
        groups.setdefault(story.group, []).append(story)
    elsewhere = groups.pop("", [])
    return tuple(story for group in (*groups.values(), elsewhere) for story in group)


def comes_singly(mode: Mode, held: int) -> bool:
    """Return whether so many alerts that were held come as single alerts after all."""
    return mode is not Mode.DIGEST and held <= MOST_SINGLE
