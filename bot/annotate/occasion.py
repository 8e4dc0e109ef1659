"""What sort of text a report is, what day it is about.

A roundup or a live page tells many events, an anniversary an old one: none of them belongs
to the story of one event. Phrases are sought only where one of their words stands.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.annotate.lettering import Lettering, Words, parse_lists
from bot.annotate.phrases import Phrases
from bot.annotate.wordlists import occasion as lists
from bot.domain.reports import Occasion

# Ahead of UTC where most of what is read here happens (Kyiv, Moscow): their day begins so
# much earlier, and a day later than said can be no day of an event.
EAST = timedelta(hours=3)
LONG_AGO = timedelta(days=31)  # an older date is background

_ADJ = r"(?:(?:минул|останн|прошедш|минувш|последн|прошл)\w+ )"
_DAY = r"(?:добу|сутки|24 (?:години|часа|год))"
_ROUNDUP_TITLE = Phrases(
    rf"""
\bза {_ADJ}?{_DAY}\b(?! (?:до|після|после|перед|по)\b)
\b(?:over|in|during) (?:the )?(?:past|last) (?:day|24 hours)\b
\bpast day\b
\b(?:daily|evening|frontline|front|morning|news|overnight|war|weekend|weekly) (?:briefing|digest|round-?up)\b
\bkey (?:events|developments)\b
\bwhat happened (?:overnight|today)\b
\bдайджест\b
\b(?:главное|головне|итоги|підсумки) (?:за )?(?:день|дня|ночь|ніч|сутки|суток|добу|доби|недел\w+|тиж\w+)\b
\b(?:вечерн|утренн|ранков|вечірн)\w+ (?:сводка|зведення)
\bзведення генштабу\b
\bсводка минобороны\b
\bза (?:ночь|ніч) (?:[\w-]+ ){{0,3}}(?:сбит|збит|уничтож|знищ|перехва|перехоп)
(?:сбит|збит|збил|сбил|уничтож|знищ|перехва|перехоп)\w* (?:[\w-]+ ){{0,4}}за (?:ночь|ніч)\b
\b(?:головні новини|главные новости) (?:дня|ночи|ночі|к|на)\b
^главное к (?:утру|вечеру)\b
\bщо сталося за (?:ніч|день|добу)\b
\bчто случилось за (?:ночь|день|сутки)\b
\bdas waren die entwicklungen\b
^\w+ aktuell\s*:
\b(?:протягом|упродовж|впродовж) (?:минулої |останньої )?доби\b
\bминулої доби\b
\bв течение (?:\w+ )?суток\b
\b(?:downs?|downed|shoots? down|shot down|intercept(?:s|ed)|destroy(?:s|ed)) (?:[\w-]+ ){{1,5}}overnight\b
\b\d+ (?:[\w-]+ ){{0,5}}(?:downed|shot down|intercepted|destroyed) overnight\b
\bovernight,? (?:[\w-]+ ){{1,6}}(?:downed|shot down|intercept|destroy)
\b(?:ночью|за ночь|вночі|уночі) (?:[\w-]+ ){{0,4}}(?:сбил|уничтож|перехват|збил|знищ|знешкод|перехоп)\w* (?:[\w-]+ ){{0,3}}\d{{2,}}\b
\b\d+ (?:із|из|з|of|von|z|ze) \d{{2,}} (?:[\w-]+ ){{0,2}}["«„“]?(?:дрон|бпла|безпілот|беспилот|ціл|цел|ракет|шахед|засоб|средств|dron|missile|target|drohn|rakiet)
\b(?:ночью|за ночь|вночі|уночі|за ніч) (?:[\w-]+ ){{0,4}}(?:ликвид|ліквід|обезвре|нейтрал|отраз|відби)\w* (?:[\w-]+ ){{0,3}}\d{{2,}} (?:[\w-]+ ){{0,2}}(?:дрон|бпла|безпілот|беспилот|ціл|цел|ракет|шахед)
\b(?:отраз|відби)\w* за (?:ночь|ніч) (?:[\w-]+ ){{0,3}}\d{{2,}} (?:[\w-]+ ){{0,2}}(?:дрон|бпла|безпілот|беспилот|ракет|шахед)
\b\d{{2,}} (?:[\w-]+ ){{0,2}}drohnen (?:[\w-]+ ){{0,4}}(?:abgefangen|abgeschossen|zerstört|abgewehrt)\b
\b(?:schießt|fängt|wehrt|schoss|fing) (?:[\w-]+ ){{0,5}}\d{{2,}} (?:[\w-]+ ){{0,2}}drohnen\b
\b(?:w nocy|nocą) (?:[\w-]+ ){{0,4}}(?:zestrzel|zniszcz|przechwy|strąc)\w* (?:[\w-]+ ){{0,4}}\d{{2,}}\b
\b(?:zestrzel|zniszcz|przechwy|strąc)\w* (?:[\w-]+ ){{0,3}}\d{{2,}} (?:[\w-]+ ){{0,3}}w nocy\b
\bletzten 24 stunden\b
\bw ciągu (?:ostatniej )?doby\b
""".strip().splitlines()  # noqa: E501  # one pattern a line
)
_ROUNDUP_LEAD = Phrases(
    rf"""
\bза {_ADJ}{_DAY}\b
\bоперативна інформація станом\b
\b(?:over|in|during) the (?:past|last) 24 hours\b
""".strip().splitlines()
)
# «Уроки пройдут онлайн», «школи перейшли на онлайн»
_NOT_LESSONS = "".join(
    rf"(?<!{ending} )"
    for ending in (
        "ют ут ят ат ет ит ють уть ять ать ить яти ати или али шли ся сь на через уроки "
        "школы школи занятия заняття навчання обучение обучения обучении учеба"
    ).split()
)
_LIVE = re.compile(
    r"(?<!\bgo )(?<!\bgoes )(?<!\bgoing )(?<!\bwent )"
    r"\blive(?:\s*[:|]|\s*[–—]|\s+-|\s*(?:updates?|blog|coverage|ticker|reporting)\b)"
    r"|[:–—|-]\s*live\s*$|\blatest updates\b|^(?:[\w'’-]+ ){1,4}latest\s*[:–—]"
    r"|\bas it happened\b|\blive-?blog\b"
    r"|\bliveticker\b"
    r"|\bnewsticker\b|\bтекстов\w+ трансляц|\bонлайн-(?:трансляц|хрон|репортаж)\w*"
    r"|(?<!\bна )\bонлайн:"
    r"|\bхрон[иі]ка (?:дня|событий|подій|войны|війни|спецоперации|сво)\b"
    r"|\bнаживо\s*[:.!|–—]|\bna żywo:|\brelacja na żywo\b|\bminuta po minucie\b"
    r"|\bминута за минутой\b|\bхвилина за хвилиною\b|\bminute by minute\b"
    rf"|{_NOT_LESSONS}\bонлайн\s*$"
    r"|\bпрям(?:ая|а) трансляц[иі]я\b|^спецоперация, \d|[–—-]\s*latest\s*$"
    r"|\b(?:[\w-]+-)?newsblog\b|^[\w-]+-ticker\s*[:|+]|(?:^|, )en directo?\s*[:|]"
    r"|^última hora (?:de|sobre)\b|(?:^|, )(?:la|in) diretta\s*[:|]|, la diretta\b"
)
_LIVE_LEAD = re.compile(
    r"\bour live (?:coverage|blog)\b|\bfollow (?:the|our) (?:latest|live) (?:updates|"
    r"coverage)\b|\bthis live (?:blog|page|coverage)\b|\brolling (?:updates|coverage)\b"
)
_SOME = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_ANNIVERSARY = re.compile(
    r"(?<!company )(?<!factory )(?<!plant )(?<!wedding )\banniversar(?:y|ies)\b"
    r"|\b(?:годовщин|річниц|роковин|jahrestag|rocznic)\w*"
)
# At the beginning: "charged with a murder 41 years ago" tells an event of today.
_YEARS_AGO = re.compile(
    rf"(?:^|[:;–—-] )(?:[\w'-]+ ){{0,2}}(?:{_SOME} years? (?:ago|on|after)\b"
    r"|\bon this day\b|\b(?:рік|роки|років) (?:тому|потому)\b"
    r"|\b(?:год|года|лет) (?:назад|спустя)\b|\bспустя (?:\w+ )?(?:год|года|лет)\b"
    r"|\bvor (?:\w+ )jahr(?:en)?\b|\b(?:rok|lata|lat) temu\b)"
)
_REMEMBERS = re.compile(lists.REMEMBERS)
_LONG_SINCE = re.compile(lists.LONG_SINCE)
_SIGNS = {**dict.fromkeys(".!?…;\n", "."), ",": ",", "-": "-", "–": "-", "—": "-"}
_CUE_LETTERS = frozenset("MWRVAd")
_DATED = re.compile(
    r"(?P<x>x|n-)?n[.]?M(?P<y>,?y)?|(?P<x2>x)?Mn(?!-n)(?P<y2>,?y)?|(?P<x3>x?)d"
)
_NAMED = re.compile(r"(?P<before>[xs]?)o?(?P<day>W)(?![M-])")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|-?го|-?е)?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)")


def _read(table: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in table.strip().splitlines():
        value, _, words = line.partition(": ")
        found.update(dict.fromkeys(words.split(), int(value)))
    return found


_MONTHS = _read(lists.MONTHS)
_WEEKDAYS = _read(lists.WEEKDAYS)


def _letter(word: str) -> str:
    if not word[0].isdigit():
        return "w" if word[0].isalpha() else _SIGNS.get(word, '"')
    if _DOTTED.fullmatch(word):
        return "d"
    if _ORDINAL.fullmatch(word):
        return "n"
    return "y" if len(word) == 4 and word[:2] in {"19", "20"} else "0"  # noqa: PLR2004


_LETTERING = Lettering({**parse_lists(lists.LISTS), "M": _MONTHS, "W": _WEEKDAYS}, _letter)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class _Dates(NamedTuple):
    """Reads the days that a text names."""

    words: Words
    letters: str
    today: date

    def said(self) -> Iterator[date]:
        """Yield the days that are called by their date."""
        for match in _DATED.finditer(self.letters):
            if match["x"] or match["x2"] or match["x3"]:
                continue
            found = self._dotted(match) if match[0].endswith("d") else self._written(match)
            if found is not None and found <= self.today and self.today - found <= LONG_AGO:
                yield found

    def _dotted(self, match: re.Match[str]) -> date | None:
        parts = _DOTTED.fullmatch(self.words.words[match.end() - 1])
        if parts is None:
            return None
        day, month, year = map(int, parts.groups())
        return _day(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004

    def _written(self, match: re.Match[str]) -> date | None:
        words = self.words.words[match.start() : match.end()]
        month = next(_MONTHS[word] for word in words if word in _MONTHS)
        number = next(
            word for word, letter in zip(words, match[0], strict=True) if letter == "n"
        )
        day = int(re.match(r"\d+", number)[0])  # type: ignore[index]
        if match["y"] or match["y2"]:
            return _day(int(words[-1]), month, day)
        years = (self.today.year, self.today.year - 1, self.today.year + 1)
        near = [found for year in years if (found := _day(year, month, day)) is not None]
        return min(near, key=lambda each: abs(each - self.today), default=None)

    def called(self) -> Iterator[int]:
        """Yield the weekdays by whose names days are called, Monday 0."""
        for match in _NAMED.finditer(self.letters):
            begin = self.letters.rfind(".", 0, match.start()) + 1
            end = self.letters.find(".", match.end())
            sentence = self.letters[begin : end if end >= 0 else None]
            if match["before"] or "F" in sentence:
                continue
            yield _WEEKDAYS[self.words.words[match.start("day")]]


def _remembers(text: str, head_end: int, year: int) -> bool:
    """Return whether people are said to honour those whom they lost in years past."""
    if _REMEMBERS.search(text, 0, head_end) is None:
        return False
    return any(
        match["year"] is None or int(match["year"]) < year
        for match in _LONG_SINCE.finditer(text, 0, head_end)
    )


def read_occasion(
    words: Words, title_end: int, head_end: int, published_at: datetime
) -> Occasion:
    """Return what sort of text it is and what days it is about.

    Args:
        words: The whole text.
        title_end: Where its title ends, in characters.
        head_end: Where the first sentence after the title ends.
        published_at: Aware; days are told from it.
    """
    letters = _LETTERING.read(words)
    cues = _CUE_LETTERS & set(letters)
    if not cues:
        return Occasion()
    text = words.text
    today = (published_at + EAST).date()
    dates = _Dates(words, letters, today)
    days = frozenset(dates.said()) if cues & set("Md") else frozenset()
    is_roundup = "R" in cues and (
        _ROUNDUP_TITLE.search(text, 0, title_end, called=words.phrases) is not None
        or _ROUNDUP_LEAD.search(text, 0, head_end, called=words.phrases) is not None
    )
    return Occasion(
        roundup_on=(max(days) if days else today) if is_roundup else None,
        is_live="V" in cues
        and (
            _LIVE.search(text, 0, title_end) is not None
            or _LIVE_LEAD.search(text, title_end) is not None
        ),
        is_anniversary="A" in cues
        and (
            _ANNIVERSARY.search(text, 0, head_end) is not None
            or _YEARS_AGO.search(text, 0, title_end) is not None
            or _remembers(text, head_end, today.year)
        ),
        days=days,
        weekdays=frozenset(dates.called()) if "W" in cues else frozenset(),
    )
