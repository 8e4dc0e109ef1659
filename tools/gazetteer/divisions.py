"""Countries, first-level regions of the whole world, and districts where they are known."""

import re
from collections.abc import Iterator

from babel import Locale

from bot.annotate.keys import key_of
from tools.gazetteer import names, translit
from tools.gazetteer.commonplace import USELESS
from tools.gazetteer.rows import LANGUAGES, Row, pairs, split, table
from tools.gazetteer.sources import Division, divisions, frequency, subdivisions

OTHERS = ("de", "fr", "es", "pl", "it", "tr", "pt", "ar")
# CLDR's codes that name no country
NO_PLACES = frozenset("CQ EU EZ UN ZZ QO XA XB".split())
# Whose municipalities the package takes for the first level, which divisions.tsv has.
PARTED = frozenset("IS LT".split())
# Whose regions are municipalities that no Russian news names.
SMALL_PARTS = frozenset("AD BB BS LI LV MH MK MT MV NR PW SC SI SM TV UM".split())
DISTRICTS = frozenset("US GB IE RU FR IT ES CA".split())
ENGLISH = frozenset("US GB IE CA".split())
_UNIT = re.compile(
    r"(?i)^(?:province of|state of|region of|republic of|provincia de|provincia di|"
    r"départ?ement (?:de la|du|de|des)|community of|free state of|autonomous region of|"
    r"raionul|judeţul|municipality of|(?:mestna )?občina|opština|"
    r"mkoa wa|kaunti ya|chantun|contae|województwo)\s|"
    r",?\s(?:province|oblast'?|oblys\w*|region|krai|kray|sheng|shi|zizhiqu|state|governorate|"
    r"county|prefecture|voivodeship|voblasts'?|department|district|canton|parish|"
    r"autonomous (?:republic|oblast|okrug|region)|respublika|rayon|raion|län|vilayəti|"
    r"rayonu|maakond|i̇li|suyu|aymag|viloyati|vaivadija)$"
)


def countries() -> Iterator[Row]:
    """Yield each country of CLDR."""
    hand = {row["code"]: row for row in table("countries.tsv")}
    known = {language: Locale(language).territories for language in (*LANGUAGES, *OTHERS)}
    for code in sorted(known["en"]):
        if len(code) != 2 or not code.isalpha() or code in NO_PLACES:  # noqa: PLR2004  # an ISO code
            continue
        row = hand.get(code, {})
        more = pairs(row, "more")
        shown = {
            language: territories[code].split(" (")[0].replace("’", "'")
            for language, territories in known.items()
            if code in territories
        }
        first = {language: name for language, name in reversed(more) if language != "en"}
        yield Row(
            id=code,
            kind="country",
            country=code,
            en={"TR": "Turkey", "CD": "DR Congo"}.get(code, shown["en"]),
            uk=first.get("uk", shown["uk"]),
            ru=first.get("ru", shown["ru"]),
            names=[*more, *shown.items()],
            adjectives=pairs(row, "adjective"),
            peoples=pairs(row, "people"),
        )


def bare(name: str) -> str:
    """Return a division's name without the word for what it is."""
    return _UNIT.sub("", name).strip()


def _latin(division: Division) -> list[str]:
    found = [division.name, *division.aliases]
    return [name for name in dict.fromkeys(found) if names.LATIN.fullmatch(name)]


def _in_english(division: Division) -> str:
    """Return the name that English texts write most, the official one in doubt."""
    best, most = bare(division.name), frequency(bare(division.name), "en")
    if key_of(best) in USELESS:
        return division.name
    for name in _latin(division):
        if name.isupper() or key_of(bare(name)) in USELESS:
            continue
        written = frequency(bare(name), "en") if len(name.split()) < 3 else 0.0  # noqa: PLR2004
        if written > most + 0.5:
            best, most = bare(name), written
    return best


def _row(division: Division, translated: dict[str, str]) -> Row:
    en = _in_english(division)
    cyrillic = {
        language: names.cyrillic(division.aliases, language, en)
        for language in ("uk", "ru")
    }
    uk = translated.get("uk") or next(iter(cyrillic["uk"]), "")
    ru = translated.get("ru") or next(iter(cyrillic["ru"]), "")
    if not ru and division.code[:2] not in SMALL_PARTS:
        ru = translit.abroad_to_russian(uk)
    found = [(language, name) for language, name in translated.items() if language]
    if division.code[:2] in {"US", "CA", "AU"}:  # Polish declines their English names
        found.append(("pl", translated.get("pl", division.name)))
    found += [(lang, name) for lang, several in cyrillic.items() for name in several]
    found += [
        ("en" if frequency(bare(name), "en") >= 1.5 else "und", bare(name))  # noqa: PLR2004
        for name in _latin(division)
        if len(bare(name)) > 3 and key_of(bare(name)) not in USELESS  # noqa: PLR2004  # abbreviations
    ]
    return Row(
        id=division.code,
        kind="region",
        country=division.code[:2],
        region=division.code,
        en=en,
        uk=uk,
        ru=ru,
        names=found,
    )


def regions() -> dict[str, Row]:
    """Return the first-level regions of the world by ISO 3166-2 code.

    Those of Ukraine and Russia come from regions.tsv, those that the packages lack or give
    without their code from divisions.tsv, corrections from overrides.tsv.
    """
    translated = subdivisions()
    found: dict[str, Row] = {}
    hand = {row["code"]: row for row in table("regions.tsv")}
    for division in divisions():
        code = division.code
        if division.level != 1 or not code or not division.geonames:
            continue
        if code[:2] in PARTED:
            continue
        if code in hand:
            row = _by_hand(hand[code])
        elif code[:2] in {"UA", "RU"}:
            continue
        else:
            row = _row(division, translated.get(code, {}))
        found[code] = row
    for line in table("divisions.tsv"):
        if line["en"]:
            found[line["code"]] = _by_hand(line)
    for line in table("overrides.tsv"):
        _override(found[line["code"]], line)
    return found


def wider() -> dict[str, Row]:
    """Return the regions of wider.tsv, each inside one country, by id."""
    return {
        line["id"]: _by_hand({"code": line["id"], "centre": "", **line})
        for line in table("wider.tsv")
    }


def parts() -> dict[str, list[str]]:
    """Return the first-level regions that each of the regions of wider.tsv consists of."""
    return {line["id"]: split(line["parts"]) for line in table("wider.tsv")}


def groups() -> dict[str, list[str]]:
    """Return the ids of each group of groups.tsv by the keys of its names."""
    return {
        key_of(name): split(line["ids"])
        for line in table("groups.tsv")
        for language in LANGUAGES
        for name in (line["group"], *split(line[language]))
    }


def _by_hand(line: dict[str, str]) -> Row:
    """Return a region of a hand-kept table; without an ISO code it has no first level."""
    code = line["code"]
    return Row(
        id=code,
        kind="region",
        country=line.get("country") or code[:2],
        region="" if code.startswith("x-") else code,
        en=line["en"],
        uk=line["uk"],
        ru=line["ru"],
        names=pairs(line, "more"),
        adjectives=pairs(line, "adjective"),
        peoples=pairs(line, "people"),
    )


def _override(row: Row, line: dict[str, str]) -> None:
    wrong = set(split(line["not"]))
    row.en, row.uk, row.ru = (line[key] or getattr(row, key) for key in ("en", "uk", "ru"))
    row.names = [pair for pair in row.names if pair[1] not in wrong]
    row.names += pairs(line, "more")
    row.adjectives += pairs(line, "adjective")
    row.peoples += pairs(line, "people")
    row.abbreviations += split(line["abbreviations"])


def region_codes() -> dict[tuple[str, str], str]:
    """Return the ISO 3166-2 code of each (country, GeoNames code)."""
    found = {}
    for division in divisions():
        if division.level == 1 and division.code and division.geonames:
            country, _, admin1 = division.geonames.partition(".")
            found[country, admin1] = division.code
    for line in table("divisions.tsv"):
        for code in split(line["GeoNames"]):
            country, _, admin1 = code.partition(".")
            found[country, admin1] = line["code"]
    return found


def districts(codes: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Yield second-level divisions of the countries whose news names them."""
    people = {
        (line["region"], line["name"]): int(line["thousands"]) * 1_000
        for line in table("counties.tsv")
    }
    for division in divisions():
        parts = division.geonames.split(".")
        if division.level != 2 or len(parts) < 2 or parts[0] not in DISTRICTS:  # noqa: PLR2004
            continue
        region = codes.get((parts[0], parts[1]))
        if region is None or not division.id:
            continue
        latin = [name for name in _latin(division) if not name.startswith("Condado")]
        en = next((n for n in latin if n.endswith(("District", "County"))), division.name)
        cyrillic = [a for a in division.aliases if re.search("[а-я]", a)]
        ru = next((a for a in cyrillic if re.search(r"(?i)\sрайон$", a)), "")
        yield Row(
            id=f"g{division.id}",
            kind="district",
            country=parts[0],
            region=region,
            population=people.get((region, division.name), 0),
            en=en,
            uk=translit.russian_to_ukrainian(ru) if ru else "",
            ru=ru.replace("Район", "район"),
            names=[("en", en), ("en" if parts[0] in ENGLISH else "und", division.name)],
        )
