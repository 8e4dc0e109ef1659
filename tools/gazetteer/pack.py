"""Write rows into the one file that bot.annotate.packed reads; the same rows, the same bytes."""

import json
import lzma
import math
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import marisa_trie
from marks import people, readings_of
from divisions import USELESS
from rows import Row
from sources import frequency

from bot.annotate.gazetteer import Flag
from bot.annotate.keys import (
    INFLECTED,
    Form,
    Mark,
    adjective_keys,
    key_of,
    name_keys,
    people_keys,
    town_adjective_keys,
)
from bot.annotate.paradigms import land_names, people_forms
from bot.annotate.packed import (
    BLOCK,
    FOOTER,
    KINDS,
    LANGUAGES,
    MAGIC,
    NO_CODE,
    NAMES,
    NOWHERE,
    RECORD,
    SENSE,
    SEPARATOR,
    VERSION,
    WEIGHT,
)
from bot.domain.model import Kind

HAS_ADJECTIVE = frozenset({"UA", "RU", "BY"})
LARGE_ABROAD = 500_000  # people, from which a foreign city's adjective is known
TOWN = 6_000  # people, from which something is called after the town
CITY = 200_000  # people, from which those who live there have a name that news uses
TOO_COMMON = 4.6
# Words that begin with a capital wherever they stand, and are hardly ever a place.
NEVER = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas college "
    "university hospital county country club the king queen prince young white black green "
    "smith jones university park".split()
)
Keyed = tuple[str, Form, str, int]  # key, form, language, marks


def keys_of(row: Row) -> Iterator[Keyed]:
    """Yield (key, form, language, marks) of all that names the place of a row."""
    kind = Kind(row.kind)
    if row.kind == "district":
        yield from _district_keys(row)
        return
    for language, name in row.all_names():
        rare = Mark.RARE if name in row.rare else 0
        for index, key in enumerate(name_keys(name, language, kind)):
            oblique = Mark.OBLIQUE if index and language in INFLECTED else 0
            yield key, Form.NAME, language, rare | oblique
    for language, name in row.adjectives:
        for key in adjective_keys(name, language):
            yield key, Form.ADJECTIVE, language, 0
        for form in sorted(land_names(name, language)) if row.country in HAS_ADJECTIVE else ():
            yield key_of(form), Form.NAME, language, Mark.OBLIQUE
    for language, name in row.peoples:
        for key in people_keys(name, language):
            yield key, Form.PEOPLE, language, 0
    for name in row.abbreviations:
        yield key_of(name), Form.ABBREVIATION, "en", 0
    yield from _town_adjectives(row)


def _district_keys(row: Row) -> Iterator[Keyed]:
    """Yield a district's names, and its adjective: the word for a district may stand apart."""
    for language, name in row.all_names():
        yield key_of(name), Form.NAME, language, 0
        adjective, _, unit = key_of(name).rpartition(" ")
        if unit == "район" and adjective:
            for key in adjective_keys(adjective, language):
                yield key, Form.TOWN_ADJECTIVE, language, 0


def _town_adjectives(row: Row) -> Iterator[Keyed]:
    home = row.country in HAS_ADJECTIVE and (
        row.population >= TOWN or not row.flags.isdisjoint({"notable", "seat"})
    )
    if row.kind != "settlement" or not (home or row.population >= LARGE_ABROAD):
        return
    for language, name in (("uk", row.uk), ("ru", row.ru)):
        for key in town_adjective_keys(name, language) if name else ():
            yield key, Form.TOWN_ADJECTIVE, language, 0
        for form in sorted(people_forms(name, language)) if row.population >= CITY else ():
            yield key_of(form), Form.PEOPLE, language, 0


def _sense(form: Form, language: str, marks: int, number: int) -> bytes:
    head = LANGUAGES.index(language) << 4 | form
    return SENSE.pack(head, marks, number >> 16, number & 0xFFFF)


def _senses(rows: Sequence[Row]) -> set[bytes]:
    found: set[bytes] = set()
    else_where: dict[str, set[tuple[Form, str]]] = {}
    for number, row in enumerate(rows):
        best: dict[tuple[str, str], tuple[Form, int]] = {}
        for key, form, language, marks in keys_of(row):
            known = best.get((key, language))
            if known is None or form < known[0]:
                best[key, language] = form, marks
        for (key, language), (form, marks) in best.items():
            if " " not in key and key not in else_where:
                else_where[key] = set(readings_of(key, latin=key[:1].isascii()))
            if _is_hopeless(row, key, language, else_where.get(key, set())):
                continue
            found.add(key.encode() + SEPARATOR + _sense(form, language, marks, number))
    for language, (given, _) in people().items():
        for key in given:
            else_where.setdefault(key, set()).add((Form.GIVEN, language))
    for key, several in else_where.items():
        for form, language in several:
            found.add(key.encode() + SEPARATOR + _sense(form, language, 0, 0))
    return found


def _is_hopeless(
    row: Row, key: str, language: str, also: set[tuple[Form, str]]
) -> bool:
    """Return whether a form is so common a word that no text means a small place by it."""
    if len(key) < 2 or (row.kind == "settlement" and key in NEVER) or key in USELESS:  # noqa: PLR2004
        return True
    small = row.kind == "settlement" and row.population < LARGE_ABROAD
    return small and (Form.WORD, language) in also and frequency(key, language) >= TOO_COMMON


def _flags(row: Row, centres: dict[str, str]) -> int:
    flags = sum(getattr(Flag, name.upper(), 0) for name in row.flags)
    return flags | (Flag.CENTRE if centres.get(row.region) == row.id else 0)


def _record(row: Row, numbers: dict[str, dict[str, int]], flags: int) -> bytes:
    def degrees(value: float | None, most: int) -> int:
        return NOWHERE if value is None else round(value * 32_767 / most)

    return RECORD.pack(
        KINDS.index(Kind(row.kind)),
        flags,
        min(255, round(math.log10(row.population + 1) * WEIGHT)),
        numbers["countries"][row.country],
        numbers["regions"].get(row.region, NO_CODE),
        numbers["districts"].get(row.district, NO_CODE),
        degrees(row.latitude, 90),
        degrees(row.longitude, 180),
    )


def pack(rows: Sequence[Row], head: dict[str, Any], path: Path) -> None:
    """Write the rows, which are sorted by id; `head` says what else is known."""
    trie = marisa_trie.BinaryTrie(sorted(_senses(rows)))
    trie.save(str(path))
    place = {row.id: number for number, row in enumerate(rows)}
    lists = {
        "countries": sorted({row.country for row in rows}),
        "regions": sorted({row.region for row in rows if row.region}),
        "districts": sorted({row.district for row in rows if row.district}),
    }
    numbers = {name: {code: i for i, code in enumerate(codes)} for name, codes in lists.items()}
    records = b"".join(_record(r, numbers, _flags(r, head["centres"])) for r in rows)
    lines = [
        "\t".join((row.id, row.en, row.uk, row.ru, str(row.population))) for row in rows
    ]
    blocks = [
        lzma.compress("\n".join(lines[start : start + BLOCK]).encode(), **NAMES)
        for start in range(0, len(lines), BLOCK)
    ]
    offsets = [0]
    for block in blocks:
        offsets.append(offsets[-1] + len(block))
    head = {
        **head,
        "places": len(rows),
        "countries": lists["countries"],
        "regions": lists["regions"],
        "districts": [place[code] for code in lists["districts"]],
        "blocks": offsets,
        "first_ids": [rows[start].id for start in range(0, len(rows), BLOCK)],
    }
    with path.open("ab") as file:
        at = file.tell()
        file.write(records)
        blocks_at = file.tell()
        file.write(b"".join(blocks))
        head_at = file.tell()
        file.write(zlib.compress(json.dumps(head, sort_keys=True).encode(), 9))
        end = file.tell()
        file.write(FOOTER.pack(MAGIC, VERSION, at, blocks_at, head_at, end))
