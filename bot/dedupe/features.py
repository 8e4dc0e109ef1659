"""What grouping looks at in an entry, made once (pure)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from math import log

from bot.dedupe.exchanges import NOT_EXCHANGED, Exchanged, find_exchanged
from bot.dedupe.settled import AT_PEACE, TOWNS, as_towns, find_settled
from bot.dedupe.ships import NO_SHIPS, Ships, find_ships
from bot.dedupe.targets import NO_TARGETS, Targets, find_targets
from bot.dedupe.terms import (
    SLAVIC,
    find_terms,
    is_common,
    is_dropped,
    number_of,
    plain_name,
    term_of,
)
from bot.domain.folding import words
from bot.domain.places import Annotation, Kind, Mention
from bot.domain.reports import EventKind, Report

TITLE_WEIGHT = 2
SUMMARY = 300  # characters; more brought nothing on any of the five sets
TITLE_CASE = 0.7  # share of a title's longer words with a capital: then it tells none


_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-zа-яёіїєґ][\w'’-]*")
# Who does something begins a title, and has a capital as any first word has.
_SUBJECT = re.compile(
    r"[\"'“‘]*(?P<name>[^\W\d_][\w+&-]*)"
    r"(?:['’]s | (?:[a-z]+[a-rt-z]s\b|(?:to|will|has|is) ))"
)
_OPENING = re.compile(r"\W*(?:(?:an?|the) )?(\w+)(?![\w-])", re.IGNORECASE)
_AROUND = " \"'«“„(`‘"
_SHORT = 3
_ENDS = ".!?:;|—–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What grouping looks at in one entry.

    Attributes:
        feed_id: The feed; a feed's templates are not news of one event.
        publisher: The outlet behind it, else the feed, as a text.
        language: What the text looks like (ISO 639-1).
        terms: Its terms with their weight by number of uses.
        title: The title's terms in order, to know a template by.
        opening: The term of the title's first word, but for an article.
        names: The terms that are written as names.
        numbers: The terms of the title that are numbers.
        exchanged: How many were, if it tells of an exchange of prisoners.
        ships: What may name one, if the title tells of a ship.
        place_names: The terms of which names of places are made.
        aliases: The same names, as they are compared over languages.
        places: The ids of settlements, also of `CITIES`, and districts that it is about.
        title_places: Those that stand in the title.
        title_place_names: What they are called there, and in English: one name may be read
            as two places.
        title_towns, title_districts: Under which a district and its town are known as one.
        targets: What the title says was hit.
        strays: Countries at peace, if it tells of what came into one by air.
        regions: Codes of first-level regions that it names.
        title_regions: Those that it names in the title.
        report: Its signals.
    """

    feed_id: int
    publisher: str
    language: str
    published_at: datetime
    terms: dict[int, float]
    title: tuple[int, ...] = ()
    opening: int | None = None
    names: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    exchanged: Exchanged = NOT_EXCHANGED
    ships: Ships = NO_SHIPS
    place_names: frozenset[int] = frozenset()
    aliases: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    title_places: frozenset[str] = frozenset()
    title_place_names: frozenset[int] = frozenset()
    title_towns: frozenset[int] = frozenset()
    title_districts: frozenset[int] = frozenset()
    targets: Targets = NO_TARGETS
    strays: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    title_regions: frozenset[str] = frozenset()
    report: Report = field(default_factory=Report)

    @property
    def day(self) -> date:
        """The day it tells of: the one it names, else the one it was published on."""
        days = self.report.occasion.days
        return max(days) if days else self.published_at.date()

    @property
    def is_survey(self) -> bool:
        """Whether its title names no place, and its text some of several regions."""
        return not self.title_places and len(self.regions) > 1 and len(self.places) > 1

    def lookups(self) -> frozenset[int]:
        """Return all under which stories that this may belong to are found."""
        return self.signals().union(self.terms)

    def signals(self) -> frozenset[int]:
        """Return those of them that are no terms."""
        found = {number_of(f"place:{place}") for place in self.places}
        found.update(number_of(f"region:{region}") for region in self.regions)
        found.update(number_of(f"ship:{ship}") for ship in self.ships.perhaps)
        found.update(number_of(f"stray:{country}") for country in self.strays)
        if EventKind.EXCHANGE in self.report.kinds:
            found.add(number_of("kind:exchange"))
        occasion = self.report.occasion
        if occasion.is_live:
            found.add(number_of(f"live:{self.feed_id}:{self.day}"))
        if occasion.roundup_on is not None:
            found.add(number_of(f"roundup:{occasion.roundup_on}"))
        return frozenset(found)


def features_of(
    *,
    title: str,
    summary: str,
    annotation: Annotation,
    report: Report,
    published_at: datetime,
    publisher: str = "",
    language: str | None = None,
) -> Features:
    """Return the features of an entry.

    Args:
        title: Without the outlet's name; without a title the summary stands for it.
        summary: Plain text; a repetition of the title at its beginning is passed over.
        annotation: Its language and places.
        report: Its signals.
        published_at: When, aware.
        publisher: The outlet behind the feed.
        language: What the feed says it is in: a transliterated text looks like none.
    """
    head = len(title)
    if not title.strip():
        title, summary, head = summary[:SUMMARY], "", len(title) + 1 + len(summary)
    summary = summary.removeprefix(title)[:SUMMARY]
    spoken = language or annotation.language
    is_slavic = spoken in SLAVIC
    nations = {} if is_slavic else _nations(annotation)
    title_terms = _renamed(find_terms(title, spoken), nations)
    summary_terms = _renamed(find_terms(summary, spoken), nations)
    names = _title_names(title, spoken) + _names(summary)
    strong = as_towns(annotation.mentions, title)
    settled = find_settled(strong, title, head)
    in_title = [mention for mention in settled if mention.start < head]
    targets = find_targets(title)
    return Features(
        feed_id=0,  # not known before the entry is recorded
        publisher=publisher,
        language=annotation.language,
        published_at=published_at,
        terms=_weigh_uses(title_terms, summary_terms),
        title=tuple(title_terms),
        opening=_opening(title, is_slavic=is_slavic),
        names=frozenset(_renamed(_terms(names, is_slavic=is_slavic), nations)),
        numbers=frozenset(number_of(word) for word in words(title) if word[0].isdigit()),
        place_names=frozenset(_place_names(annotation, nations, is_slavic=is_slavic)),
        aliases=frozenset(number_of(plain_name(name)) for name in names),
        exchanged=find_exchanged(title, summary, report.kinds),
        ships=find_ships(title, summary, targets.named),
        places=frozenset(m.place_id for m in settled) & (annotation.about | TOWNS),
        title_places=frozenset(m.place_id for m in in_title),
        title_place_names=_called(in_title),
        title_towns=_title_stems(in_title, Kind.SETTLEMENT),
        title_districts=_title_stems(in_title, Kind.DISTRICT),
        targets=targets,
        strays=_strays(annotation) if EventKind.INCURSION in report.kinds else frozenset(),
        regions=frozenset(annotation.regions),
        title_regions=frozenset(m.region for m in strong if m.region and m.start < head),
        report=report,
    )


def _terms(names: Iterable[str], *, is_slavic: bool) -> list[int]:
    return [term_of(name, is_slavic=is_slavic) for name in names]


def _called(mentions: Iterable[Mention]) -> frozenset[int]:
    named = (name for each in mentions for name in (each.text, each.place))
    return frozenset(number_of(name.casefold()) for name in named)


def _strays(annotation: Annotation) -> frozenset[str]:
    return AT_PEACE.intersection(annotation.countries)


def _title_stems(mentions: Iterable[Mention], kind: Kind) -> frozenset[int]:
    """Return how the places of a kind begin: «Россошь», «Россошанский район»."""
    return frozenset(
        number_of(f"{mention.region} {plain_name(words(mention.text)[0])}")
        for mention in mentions
        if mention.kind is kind and words(mention.text)
    )


def _nations(annotation: Annotation) -> dict[int, int]:
    """Return the term of a place's name for each word made of it: Libyan, the Libyans."""
    found = {}
    for mention in annotation.mentions:
        spoken_of, place = words(mention.text), words(mention.place)
        if mention.weak and len(spoken_of) == len(place) == 1:
            found[term_of(spoken_of[0], is_slavic=False)] = term_of(
                place[0], is_slavic=False
            )
    return found


def _renamed(terms: list[int], nations: Mapping[int, int]) -> list[int]:
    return [nations.get(term, term) for term in terms]


def _place_names(
    annotation: Annotation, nations: Mapping[int, int], *, is_slavic: bool
) -> list[int]:
    named = [word for mention in annotation.mentions for word in words(mention.text)]
    return _renamed([term_of(word, is_slavic=is_slavic) for word in named], nations)


def _weigh_uses(title: list[int], summary: list[int]) -> dict[int, float]:
    uses: Counter[int] = Counter()
    for term in title:
        uses[term] += TITLE_WEIGHT
    uses.update(summary)
    return {term: 1 + log(count) for term, count in uses.items()}


def _is_title_case(title: str) -> bool:
    """Say whether capitals tell no names here: A Title Like This, OR LIKE THIS."""
    longer = [word for word in title.split() if len(word) > _SHORT and word[0].isalpha()]
    capital = sum(not word[0].islower() for word in longer)
    return len(longer) > 2 and capital > TITLE_CASE * len(longer)  # noqa: PLR2004


def _opening(title: str, *, is_slavic: bool) -> int | None:
    first = _OPENING.match(title)
    found = words(first[1]) if first else ()
    return term_of(found[0], is_slavic=is_slavic) if found else None


def _title_names(title: str, language: str) -> list[str]:
    """Return the folded words that are names in a title.

    In English also what it begins with: "Toyota recalls cars" and "Honda recalls cars"
    differ in it only. An everyday word is none, for any has a capital there.
    """
    if _is_title_case(title):
        return []
    found = _names(title)
    match = _SUBJECT.match(title) if language == "en" else None
    if match is None or not match["name"][0].isupper():
        return found
    return found + [
        word
        for word in words(match["name"])
        if len(word) > 1
        and not is_dropped(word)
        and not is_common(term_of(word, is_slavic=False))
    ]


def _names(text: str) -> list[str]:
    """Return the folded words that have a capital although they begin no sentence."""
    found = []
    for match in _NAME.finditer(text):
        before = text[: match.start()].rstrip(_AROUND)
        if before and before[-1] not in _ENDS:
            found += [w for w in words(match[0]) if len(w) > 1 and not is_dropped(w)]
    return found
