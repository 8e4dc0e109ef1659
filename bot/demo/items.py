"""The invented outlets and their invented news (items.json): none of it ever happened."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Literal

ITEMS = Path(__file__).with_name("items.json")
FEWEST, SPREAD, STEP = 5, 16, 7  # 5 to 20: one plural form in Ukrainian and Russian


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An invented publisher with one feed; `slug` stands in its addresses."""

    slug: str
    title: str
    language: str
    country: str | None = None
    format: Literal["rss", "atom", "json"] = "rss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an outlet is about to publish; `outlet` is its slug."""

    outlet: str
    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One event of the timeline, as one or two outlets tell it.

    The first outlet's draft comes first. ``{n}`` and ``{place}`` in the drafts change with
    each round, so that the loop never repeats a headline soon.
    """

    drafts: tuple[Draft, ...]
    places: tuple[str, ...] = ()

    def play(self, turn: int) -> tuple[Draft, ...]:
        """Return the drafts as they read in round `turn`, counted from 0."""
        number = str(FEWEST + turn * STEP % SPREAD)
        place = self.places[turn % len(self.places)] if self.places else ""

        def fill(text: str) -> str:
            return text.replace("{n}", number).replace("{place}", place)

        return tuple(
            replace(draft, title=fill(draft.title), summary=fill(draft.summary))
            for draft in self.drafts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """All that items.json holds.

    `archive` pairs a draft with its age at the start; `ready` pairs a label of the page's
    "Publish now" panel with its draft.
    """

    outlets: tuple[Outlet, ...]
    archive: tuple[tuple[timedelta, Draft], ...]
    timeline: tuple[Scene, ...]
    ready: tuple[tuple[str, Draft], ...]

    def scenes(self) -> Iterator[tuple[Draft, ...]]:
        """Yield the timeline's scenes without end."""
        turn = 0
        while True:
            for scene in self.timeline:
                yield scene.play(turn)
            turn += 1


@cache
def load_news() -> News:
    """Return the invented news."""
    document = json.loads(ITEMS.read_text(encoding="utf-8"))
    return News(
        outlets=tuple(Outlet(**outlet) for outlet in document["outlets"]),
        archive=tuple(
            (timedelta(hours=item.pop("hours_ago")), Draft(**item))
            for item in document["archive"]
        ),
        timeline=tuple(
            Scene(
                drafts=tuple(Draft(**draft) for draft in scene["drafts"]),
                places=tuple(scene["places"]),
            )
            for scene in document["timeline"]
        ),
        ready=tuple((item.pop("label"), Draft(**item)) for item in document["ready"]),
    )
