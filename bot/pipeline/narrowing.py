"""Makes a query narrower or what was meant, and writes it down again (pure)."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.build import all_of, negated, titled
from bot.match.nodes import Word
from bot.match.printing import canonical
from bot.match.spelled_out import spell_operators, split_place
from bot.pipeline.queries import meant_by, read_query, region_ids
from bot.pipeline.regions import find_target, place_path


def narrow_to_titles(asked: Subscription) -> Subscription:
    """Return it with each of its words asked of the title alone."""
    if not asked.query:
        return asked
    return replace(asked, query=canonical(titled(read_query(asked.query))))


def narrow_to_regions(asked: Subscription, mine: Iterable[Subscription]) -> Subscription:
    """Return it within the regions that are followed; unchanged if it has some already."""
    regions = dict.fromkeys(
        region for each in mine if each.query is None for region in each.regions
    )
    return asked if asked.regions else replace(asked, regions=tuple(regions))


def narrow_without(asked: Subscription, word: str) -> Subscription:
    """Return it without what has `word` in any inflection."""
    if not asked.query:
        return asked
    both = all_of((read_query(asked.query), negated(Word(word))))
    return replace(asked, query=canonical(both))


def with_operators(asked: Subscription) -> Subscription:
    """Return it with operators for the words that look like some; unchanged if none do.

    A place that a preposition follows («дрон у Сумах») is asked for as one after `in`.
    """
    query, regions = asked.query or "", asked.regions
    placed = None if regions else split_place(query)
    if placed is not None and (places := _meant(placed[1])):
        query, regions = placed[0], places
    meant = spell_operators(query) or query
    if not meant or (meant, regions) == (asked.query, asked.regions):
        return asked
    try:
        read_query(meant)
    except QueryError:
        return asked
    return replace(asked, query=meant, regions=regions)


def _meant(name: str) -> tuple[str, ...]:
    """Return the ids of what a name after `in` would mean, none if it could not stand."""
    try:
        return meant_by(name)
    except QueryError:
        return ()


def query_text(asked: Subscription, language: str) -> str:
    """Return what a person would write for it."""
    names = [exact_name(region, language) for region in asked.regions]
    return f"{asked.query or ''} in {', '.join(names)}" if names else asked.query or ""


def exact_name(region: str, language: str) -> str:
    """Return what means exactly that region.

    That is its name, if need be with that of what it lies in, else its id.
    """
    target = find_target(region)
    if target is None:
        return region
    name, *around = place_path(target.place, language)
    around_it = f" {target.km} {'km' if language == 'en' else 'км'}" if target.km else ""
    for each in (name, *(f"{name} {container}" for container in around)):
        words = f"{each}{around_it}"
        if "," not in words and region_ids(words) == (region,):
            return words
    return region
