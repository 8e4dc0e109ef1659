"""What follows the `in` of a query, if it names no region for certain.

::

    dam in Georgia     several are called so: which one is meant is asked
    dam in Belgrod     none is: these are words like others, and that is said
    dam in нигде       an adverb, although Russian writes the town of Niğde so
"""

import asyncio
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.annotate.resolve import resolve
from bot.match.parse import split_in
from bot.pipeline.joined import split_joined
from bot.pipeline.narrowing import exact_name
from bot.pipeline.place_names import Chosen, PlaceChoices, choose
from bot.pipeline.queries import meant_by
from bot.pipeline.regions import Target

MOST: Final = 3  # places that are only similar
# Of 100. Below, "Sumi" is like Umi and "tuman" like Tumane; what is written small is a
# word more often than a misspelt name.
LIKELY, SMALL_LIKELY = 80.0, 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name after `in` that means no one region.

    `text` is the whole query, `targets` are what the name may mean: all of them bear it if
    `is_exact`, else it is only similar to theirs.
    """

    text: str
    name: str
    targets: tuple[Target, ...]
    is_exact: bool = False

    def meaning(self, place_id: str, language: str) -> str:
        """Return the query with that place in the name's stead."""
        query, names = _split(self.text)
        chosen = exact_name(place_id, language)
        return f"{query} in {', '.join(chosen if n == self.name else n for n in names)}"


async def find_doubt(text: str) -> Doubt | None:
    """Return the first name after the last `in` that is no region, None if all are.

    A name's spelling is looked up slowly, so it is done beside the event loop.
    """
    return await asyncio.to_thread(_find, text)


def _find(text: str) -> Doubt | None:
    _, names = _split(text)
    found = [_doubt(text, name) for name in names if not meant_by(name)]
    # Where a name is unknown, all are words, and there is nothing to choose.
    return next((each for each in found if not each.is_exact), None) or next(
        iter(found), None
    )


def _split(text: str) -> tuple[str, tuple[str, ...]]:
    """Split a query from the names that follow it, those that a word joins one by one."""
    query, names = split_in(text)
    each = [(n,) if meant_by(n) else split_joined(n) or (n,) for n in names]
    return query, tuple(chain.from_iterable(each))


def _doubt(text: str, name: str) -> Doubt:
    match choose(name):
        case PlaceChoices(targets=targets, exact=True):
            return Doubt(text=text, name=name, targets=targets, is_exact=True)
        case Chosen(target=target, city=city):
            both = (target,) if city is None else (target, Target(place=city))
            return Doubt(text=text, name=name, targets=both)
        case _:
            least = SMALL_LIKELY if name.islower() else LIKELY
            alike = [c for c in resolve(name, limit=MOST) if c.score >= least]
            targets = tuple(Target(place=each.place) for each in alike)
            return Doubt(text=text, name=name, targets=targets)
