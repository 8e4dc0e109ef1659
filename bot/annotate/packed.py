"""The compiled gazetteer: one file, mapped into memory, read where it is asked.

The file is made by ``make gazetteer``. In this order: a trie (marisa-trie) whose keys are
``form 0xFF sense``; a record of fixed size for each place; the places' names in compressed
blocks; a head (JSON, compressed); a footer with where each part begins. Places are sorted
by id, so that an id is found by bisection; everywhere else a place is its number.
"""

import json
import lzma
import mmap
import struct
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import marisa_trie

from bot.domain.model import Kind

MAGIC: Final = b"TCSN"
VERSION: Final = 4
FOOTER: Final = struct.Struct("<4sIQQQQ")  # magic, version, records, blocks, head, end
RECORD: Final = struct.Struct("<BBBBHHhh")
SENSE: Final = struct.Struct(">BBH")  # code of form and language, place in three bytes
SEPARATOR: Final = b"\xff"  # in no UTF-8
BLOCK: Final = 512  # places whose names are compressed together
COLUMNS: Final = 5  # of a place's line
NAMES: Final[dict[str, Any]] = {  # a raw stream: a sixth smaller than zlib's
    "format": lzma.FORMAT_RAW,
    # By two letters of context and without alignment it is a fiftieth smaller again.
    "filters": [
        {"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 18, "lc": 2, "pb": 0}
    ],
}
NOWHERE: Final = -32_768  # no latitude or longitude
NO_CODE: Final = 0xFFFF
KINDS: Final = (Kind.COUNTRY, Kind.REGION, Kind.DISTRICT, Kind.SETTLEMENT)
LANGUAGES: Final = ("en", "uk", "ru", "pl", "de", "fr", "es", "it", "tr", "pt", "ar", "und")
WEIGHT: Final = 25  # steps of a record's weight in one power of ten


class Spot(NamedTuple):
    """What the matcher asks of a place: all but its names.

    `weight` is the decimal logarithm of its population; `flags` bits of `Flag`; `country`
    and `region` are codes, "" for none; `district` is a place's number or -1; latitude and
    longitude are degrees, None if unknown.
    """

    kind: Kind
    flags: int
    weight: float
    country: str
    region: str
    district: int
    latitude: float | None
    longitude: float | None


class Packed:
    """The file, opened; raises OSError or ValueError if it is not one of ours."""

    def __init__(self, path: Path) -> None:
        """Map the file into memory."""
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        footer = FOOTER.unpack_from(self._data, len(self._data) - FOOTER.size)
        magic, version, self._records, self._blocks, head, end = footer
        if (magic, version) != (MAGIC, VERSION):
            msg = f"{path}: not a gazetteer of version {VERSION}: run make gazetteer"
            raise ValueError(msg)
        self._trie = marisa_trie.BinaryTrie()
        self._trie.mmap(str(path))
        self.head: dict[str, Any] = json.loads(
            lzma.decompress(self._data[head:end], **NAMES)
        )
        self._offsets: list[int] = self.head.pop("blocks")
        self._first_ids: list[str] = self.head.pop("first_ids")
        self._countries: list[str] = self.head["countries"]
        self._regions: list[str] = self.head["regions"]
        self._districts: list[int] = self.head.pop("districts")
        self.count: int = self.head["places"]
        # A block is 23 KB as text, four times that as strings: half a millisecond to
        # unpack, a tenth of that to split.
        self._text = lru_cache(maxsize=4)(self._unpack)
        self._cells = lru_cache(maxsize=2)(self._split)
        # What every mention tells of its place: of all blocks 2 MB, never unpacked twice.
        self._titles = lru_cache(maxsize=None)(self._join)
        self.number = lru_cache(maxsize=512)(self._number)

    def senses(self, key: str) -> list[bytes]:
        """Return the packed senses of a key, none for what names no place."""
        prefix = key.encode() + SEPARATOR
        cut = len(prefix)
        return [found[cut:] for found in self._trie.keys(prefix)]

    def has(self, start: str) -> bool:
        """Return whether a key begins with these characters, or is them."""
        return next(self._trie.iterkeys(start.encode()), None) is not None

    def spot(self, number: int) -> Spot:
        """Return the record of a place."""
        start = self._records + number * RECORD.size
        kind, flags, weight, country, region, district, latitude, longitude = (
            RECORD.unpack_from(self._data, start)
        )
        return Spot(
            KINDS[kind],
            flags,
            weight / WEIGHT,
            self._countries[country],
            "" if region == NO_CODE else self._regions[region],
            -1 if district == NO_CODE else self._districts[district],
            None if latitude == NOWHERE else latitude * 90 / 32_767,
            None if longitude == NOWHERE else longitude * 180 / 32_767,
        )

    def line(self, number: int) -> list[str]:
        """Return a place's id, its names in English, Ukrainian, Russian, its population."""
        block, row = divmod(number, BLOCK)
        cells = self._cells(block)
        return cells[row :: len(cells) // COLUMNS]

    def title(self, number: int) -> tuple[str, str]:
        """Return a place's id and its name in English."""
        block, row = divmod(number, BLOCK)
        place_id, _, name = self._titles(block).split(b"\n", row + 1)[row].partition(b"\t")
        return place_id.decode(), name.decode()

    def _join(self, block: int) -> bytes:
        cells = self._text(block).split(b"\n")
        rows = len(cells) // COLUMNS
        pairs = zip(cells[:rows], cells[rows : 2 * rows], strict=True)
        return b"\n".join(map(b"\t".join, pairs))

    def _split(self, block: int) -> list[str]:
        """Return the columns of a block one after the other: compressed best so."""
        return self._text(block).decode().split("\n")

    def _unpack(self, block: int) -> bytes:
        start, end = self._offsets[block : block + 2]
        return lzma.decompress(
            self._data[self._blocks + start : self._blocks + end], **NAMES
        )

    def _number(self, place_id: str) -> int | None:
        """Return the number of the place with that id."""
        block = bisect_right(self._first_ids, place_id) - 1
        if block < 0:
            return None
        cells = self._cells(block)
        ids = cells[: len(cells) // COLUMNS]
        return block * BLOCK + ids.index(place_id) if place_id in ids else None
