"""What grouping looks at in an entry, made once (pure)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from math import log

from bot.dedupe.details import find_details, telling
from bot.dedupe.exchanges import NOT_EXCHANGED, Exchanged, find_exchanged
from bot.dedupe.names import (
    is_comment,
    names_of,
    opening_of,
    quoted_in,
    stems_of,
    title_names,
)
from bot.dedupe.settled import (
    AT_PEACE,
    AT_WAR,
    TOWNS,
    as_towns,
    find_settled,
    is_also_there,
)
from bot.dedupe.ships import NO_SHIPS, Ships, find_ships
from bot.dedupe.subjects import find_subjects
from bot.dedupe.takers import find_taker
from bot.dedupe.targets import NO_TARGETS, Targets, find_targets
from bot.dedupe.terms import (
    SLAVIC,
    find_terms,
    number_of,
    plain_name,
    term_of,
)
from bot.dedupe.unlisted import (
    NOTHING_HEARD,
    Heard,
    find_unlisted,
    hear,
    heard,
)
from bot.domain.folding import words
from bot.domain.places import Annotation, Kind, Mention
from bot.domain.reports import EventKind, Report

TITLE_WEIGHT = 2
SUMMARY = 300  # characters; more brought nothing on any of the five sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What grouping looks at in one entry.

    Attributes:
        feed_id: The feed; a feed's templates are not news of one event.
        publisher: The outlet behind it, else the feed, as a text.
        language: What the text looks like (ISO 639-1).
        terms: Its terms with their weight by number of uses.
        title: The title's terms in order, to know a template by.
        opening: The title's first word, but for an article; or «це вже другий удар».
        quoted: The terms that somebody says in the title.
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
        subjects: Whom and what it is about, that among it.
        called: Names of places that it did not know, and of towns of the title, as they are
            compared over languages.
        details: What else title and first sentence name, in whatever language.
        abroad: The countries that it names, but for the two at war.
        strays: Countries at peace, if it tells of what came into one by air.
        regions: Codes of first-level regions that it names.
        title_regions: Those that it names in the title.
        report: Its signals.
        is_also_there: Whether the title says that a place was hit too («и Геленджик»).
        looks_back: Whether it marks a day or explains, and tells nothing that happened now.
    """

    feed_id: int = 0  # until the entry is recorded
    publisher: str
    language: str
    published_at: datetime
    terms: dict[int, float]
    title: tuple[int, ...] = ()
    opening: int | None = None
    quoted: frozenset[int] = frozenset()
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
    subjects: Targets = NO_TARGETS
    called: Heard = NOTHING_HEARD
    details: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()
    strays: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    title_regions: frozenset[str] = frozenset()
    report: Report = field(default_factory=Report)
    is_also_there: bool = False
    looks_back: bool = False

    @property
    def unlisted(self) -> frozenset[int]:
        """What it calls places, as any language does."""
        return self.called.near

    @property
    def sounds(self) -> frozenset[int]:
        """Those by which its event may be looked for without a region."""
        called, kinds = self.called, self.report.kinds
        if EventKind.CAPTURE in kinds:
            return called.near | called.perhaps
        found = called.far | called.named if kinds else frozenset[int]()
        return found | called.perhaps if kinds and not self.title_places else found

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
        found.update(number_of(f"abroad:{country}") for country in self.abroad)
        found.update(number_of(f"detail:{each}") for each in telling(self.details))
        found.update(number_of(f"sounds:{each}") for each in self.sounds)
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
        language: What the feed says; a transliterated text looks like none.
    """
    title, summary, head = _head(title, summary)
    spoken = language or annotation.language
    is_slavic = spoken in SLAVIC
    nations = {} if is_slavic else _nations(annotation)
    in_order, below = (_renamed(find_terms(t, spoken), nations) for t in (title, summary))
    names = title_names(title, spoken) + names_of(summary)
    strong, settled, in_title = _places(annotation.mentions, title, head)
    targets = find_targets(title)
    return Features(
        publisher=publisher,
        language=annotation.language,
        published_at=published_at,
        terms=_weigh_uses(in_order, below),
        title=tuple(in_order),
        opening=opening_of(title, summary, is_slavic=is_slavic),
        quoted=frozenset(find_terms(quoted_in(title), spoken)),
        names=frozenset(_renamed(_terms(names, spoken), nations)),
        numbers=frozenset(number_of(word) for word in words(title) if word[0].isdigit()),
        place_names=frozenset(_place_names(annotation, nations, is_slavic=is_slavic)),
        aliases=frozenset(number_of(plain_name(name)) for name in names),
        exchanged=find_exchanged(title, summary, report.kinds),
        ships=find_ships(title, summary, targets.named),
        places=frozenset(m.place_id for m in settled) & (annotation.about | TOWNS),
        title_places=frozenset(m.place_id for m in in_title),
        title_place_names=_called(in_title, title, annotation),
        title_towns=stems_of(in_title, Kind.SETTLEMENT),
        title_districts=stems_of(in_title, Kind.DISTRICT),
        targets=targets,
        subjects=find_subjects(title, targets),
        called=hear(title, summary, annotation.mentions, in_title),
        details=_details(title, summary, report),
        abroad=frozenset(annotation.countries) - AT_WAR,
        strays=_strays(annotation, report),
        regions=frozenset(annotation.regions),
        title_regions=frozenset(m.region for m in strong if m.region and m.start < head),
        report=report,
        is_also_there=is_also_there(in_title, title),
        looks_back=report.occasion.is_anniversary or is_comment(title),
    )


def _details(title: str, summary: str, report: Report) -> frozenset[str]:
    found = find_details(title, summary)
    return found | find_taker(title) if EventKind.CAPTURE in report.kinds else found


def _places(
    mentions: Iterable[Mention], title: str, head: int
) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Return those not weak, the towns and districts among them, and those in the title."""
    strong = as_towns(mentions, title)
    settled = find_settled(strong, title, head)
    return strong, settled, [mention for mention in settled if mention.start < head]


def _head(title: str, summary: str) -> tuple[str, str, int]:
    """Return what stands for the title, the summary, and where mentions leave the title."""
    head = len(title)
    if not title.strip():
        title, summary, head = summary[:SUMMARY], "", len(title) + 1 + len(summary)
    return title, summary.removeprefix(title)[:SUMMARY], head


def _terms(names: Iterable[str], language: str) -> list[int]:
    return [term_of(name, is_slavic=language in SLAVIC) for name in names]


def _called(found: Iterable[Mention], title: str, all_of: Annotation) -> frozenset[int]:
    named = (name for each in found for name in (each.text, each.place))
    listed = frozenset(number_of(name.casefold()) for name in named)
    return listed | heard(find_unlisted(title, all_of.mentions))


def _strays(annotation: Annotation, report: Report) -> frozenset[str]:
    is_there = EventKind.INCURSION in report.kinds
    return AT_PEACE.intersection(annotation.countries if is_there else ())


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
