"""Makes a query narrower, and writes it down again (pure)."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.model import Subscription
from bot.match.build import titled
from bot.match.printing import canonical
from bot.pipeline.queries import read_query, region_id
from bot.pipeline.regions import find_target


def narrow_to_titles(asked: Subscription) -> Subscription:
    """Return it with each of its words asked of the title alone."""
    if not asked.query:
        return asked
    return replace(asked, query=canonical(titled(read_query(asked.query))))


def narrow_to_regions(asked: Subscription, mine: Iterable[Subscription]) -> Subscription:
    """Return it within the regions that are followed; unchanged if it has some already.

    Circles have no name that a query could say, and are left out.
    """
    regions = dict.fromkeys(
        region
        for each in mine
        if each.query is None
        for region in each.regions
        if _name(region, "en") is not None
    )
    return asked if asked.regions else replace(asked, regions=tuple(regions))


def query_text(asked: Subscription, language: str) -> str:
    """Return what a person would write for it."""
    names = [_name(region, language) or region for region in asked.regions]
    return f"{asked.query or ''} in {', '.join(names)}" if names else asked.query or ""


def _name(region: str, language: str) -> str | None:
    """Return what means exactly that region: its name, else its id."""
    target = find_target(region)
    if target is None or target.km is not None:
        return None
    name = target.place.name(language)
    return name if region_id(name) == region else region
