"""Write rows into the file that bot.annotate.packed reads: same rows, same bytes."""

import json
import lzma
import math
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import marisa_trie

from bot.annotate.gazetteer import Flag
from bot.annotate.packed import (
    BLOCK,
    FOOTER,
    KINDS,
    MAGIC,
    NAMES,
    NO_CODE,
    NOWHERE,
    RECORD,
    VERSION,
    WEIGHT,
)
from bot.domain.model import Kind
from tools.gazetteer.rows import Row
from tools.gazetteer.senses import Words, packed_senses

# Two tries more than the default and the smallest cache save a sixtieth of the trie, and
# asking it takes no longer.
SMALL: dict[str, Any] = {"num_tries": 5, "cache_size": marisa_trie.TINY_CACHE}


def pack(rows: Iterable[Row], head: dict[str, Any], path: Path, words: Words) -> None:
    """Write the rows, in whatever order they come.

    Args:
        rows: The places, each with an id of its own.
        head: What else is known: sources, centres, inside, parts, groups.
        path: The file.
        words: Tells which forms are words or names of people as well.
    """
    ordered = sorted(rows, key=lambda row: row.id)
    marisa_trie.BinaryTrie(packed_senses(ordered, words), **SMALL).save(str(path))
    codes = _codes(ordered)
    place = {row.id: number for number, row in enumerate(ordered)}
    blocks = [
        _block(ordered[start : start + BLOCK]) for start in range(0, len(ordered), BLOCK)
    ]
    whole = {
        **head,
        "places": len(ordered),
        "countries": list(codes["countries"]),
        "regions": list(codes["regions"]),
        "districts": [place[code] for code in codes["districts"]],
        "blocks": list(accumulate(map(len, blocks), initial=0)),
        "first_ids": [row.id for row in ordered[::BLOCK]],
    }
    parts = (
        b"".join(_record(row, codes, _flags(row, head["centres"])) for row in ordered),
        b"".join(blocks),
        lzma.compress(json.dumps(whole, sort_keys=True).encode(), **NAMES),
    )
    ends = list(accumulate(map(len, parts), initial=path.stat().st_size))
    with path.open("ab") as file:
        file.write(b"".join(parts) + FOOTER.pack(MAGIC, VERSION, *ends))


def _codes(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Return the number by which records name each country, region and district."""
    named = {
        "countries": {row.country for row in rows},
        "regions": {row.region for row in rows if row.region},
        "districts": {row.district for row in rows if row.district},
    }
    return {
        kind: {code: number for number, code in enumerate(sorted(codes))}
        for kind, codes in named.items()
    }


def _flags(row: Row, centres: dict[str, str]) -> int:
    flags = sum(getattr(Flag, name.upper(), 0) for name in row.flags)
    return flags | (Flag.CENTRE if centres.get(row.region) == row.id else 0)


def _record(row: Row, codes: dict[str, dict[str, int]], flags: int) -> bytes:
    def degrees(value: float | None, most: int) -> int:
        return NOWHERE if value is None else round(value * 32_767 / most)

    return RECORD.pack(
        KINDS.index(Kind(row.kind)),
        flags,
        min(255, round(math.log10(row.population + 1) * WEIGHT)),
        codes["countries"][row.country],
        codes["regions"].get(row.region, NO_CODE),
        codes["districts"].get(row.district, NO_CODE),
        degrees(row.latitude, 90),
        degrees(row.longitude, 180),
    )


def _block(rows: Sequence[Row]) -> bytes:
    """Return ids, names and people, column after column: a tenth smaller than by rows."""
    lines = [(row.id, row.en, row.uk, row.ru, str(row.population)) for row in rows]
    cells = (cell for column in zip(*lines, strict=True) for cell in column)
    return lzma.compress("\n".join(cells).encode(), **NAMES)
