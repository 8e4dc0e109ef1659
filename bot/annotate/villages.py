"""Whether a village near the front is named whose region nothing but its name tells.

«Удар по Фиголівці: двоє поранених», "Drone hits house in Fyholivka": who watches its oblast
has no other news of it. So it counts where its name is no other place's and the sentence
tells of war or of an accident, or where a word for a village stands beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.annotate import captured, guards, local, respelled, struck
from bot.annotate.gazetteer import Flag, Gazetteer, Sense
from bot.annotate.keys import Form
from bot.annotate.packed import Spot
from bot.annotate.place_clues import Context
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.wartime import tells_of_war
from bot.annotate.weighing import Weighed
from bot.annotate.wordlists import villages as words
from bot.domain.model import Kind

# Where drones come every day, too.
NEAR = captured.FRONT | frozenset({"RU-VOR", "RU-ROS", "UA-43"})
LONG = 6  # letters of a name that is hardly a word
SHORT = 3  # letters of a preposition or a conjunction
NEARBY = 4  # words
_BY_HAND = Flag.NOTABLE | Flag.DOUBTFUL


def keep(
    readings: list[Reading], tokens: Tokens, gazetteer: Gazetteer, home: str
) -> Iterator[Reading]:
    """Yield the readings without namesakes far from the front, if the words are of its war.

    «ВС РФ освободили Дачное» is not said of Dachne near Odesa; «дрон ударив по Тростянцю»
    is said of the one that such reports know. Nor with those beyond the region from which
    the outlet reports (`home`). Not where the text names something of the others' regions.
    """
    named: set[str] | None = None
    for found in readings:
        reading = found
        senses = respelled.complete(reading.senses, reading.key, gazetteer)
        if len(senses) > len(reading.senses):
            reading = replace(reading, senses=senses)
        kept = reading.senses
        if len(kept) > 1 and reading.form is Form.NAME:
            kept = local.at_home(reading.senses, gazetteer, home)
            if len(kept) == len(reading.senses):
                kept = _at_front(reading, gazetteer, tokens)
        if len(kept) < len(reading.senses):
            left = {gazetteer.spot(s.place).region for s in reading.senses if s not in kept}
            named = _named(readings, gazetteer) if named is None else named
            if named.isdisjoint(left):
                yield replace(reading, senses=kept)
                continue
        yield reading


def _at_front(reading: Reading, gazetteer: Gazetteer, tokens: Tokens) -> tuple[Sense, ...]:
    """Return the senses near the front, if the words are of its war."""
    senses = reading.senses
    spots = [gazetteer.spot(sense.place) for sense in senses]
    near = {spot.region for spot in spots} & captured.FRONT
    if not near:
        return senses
    if len(near) == 1 or not reading.key[:1].isascii():
        senses = captured.near_the_front(
            senses, gazetteer, tokens, reading.start, reading.end
        )
    if len(near) == 1 and len(senses) == len(spots):
        return _known_in_war(reading, spots, near, tokens)
    return senses


def _known_in_war(
    reading: Reading, spots: Sequence[Spot], near: set[str], tokens: Tokens
) -> tuple[Sense, ...]:
    """Return the senses in the one region near the front, if it is kept by hand there.

    All of them if a town elsewhere shares the name.
    """
    known = {spot.region for spot in spots if spot.flags & _BY_HAND}
    towns = any(
        spot.kind is not Kind.SETTLEMENT or spot.weight >= captured.VILLAGE
        for spot in spots
        if spot.region not in known
    )
    if near != known or towns or not tells_of_war(tokens, reading.start, reading.end):
        return reading.senses
    pairs = zip(reading.senses, spots, strict=True)
    return tuple(sense for sense, spot in pairs if spot.region in known)


def _named(readings: Sequence[Reading], gazetteer: Gazetteer) -> set[str]:
    """Return the regions in which a reading names the one place, or one of several."""
    found: set[str] = set()
    for reading in readings:
        spots = [gazetteer.spot(sense.place) for sense in reading.senses]
        regions = {spot.region for spot in spots}
        if len(regions) == 1 or any(spot.kind is Kind.REGION for spot in spots):
            found |= regions
    return found


def is_called(tokens: Tokens, start: int, end: int, *, surely: bool) -> bool:
    """Return whether a word for a village stands beside a name: «с. Юнаківка».

    `surely` leaves out the words after which a person's name may stand as well.
    """
    keys = tokens.keys
    if end < len(tokens) and tokens[end].gap == " " and keys[end] in words.CALLED_AFTER:
        return True
    if not start:
        return False
    before, gap = keys[start - 1], tokens[start].gap
    if gap in {".", ". "}:
        return before in words.PEOPLED or (
            before == "п" and keys[start - 2 : start - 1] == ["н"]
        )
    if gap not in {" ", " «"}:
        return False
    if before == "of" and start > 1:
        before = keys[start - 2]
    return before in words.CALLED or (not surely and before in words.ALSO_CALLED)


def is_named(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a village near the front stands beside a word for one."""
    reading, signs = weighed.reading, weighed.clues.signs
    start, end = reading.start, reading.end
    shaped = words.LIKE_VILLAGE.search(reading.key) is not None
    return (
        is_only_one(weighed, spot)
        and not (signs.borne or signs.given_before or reading.entry.given)
        and not _is_half(tokens, start, end)
        and (
            is_called(tokens, start, end, surely=not shaped)
            or (shaped and (is_tag(tokens, start) or _heads_community(tokens, end)))
        )
        and (context.language == "uk" or tells_of_war(tokens, start, end))
        and not _is_elsewhere(spot, context)
    )


def is_told_of(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a sentence of war names a village near the front."""
    reading = weighed.reading
    return (
        is_only_one(weighed, spot)
        and len(reading.key) >= LONG
        and words.OTHERS.match(reading.key) is None
        and not _is_half(tokens, reading.start, reading.end)
        and (
            guards.is_inside(tokens, reading.start)
            or _is_fought_for(tokens, reading.start)
            or (
                (_is_like_village(weighed, tokens) or _is_hit(tokens, reading.start))
                and tells_of_war(tokens, reading.start, reading.end)
                and not _is_elsewhere(spot, context)
            )
        )
    )


def _is_fought_for(tokens: Tokens, start: int) -> bool:
    """Return whether English words before a name say that troops take, hit or leave it."""
    before = ["", *tokens.keys[max(0, start - 2) : start]]
    if len(before) < 2 or tokens[start].breaks:  # noqa: PLR2004
        return False
    if before[-1] in words.OF_WAR:
        return words.WAR.match(before[-2]) is not None
    return words.DONE.match(before[-1]) is not None


def _is_hit(tokens: Tokens, start: int) -> bool:
    """Return whether words before a name say that it is shelled, or who lives there.

    «Удар по Потописі», «Шахед курсом на Потопиху», «Мешканців Потопихи евакуюють».
    """
    if not start or tokens[start].breaks or tokens[start].gap != " ":
        return False
    before = tokens.keys[max(0, start - NEARBY) : start]
    if before[-1] in words.AT:
        return any(map(words.FIRE.match, before[:-1]))
    return words.PEOPLE.match(before[-1]) is not None


def is_declined(reading: Reading, tokens: Tokens) -> bool:
    """Return whether a case that adjectives have is a village's where it stands."""
    start, entry = reading.start, reading.entry
    if not start or entry.common or entry.given or entry.surname:
        return False
    after = guards.word_after(tokens, reading.end)
    if (
        after is not None
        and not after.upper
        and after.gap == " "
        and words.NOUN.search(after.key)
    ):
        return False
    stands_in = words.LIES_IN.search(reading.key) and tokens.keys[start - 1] in words.IN
    is_placed = guards.is_inside(tokens, start) or _is_hit(tokens, start)
    return bool(stands_in or (is_placed and words.OF_NOUN.search(reading.key))) and (
        tells_of_war(tokens, start, reading.end)
    )


def _is_like_village(weighed: Weighed, tokens: Tokens) -> bool:
    """Return whether a name can only be a village's as it stands there.

    «Житомирське шосе» is a road, and a sentence may begin with «Резервне».
    """
    reading, signs = weighed.reading, weighed.clues.signs
    end = reading.end
    if words.LIKE_VILLAGE.search(reading.key) is None:
        return False
    if words.ALWAYS.search(reading.key) is not None:
        return True
    alone = (
        end >= len(tokens)
        or tokens[end].gap != " "
        or len(tokens.keys[end]) <= SHORT
        or tokens[end].upper
    )
    if reading.key.isascii():
        return True
    if signs.starts or signs.headline:
        listed = end < len(tokens) and (
            tokens[end].gap != " " or tokens[end].key in words.AND
        )
        if words.LIKE_ADJECTIVE.search(reading.key) is None:
            return True
        return (alone and listed) or struck.is_under_fire(tokens, end)
    return alone or words.LIKE_ADJECTIVE.search(reading.key) is None


def is_tag(tokens: Tokens, start: int) -> bool:
    """Return whether a name is a hashtag: «#Фиголівка»."""
    return tokens[start].gap.endswith("#")


def _heads_community(tokens: Tokens, end: int) -> bool:
    """Return whether "community" follows: "the Krasnopillia community"."""
    after = guards.word_after(tokens, end)
    return after is not None and after.key == "community" and after.gap == " "


def _is_half(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a hyphen joins a name to another: "Novhorod-Siversky"."""
    return (start > 0 and tokens[start].gap == "-" and tokens[start - 1].upper) or (
        end < len(tokens) and tokens[end].gap == "-" and tokens[end].upper
    )


def is_only_one(weighed: Weighed, spot: Spot) -> bool:
    """Return whether all places of a name lie in one region near the front."""
    return (
        spot.kind is Kind.SETTLEMENT
        and spot.region in NEAR
        and weighed.reading.form is Form.NAME
        and all(other.region == spot.region for other in weighed.spots)
    )


def _is_elsewhere(spot: Spot, context: Context) -> bool:
    """Return whether a text names other regions of the two countries, and not this one.

    Ukrainian alone has all its villages by their own names: "Rovenki" is not only that of
    Belgorod Oblast, and villages of Russia are unknown.
    """
    return (
        context.language != "uk"
        and context.regions.get(spot.region, 0) <= 0
        and any(
            times > 0 and code[:2] in captured.BELLIGERENTS
            for code, times in context.regions.items()
        )
    )
