"""From a query or a subscription to what is looked for in the archive's index (pure).

It finds at least all entries that match: what is excluded, the order of words and whether
they stand in the title are asked of the texts afterwards.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Final, assert_never

from bot.domain.model import Kind
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.stems import stems
from bot.pipeline.regions import find_place, find_target, place_ids
from bot.store import wanted
from bot.store.wanted import Wanted

MAX_PLACES: Final = 50  # of a circle looked for one by one; beyond, its regions are

FeedIds = Callable[[str], Collection[int]]


def prefilter(  # noqa: C901, PLR0911  # a case each
    node: Node, feed_ids: FeedIds
) -> Wanted | None:
    """Return what entries that match `node` have; None if that may be any.

    Args:
        node: The query.
        feed_ids: Returns the ids of the feeds that have a folded name.
    """
    match node:
        case And(parts):
            return wanted.all_of(prefilter(part, feed_ids) for part in parts)
        case Or(parts):
            return wanted.any_of(prefilter(part, feed_ids) for part in parts)
        case Not():
            return None
        case Title(part):
            return prefilter(part, feed_ids)
        case Near(left, right):
            return wanted.all_of((prefilter(left, feed_ids), prefilter(right, feed_ids)))
        case Word(form, exact):
            return _word(form, exact=exact)
        case Phrase(words, exact):
            return wanted.all_of(_word(word, exact=exact) for word in words)
        case Prefix(letters):
            return wanted.Beginning(letters)
        case FromFeed(name):
            return wanted.any_of(map(wanted.feed, feed_ids(name)))
        case InLanguage(code):
            return wanted.lang(code)
        case AboutRegion(region):
            return about_any((region,))
        case never:
            assert_never(never)


def is_exact_region(region_id: str) -> bool:
    """Return whether entries are known to be about that region: no circle, no district."""
    target = find_target(region_id)
    is_place = target is not None and target.km is None
    return is_place and target is not None and target.place.kind is not Kind.DISTRICT


def _word(form: str, *, exact: bool) -> Wanted | None:
    if exact:
        return wanted.Form(form)
    return wanted.any_of(
        (wanted.Form(form.lower()), *map(wanted.Stem, sorted(stems(form))))
    )


def about_any(regions: Iterable[str]) -> Wanted | None:
    """Return entries that are about any of what a subscription has among its regions."""
    found = {place for region in regions for place in _places(region)}
    return wanted.any_of(map(wanted.about, sorted(found)))


def _places(region_id: str) -> Iterable[str]:
    """Return the ids of which an entry about that region has at least one."""
    target = find_target(region_id)
    if target is None:
        return (region_id,)
    if target.km is None:
        # An entry's places say in which region they lie, not in which district.
        is_district = target.place.kind is Kind.DISTRICT
        return (target.place.region or region_id,) if is_district else (region_id,)
    inside = place_ids((region_id,))
    if len(inside) <= MAX_PLACES:
        return inside
    places = (find_place(each) for each in inside)
    return {each.region or each.country or each.id for each in places if each is not None}
