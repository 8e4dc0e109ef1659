"""Places that a text names: ``find_mentions``.

Words → readings (whole words, the longest name first; masked stretches left out) → clues →
the best place of each reading, if it is above nothing → mentions.
"""

import re

from bot.annotate import capitals, choose
from bot.annotate.gazetteer import Flag, Gazetteer, Sense, load
from bot.annotate.keys import Form
from bot.annotate.readings import Reading, find_readings
from bot.annotate.tokens import Tokens, tokenize
from bot.domain.model import Kind, Mention

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіІїЇєЄґҐ]")


def _language(text: str, lang: str | None) -> str:
    if lang:
        return lang.replace("_", "-").split("-")[0].casefold()
    cyrillic = len(_CYRILLIC.findall(text[:500]))
    if cyrillic * 2 < sum(map(str.isalpha, text[:500])):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"


def _mention(
    reading: Reading, sense: Sense, text: str, tokens: Tokens, gazetteer: Gazetteer
) -> Mention:
    place = gazetteer.at(sense.place)
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    spot = gazetteer.spot(sense.place)
    if reading.form is Form.NAME and spot.flags & Flag.CAPITAL:
        strict = place.id not in capitals.GOVERNED
        if capitals.is_government(text, tokens, reading.start, reading.end, strict=strict):
            place = gazetteer.place(spot.country)
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        place_id=place.id,
        place=place.names["en"],
        kind=place.kind,
        region=place.region,
        country=place.country,
        weak=choose.is_certain_form(reading, spot),
    )


def find_mentions(
    text: str, lang: str | None = None, *, country: str | None = None
) -> tuple[Mention, ...]:
    """Return the places that `text` names, in order, without overlaps.

    Args:
        text: Plain text, a title and a summary parted by a newline or any other.
        lang: Its language (BCP 47); told from the letters if None.
        country: Where the outlet is at home (ISO 3166-1): a last argument between places
            of one name.
    """
    gazetteer = load()
    language = _language(text, lang)
    tokens = tokenize(text)
    readings = list(find_readings(text, tokens, gazetteer, language))
    if not readings:
        return ()
    weighed = choose.weigh(readings, tokens, gazetteer, language)
    chosen = choose.choose(weighed, gazetteer, language, country)
    chosen = choose.widen(readings, chosen, tokens, gazetteer)
    mentions = []
    for reading, (points, sense) in zip(readings, chosen, strict=True):
        spot = gazetteer.spot(sense.place)
        if choose.is_excluded(reading, spot, tokens):
            continue
        if points > 0 or choose.is_certain_form(reading, spot):
            mentions.append(_mention(reading, sense, text, tokens, gazetteer))
    return tuple(mentions)


__all__ = ["Kind", "find_mentions"]
