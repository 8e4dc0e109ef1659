"""Settlements: GeoNames' towns, the Ukrainian codifier's villages, those kept by hand."""

from collections import defaultdict
from collections.abc import Iterable

from tools.gazetteer import hromadas, names, translit
from tools.gazetteer.geonames import Town, city_districts, kilometres
from tools.gazetteer.rows import Row, split, table
from tools.gazetteer.sources import Codifier, Settlement
from tools.gazetteer.spelt import spelt

HOME = frozenset({"UA", "RU", "BY"})  # each town of 500 people or more
LEAST = {"US": 1_000, "GB": 1_000, "CA": 1_000, "AU": 2_000, "IE": 1_000, "PL": 1_000}
# Where the official name is a name of that language: Nice is no English word in French.
NATIVE = {
    "PL": "pl",
    "DE": "de",
    "AT": "de",
    "FR": "fr",
    "ES": "es",
    "MX": "es",
    "IT": "it",
    "TR": "tr",
    "PT": "pt",
}
LEAST_ABROAD = 15_000
KNOWN_IN_CYRILLIC = 40_000  # a city abroad that Ukrainian and Russian news may name
KNOWN_IN_THE_WEST = 20_000  # a town at home that German, French and Polish news may name
BESIDE_THE_FRONT = frozenset("RU-BEL RU-BRY RU-KRS UA-14 UA-23 UA-59 UA-63 UA-65".split())
BESIDE_THE_FRONT_LEAST = 5_000
KNOWN_ABROAD = 100_000  # a city that other languages have a name of their own for
CAPITALS_SHARE_NAMES = 300_000  # people, from which English "other names" are looked at
CITY_REGIONS = frozenset(
    {"RU-MOW", "RU-SPE", "UA-30", "UA-40"}
)  # their towns are its parts
LARGE = 500_000
NOT_TOWNS = frozenset({"Pravyi Bereh", "Tsentralnyi", "Rayon KTZ", "Rutchenkivskyi"})
# Cities that GeoNames counts as more than one, or whose main name is not English.
_ENGLISH = {"Kyiv": "Kyiv", "New York City": "New York", "Washington, D.C.": "Washington"}


def _in_the_west(
    town: Town, uk: list[str], ru: list[str], *, has_polish: bool
) -> list[tuple[str, str]]:
    """Return how German, French and Polish papers write a town at home, by their rules."""
    source, own = ("uk", uk) if town.country == "UA" else ("ru", ru)
    return [
        (language, spelt(name, source, language))
        for language in ("de", "fr", *(() if has_polish else ("pl",)))
        for name in own[:1]
    ]


class Settlements:
    """All settlements, by id."""

    def __init__(self, towns: list[Town], codes: dict[tuple[str, str], str]) -> None:
        """Take GeoNames' towns and the ISO code of each of its first-level divisions."""
        self._towns = towns
        self._codes = codes
        self._exonyms = {
            (r["GeoNames name"], r["country"]): r for r in table("exonyms.tsv")
        }
        self._largest = {
            (town.name, town.country): town.id
            for town in sorted(towns, key=lambda town: town.population)
        }
        self.rows: dict[str, Row] = {}
        self._homes = {
            (line["region"][:2], name): line["region"]
            for line in table("homes.tsv")
            for name in split(line["towns"])
        }
        self._seats: dict[str, str] = {}
        self._by_hand: set[str] = set()  # whose English name is in exonyms.tsv
        self._by_region: dict[str, list[Town]] = defaultdict(list)
        for town in towns:
            if town.country in HOME:
                self._by_region[codes.get((town.country, town.admin1), "")].append(town)

    def add_towns(self) -> None:
        """Add each town of GeoNames that is large enough for its country."""
        home = [town for town in self._towns if town.country in HOME]
        districts = city_districts([t for t in home if t.country != "BY"])
        for town in self._towns:
            least = 0 if town.country in HOME else LEAST.get(town.country, LEAST_ABROAD)
            region = self._codes.get((town.country, town.admin1), "")
            region = self._homes.get((town.country, town.name), region)
            by_hand = bool(self._exonym(town))
            if (town.population < least and not by_hand) or town.id in districts:
                continue
            if town.name in NOT_TOWNS:
                continue
            if region in CITY_REGIONS and town.population < LARGE:
                continue
            if town.country in HOME and not region:
                continue
            row = self._add(town, region)
            small = town.population < KNOWN_ABROAD
            lesser = "(" in town.name  # "Frankfurt (Oder)": its name is another's first
            if by_hand and town.country not in HOME and small and not lesser:
                row.flags.add("notable")  # "Srebrenica"

    def _exonym(self, town: Town) -> dict[str, str]:
        """Return a town's line of exonyms.tsv; abroad, that of the largest of its name."""
        name = town.name, town.country
        if town.country not in HOME and self._largest.get(name) != town.id:
            return {}
        return self._exonyms.get(name, {})

    def _add(self, town: Town, region: str) -> Row:
        exonym = self._exonym(town)
        en = exonym.get("English") or _ENGLISH.get(town.name, town.name)
        if exonym.get("English"):
            self._by_hand.add(f"g{town.id}")
        known = town.country in HOME or town.population >= KNOWN_IN_CYRILLIC
        uk = (
            names.cyrillic(town.alternates, "uk", en)
            if known and town.country != "RU"
            else []
        )
        ru = names.cyrillic(town.alternates, "ru", en) if known else []
        uk = split(exonym.get("uk")) or uk
        ru = split(exonym.get("ru")) or ru
        if town.country in HOME and not uk and ru:
            uk = [translit.russian_to_ukrainian(ru[0])]
        found = [("en", town.name), *(("en", n) for n in split(exonym.get("more Latin")))]
        if town.country == "UA":
            found += [("en", translit.from_ukrainian(name)) for name in uk[:1]]
        if town.country in HOME:
            found += [("en", translit.from_russian(name)) for name in ru[:1]]
            found += [("en", name) for name in names.spelt_in_english(town.alternates, en)]
        if town.country in NATIVE:
            found.append((NATIVE[town.country], town.name))
        found += [("uk", name) for name in uk] + [("ru", name) for name in ru]
        polish = split(exonym.get("pl"))
        found += [("pl", name) for name in polish]
        if town.country in HOME and (
            town.population
            >= (BESIDE_THE_FRONT_LEAST if region in BESIDE_THE_FRONT else KNOWN_IN_THE_WEST)
        ):
            found += _in_the_west(town, uk, ru, has_polish=bool(polish))
        row = Row(
            id=f"g{town.id}",
            kind="settlement",
            country=town.country,
            region=region,
            population=town.population,
            latitude=town.latitude,
            longitude=town.longitude,
            en=en.replace("'", "") if town.country in HOME else en,
            uk=uk[0] if uk else "",
            ru=ru[0] if ru else "",
            # «Дзержинск» is that of a quarter of a million people sooner than Toretsk
            rare=set(split(exonym.get("ru"))[1:]),
            names=found + self._in_other_languages(town, en),
        )
        return self.rows.setdefault(row.id, row)

    def _in_other_languages(self, town: Town, en: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if town.population < KNOWN_ABROAD:
            return found
        for language in ("pl", "de", "fr", "es", "it", "tr", "pt"):
            own = names.exonym(town.alternates, language, en)
            found += [(language, name) for name in own]
            if language == "pl" and not own and town.country != "PL":
                found.append(("pl", en))
        if town.population >= CAPITALS_SHARE_NAMES:
            found += [("en", name) for name in names.english(town.alternates, en)]
            found += [("ar", name) for name in names.arabic(town.alternates)]
        return found

    def add_hand_kept(self) -> None:
        """Add settlements.tsv, with the id of GeoNames where it has the place."""
        for line in table("settlements.tsv"):
            region, uk, ru = line["region"], line["uk"], line["ru"]
            latin = {translit.from_ukrainian(uk), translit.from_russian(ru)}
            same = [
                town
                for town in self._by_region[region]
                if {uk, ru} & set(town.alternates) or town.name.replace("'", "") in latin
            ]
            if same:
                row = self._add(max(same, key=lambda t: t.population), region)
                row.names += [("uk", uk), ("ru", ru)]
                row.uk, row.ru = uk, ru
            else:
                native = (
                    translit.from_ukrainian
                    if region.startswith("UA")
                    else translit.from_russian
                )
                en = native(uk if region.startswith("UA") else ru)
                row = Row(
                    id=f"x-{region.lower()}-{en.lower().replace(' ', '-')}",
                    kind="settlement",
                    country=region[:2],
                    region=region,
                    en=en,
                    uk=uk,
                    ru=ru,
                    names=[("en", name) for name in sorted(latin)],
                )
                row = self.rows.setdefault(row.id, row)
            if line["context"]:
                row.flags.add("doubtful")
            else:
                row.flags.add("notable")

    def add_codifier(self, codifier: Codifier, oblasts: dict[str, str]) -> None:
        """Add each settlement of the codifier, to the town of GeoNames if it has it.

        Args:
            codifier: The settlements.
            oblasts: The ISO code of each oblast's code.
        """
        called, once = self._by_name()
        groups: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
        for settlement in codifier.settlements:
            region = oblasts[settlement.oblast]
            groups[region, settlement.name.lower()].append(settlement)
        centres = self._known(groups, called)
        self._seats = hromadas.find_seats(codifier)
        taken: set[str] = set()
        left: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
        for key, several in sorted(groups.items()):
            for settlement, known in _pair(several, called.get(key, []), centres):
                if known is None:
                    left[key].append(settlement)
                else:
                    taken.add(known.id)
                    self._from_codifier(settlement, known, key[0], centres)
        for key, several in sorted(left.items()):  # by names that towns had once
            rows = [row for row in once.get(key, []) if row.id not in taken]
            for settlement, known in _pair(several, rows, centres):
                taken.update([known.id] if known is not None else [])
                self._from_codifier(settlement, known, key[0], centres)

    def _by_name(
        self,
    ) -> tuple[dict[tuple[str, str], list[Row]], dict[tuple[str, str], list[Row]]]:
        """Return Ukraine's towns by region and name, and by what else they are called."""
        called: dict[tuple[str, str], list[Row]] = defaultdict(list)
        once: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.rows.values():
            if row.country != "UA":
                continue
            called[row.region, row.uk.lower()].append(row)
            others = {name for language, name in row.all_names() if language == "uk"}
            for name in others - {row.uk}:
                once[row.region, name.lower()].append(row)
        return called, once

    @staticmethod
    def _known(
        groups: dict[tuple[str, str], list[Settlement]],
        named: dict[tuple[str, str], list[Row]],
    ) -> dict[str, tuple[float, float]]:
        """Return about where each hromada lies: where a town of it that is certain does."""
        found: dict[str, tuple[float, float]] = {}
        for key, several in groups.items():
            rows = [row for row in named.get(key, []) if row.latitude is not None]
            if len(several) == 1 and len(rows) == 1:
                assert rows[0].latitude is not None
                assert rows[0].longitude is not None
                where = (rows[0].latitude, rows[0].longitude)
                if several[0].category in {"M", "X", "T"}:
                    found[several[0].hromada] = where
                else:
                    found.setdefault(several[0].hromada, where)
        return found

    def _from_codifier(
        self,
        settlement: Settlement,
        row: Row | None,
        region: str,
        centres: dict[str, tuple[float, float]],
    ) -> None:
        if row is None:
            ru = translit.ukrainian_to_russian(settlement.name)
            where = centres.get(settlement.hromada, (None, None))
            en = translit.from_ukrainian(settlement.name)
            row = Row(
                id=settlement.code,
                kind="settlement",
                country="UA",
                region=region,
                latitude=where[0],
                longitude=where[1],
                en=en,
                uk=settlement.name,
                ru=ru,
            )
            row = self.rows.setdefault(row.id, row)
        else:
            _rename(row, settlement.name, by_hand=row.id in self._by_hand)
        row.district = settlement.raion
        if settlement.category == "C":
            row.flags.add("village")
        if settlement.code in self._seats:
            row.flags.add("seat")
            row.official_adjective = self._seats[settlement.code]


def _rename(row: Row, name: str, *, by_hand: bool) -> None:
    """Give a town its official name of today; what else it was called is rare."""
    latin = translit.from_ukrainian(name)
    row.names += [("uk", row.uk), ("en", row.en), ("en", latin)]
    row.rare |= {other for lang, other in row.names if lang == "uk" and other != name}
    row.uk = name
    if not by_hand:
        row.en = latin


def _pair(
    several: list[Settlement],
    rows: list[Row],
    centres: dict[str, tuple[float, float]],
) -> Iterable[tuple[Settlement, Row | None]]:
    """Yield each settlement with the nearest row of its name, if any is left."""
    left = list(rows)
    order = sorted(several, key=lambda s: ("MTXC".index(s.category), s.code))
    for settlement in order:
        where = centres.get(settlement.hromada)
        best = min(left, key=lambda row: (_away(row, where), -row.population), default=None)
        alone = len(several) == 1 and len(rows) == 1
        if best is not None and (alone or _away(best, where) < 25):  # noqa: PLR2004  # km: a hromada's breadth
            left.remove(best)
            yield settlement, best
        else:
            yield settlement, None


def _away(row: Row, where: tuple[float, float] | None) -> float:
    if where is None or row.latitude is None or row.longitude is None:
        return 24.0  # unknown: as good as near, but worse than what is known to be
    town = Town(
        id=0,
        name="",
        country="",
        admin1="",
        population=0,
        latitude=row.latitude,
        longitude=row.longitude,
        alternates=(),
    )
    return kilometres(town, *where)
