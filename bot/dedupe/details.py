"""Things that two reports in different languages both name beside place and kind (pure).

An aid package, a cable or a foiled plot has no kind of its own, and often no town; what is
named together tells it. Names of machines ("Su-34") are the same in all scripts.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.dedupe.common.affairs import AFFAIRS
from bot.dedupe.common.broad import BROAD
from bot.dedupe.common.details import DETAILS
from bot.dedupe.common.things import THINGS
from bot.dedupe.governors import find_change
from bot.dedupe.incidents import find_incidents, incidents_of
from bot.dedupe.takers import TAKERS
from bot.dedupe.terms import spell_plainly
from bot.dedupe.unlisted import sound_of
from bot.domain.folding import fold, words
from bot.domain.memory import Memory

Details = frozenset[str]

SEVERAL = 3  # things that both name are worth two points, two of them one; a machine is two
_HEARD = 3  # consonants by which a ship of one name is known
_LONGEST_SENTENCE = 240  # characters
_SENTENCE = re.compile(r"(?<=[^\W\d]{3}[.!?…»”\"])\s+(?=[^\Wa-zа-яіїєґ])")
_MACHINE = re.compile(r"(?<![\w-])([^\W\d_]{1,4})[-‑](\d{1,3})[^\W\d_]{0,2}(?![\w-])")
_MONEY = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?P<unit>m|mn|mln|million\w*|млн|мільйон\w*|"
    r"миллион\w*|milion\w*|bn|mld|billion\w*|млрд|мільярд\w*|миллиард\w*|miliard\w*|mrd)\b",
    re.IGNORECASE,
)
_PACKAGE = re.compile(
    r"(?<!\w)(\d{1,2})(?:st|nd|rd|th|\.|-?[^\W\d_]{1,3})? (?:[^\W\d]+ ){0,3}?"
    r"(?:package|пакет|pakiet|paket|sanktionspaket)",
    re.IGNORECASE,
)
# What did it, that is no attack.
LANDMINE, FAULT, GAS = "landmine", "technical fault", "gas blast"
NO_EVIDENCE = TAKERS | {FAULT, LANDMINE}  # they tell events apart
_SAID = tuple(
    (name, re.compile(form, re.IGNORECASE))
    for name, form in (
        ("air defence", r"\bair[- ]defen[cs]e\b"),
        (
            GAS,
            (
                r"\b(?:gas (?:cylinder )?(?:blast|explosion)|gas\w*explosion"
                r"|wybuch\w* (?:butli z )?gazu"
                r"|(?:взрыв\w*|взорвал\w+) (?:бытового |природного |метано)?газ\w+"
                r"|(?:вибух\w*|вибухнув) (?:побутового |природного )?газ\w*)"
            ),
        ),
        (
            LANDMINE,
            (
                r"\b(?:на (?:[\w-]+(?:ой|ій|ну|ую) )?(?:мін[іу]|мин[еу]|минах|мінах)"
                r"|на (?:вибухонебезпечн|взрывоопасн)\w+"
                r"|land ?mines?|(?:on|by|hits?|struck|strikes?) a mine|na minie|minę"
                r"|landminen?"
                r"|(?:ship|carrier|vessel|boat|tanker|tractor|car|truck|ferry)\w* "
                r"(?:hits?|strikes?|struck) (?:sea |naval )?mine"
                r"|(?:hurt|killed|wounded|injured|blown up) by (?:sea )?mine)\b"
            ),
        ),
        (
            FAULT,
            (
                r"\b(?:(?:через|из-за|внаслідок|вследствие) (?:[\w-]+ )?авар[іи][юїи]"
                r"|причин[аи] ?[—–:-]? авар[іи]я"
                r"|(?:grid|equipment|technical|power) (?:failure|fault)|short[- ]circuit"
                r"|(?:коротк\w+ |через |из-за )(?:замыкан|замикан)\w+|kurzschluss"
                r"|technische\w* (?:störung|defekt)|zwarci\w+|awari\w+"
                r"|burst (?:main|pipe)|прорв[аі]\w*)"
            ),
        ),
    )
)
_BILLIONS = ("b", "mld", "mrd", "млрд", "мільяр", "миллиа", "milia")
_MONEY_OF = "money "
_PACKAGE_OF = "package "
_COUNT = re.compile(
    r"(?<![\w.,:/-])(\d{1,3}(?:[ .,\u00a0]\d{3}){1,3}|\d{2,6})(?![\d%:/])(?![.,]\d)"
    r"( ?(?:тыс|тис|thousand|tys|tausend))?"
)
_COUNT_OF = "count "
_MANY = 32  # less is a day's date, and told of by tolls; what is round is told of much
_YEARS = range(1900, 2100)
_BODIES_OF = "bodies "
_BODIES = r"(?:bodies|remains|тіл[а]?|тел[а]?|останк\w+|ciał[a]?|leichen|leichname)"
_SO_MANY = (
    r"(\d{1,3}(?:[ .,]\d{3})|\d{2,4}|thousand|тысяч[аиу]?|тисяч[аіу]?|tysiąc\w*|tausend)"
)
_HANDED_OVER = re.compile(
    rf"(?<!\w)(?:{_SO_MANY} (?:[^\W\d]+ )?{_BODIES}|"
    rf"{_BODIES} (?:[^\W\d]+ )?{_SO_MANY})(?!\w)",
    re.IGNORECASE,
)
_THOUSAND = "1000"
_SHIP_OF = "ship "
_SHIP = re.compile(
    r"\b(?i:tanker|vessel|ship|freighter|ferry|trawler|frachter|schiff|pétrolier|navire|"
    r"tankow\w+|statk\w+|танкер\w*|суд(?:но|на|ном|ні)|сухогруз\w*|паром\w*)\s"
    r"(?:[«\"“„](?P<quoted>[^\W\d_][\w-]{3,})[»\"”“]|"
    r"(?P<plain>[A-Z][a-z]{3,})(?![ -][A-Z]|['’]))"
)


def _table() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    lines = f"{DETAILS.strip()}{THINGS.rstrip()}{AFFAIRS}".replace("\n   ", " ")
    for line in lines.splitlines():
        thing, _, stems = line.partition(": ")
        for stem in stems.split():
            found.setdefault(fold(stem), set()).add(thing)
    return found


_TABLE = _table()
_SHORTEST, _LONGEST = 3, max(map(len, _TABLE))
_NONE: Details = frozenset()  # one for all words that name nothing: each takes 216 bytes


def _meant(word: str) -> Details:
    """Return what a folded word means."""
    found = set(_TABLE.get(word, ()))
    for end in range(_SHORTEST, min(len(word), _LONGEST) + 1):
        found |= _TABLE.get(word[:end] + "*", set())
    return frozenset(found) if found else _NONE


_meant_by = Memory(_meant)


def find_details(title: str, summary: str) -> Details:
    """Return the things that a title and the first sentence after it name.

    >>> sorted(find_details("Фінляндія відправила до України 12 танків", ""))
    ['tanks']
    """
    first = _SENTENCE.split(summary[:_LONGEST_SENTENCE], maxsplit=1)[0]
    text = f"{title} \n {first}"
    named = [meant for meant in map(_meant_by.__getitem__, words(text)) if meant]
    found = (_phrases(text), _machines(text), find_incidents(text), find_change(title))
    return _NONE.union(*named, *found)


def _phrases(text: str) -> Iterator[str]:
    for match in _MONEY.finditer(text):
        is_more = match["unit"].casefold().startswith(_BILLIONS)
        value = float(match[1].replace(",", ".")) * (1000 if is_more else 1)
        yield f"{_MONEY_OF}{value:g}"
    for match in _PACKAGE.finditer(text):
        yield f"{_PACKAGE_OF}{match[1]}"
    for match in _HANDED_OVER.finditer(text):
        digits = re.sub(r"\D", "", match[1] or match[2])
        yield f"{_BODIES_OF}{digits or _THOUSAND}"
    for match in _SHIP.finditer(text):
        sound = sound_of(fold(match["quoted"] or match["plain"]))
        if len(sound) >= _HEARD:
            yield f"{_SHIP_OF}{sound}"
    for match in _COUNT.finditer(text):
        digits = re.sub(r"\D", "", match[1]) + ("000" if match[2] else "")
        count = int(digits)
        if count >= _MANY and count not in _YEARS and len(digits.rstrip("0")) > 1:
            yield f"{_COUNT_OF}{count}"
    yield from (name for name, form in _SAID if form.search(text))


def _machines(text: str) -> Iterator[str]:
    for match in _MACHINE.finditer(text):
        if match[1][0].isupper():
            yield f"{spell_plainly(fold(match[1]))}-{match[2]}"


def points_of(
    ours: AbstractSet[str], theirs: AbstractSet[str], *, is_there: bool = False
) -> int:
    """Return how much it tells that both name some things: 0 to 2.

    Args:
        ours: What a report names.
        theirs: What the other does.
        is_there: Whether both are of one town that is seldom in the news: then any thing
            will do.
    """
    if _are_apart(ours, theirs, _MONEY_OF):
        return 0
    shared = ours & theirs
    once = incidents_of(shared)
    if shared <= BROAD:
        return int(len(shared) > (1 if is_there else SEVERAL))
    count = len(shared) + sum(map(_is_machine, shared))
    is_half = 2 * _weigh(shared) >= min(_weigh(ours), _weigh(theirs))
    if is_there or (is_half and len(shared) > 1):
        count += 1
    return max(once, 2 if count >= SEVERAL else int(count > 1))


def _weigh(things: AbstractSet[str]) -> int:
    named = {each for each in things if not each.startswith(_COUNT_OF)}
    return 2 * len(named) - len(named & BROAD)


def telling(details: AbstractSet[str]) -> AbstractSet[str]:
    """Return those by which stories are looked for, none where there are too few."""
    named = details - TAKERS
    once = {each for each in named if each.startswith((_PACKAGE_OF, _BODIES_OF))}
    if once:
        return named - BROAD | once
    count = len(named) + sum(map(_is_machine, named))
    return named - BROAD if count >= SEVERAL - 1 else frozenset()


def _is_machine(detail: str) -> bool:
    return detail.startswith((_SHIP_OF, _COUNT_OF)) or _is_make(detail)


def _is_make(detail: str) -> bool:
    return detail[-1].isdigit() and "-" in detail


def are_of_one_package(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both name a package by one number."""
    return any(each.startswith(_PACKAGE_OF) for each in ours & theirs)


def are_as_many_bodies(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both tell of as many dead who were handed over."""
    return any(each.startswith(_BODIES_OF) for each in ours & theirs)


def shares_counts(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both name two counts: "89 of 112", «збито 89 зі 112»."""
    return sum(each.startswith(_COUNT_OF) for each in ours & theirs) > 1


def are_of_one_make(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both name aircraft or the like of one make."""
    return any(_is_make(each) for each in ours & theirs)


def are_other_machines(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether both name aircraft or the like, and none is of one make."""
    one, other = ({each for each in of if _is_make(each)} for of in (ours, theirs))
    return bool(one and other) and one.isdisjoint(other)


def _are_apart(ours: AbstractSet[str], theirs: AbstractSet[str], prefix: str) -> bool:
    one, other = ({each for each in of if each.startswith(prefix)} for of in (ours, theirs))
    return bool(one and other) and one.isdisjoint(other)
