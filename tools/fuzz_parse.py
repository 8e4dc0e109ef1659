"""Parses mutated feeds for some minutes, and reports what no feed may cause.

    python tools/fuzz_parse.py FOLDER [--minutes 10] [--seed 1] [--keep FOLDER]

Each file under FOLDER is changed at random (bytes, tags, cuts, pieces of other files) and
parsed through the pool, as in production; then again with some of its entries known.
Findings are a dead worker, another error than ParseError, and a sliced document whose
entries are not those of the whole one. Prints one JSON object; exit 1 if it found anything.
"""

import argparse
import asyncio
import collections
import json
import random
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.errors import Fault, ParseError
from bot.domain.model import Document, KnownSlices, ParsedFeed
from bot.parse.worker import ParserPool

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
LARGEST = 300_000  # bytes; a larger file tells nothing more, and takes long
CONTENT_TYPES = (None, "text/xml", "text/xml; charset=windows-1251", "application/json")
TOKENS = (
    *(
        b"<item>",
        b"</item>",
        b"<entry>",
        b"</entry>",
        b"<item/>",
        b"<![CDATA[",
        b"]]>",
        b"&",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"-->",
        b"<?x?>",
        b"<?tocsin-mark?>",
        b"\0",
        b"\xff",
    ),
    *(b"xmlns:media='http://example.org/'", b"xmlns='http://www.w3.org/1999/xhtml'"),
    *(
        b"xml:base='/x/'",
        b"xml:lang='uk'",
        b"<channel>",
        b"</channel>",
        b"<image>",
        b"</image>",
    ),
    *(
        b"<content type='xhtml'><div>",
        b"</div></content>",
        b"<source>",
        b"</source>",
        b"<svg>",
    ),
    *(b"<title>", b"</title>", b"<!DOCTYPE rss>", b"<!ENTITY a 'b'>", b"&nbsp;", b"&#0;"),
    *("Україна".encode("cp1251"), "Ї".encode(), b"\xef\xbb\xbf", b"2026-03-02", b"{", b"]"),
)


ELEMENTS = b"""\
<item><title>x</title></item>
<entry><id>y</id></entry>
<item/>
<entry />
<source url='u'>s</source>
<source><title>s</title></source>
<author>a@example.org (a)</author>
<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><title>t</title></div></content>
<content>c<div>d</div></content>
<content type='html'>&lt;p&gt;</content>
<svg xmlns='http://www.w3.org/2000/svg'><title>t</title></svg>
<summary>s</summary>
<image><title>i</title><url>u</url></image>
<textInput><name>n</name></textInput>
<a:description xmlns:a='http://search.yahoo.com/mrss/'>m</a:description>
<?tocsin-mark?>
<media:x xmlns:media='http://purl.org/dc/elements/1.1/'>q</media:x>
<link>/l</link>
<link href='/k' xml:base='http://b.example.org/'/>
<title xml:lang='uk'>t</title>
<guid>/g</guid>
<pubDate>02.03.2026 10:00</pubDate>
<language>ru</language>
<description><![CDATA[<p>d</p>]]></description>
<body><p>x</p></body>
<rss/>
<channel/>
<feed xml:lang='de'/>
<div>d</div>
<category>k</category>
""".splitlines()
_ELEMENT = re.compile(rb"<([\w:.-]+)(?:\s[^<>]*)?>[^<>]{0,200}</\1>")


def mutate(body: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return `body` changed in one to eight places; often it stays well-formed."""
    data = bytearray(body)
    change = chance.choice((_break, _grow))
    for _ in range(chance.randint(1, 8)):
        change(data, others, chance)
    return bytes(data)


def _grow(data: bytearray, _others: list[bytes], chance: random.Random) -> None:
    """Put an element where another one ends, or take one away."""
    ends = [found.end() for found in re.finditer(rb"</[\w:.-]+>|/>", data)]
    elements = list(_ELEMENT.finditer(bytes(data)))
    if not ends or not elements:
        return
    element = chance.choice(elements)
    if chance.randrange(4) == 0:
        del data[element.start() : element.end()]
    else:
        at = chance.choice(ends)
        data[at:at] = chance.choice((chance.choice(ELEMENTS), element[0]))


def _break(data: bytearray, others: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 4, 40, 400, 4000)))
    match chance.randrange(6):
        case 0:
            data[at:at] = chance.choice(TOKENS)
        case 1:
            del data[at:end]
        case 2:
            data[at:at] = data[at:end] * chance.choice((1, 1, 3, 30))
        case 3:
            data[at:end] = chance.randbytes(min(end - at, 8))
        case 4:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            data[at:at] = other[start : start + chance.choice((20, 200, 2000))]
        case _:
            _swap_tags(data, chance)


def _swap_tags(data: bytearray, chance: random.Random) -> None:
    """Put a tag of the document where another is."""
    opens = [index for index, byte in enumerate(data) if byte == ord("<")]
    if len(opens) > 1:
        one, other = chance.sample(opens, 2)
        close = data.find(b">", one)
        tag = bytes(data[one : close + 1])
        data[other:other] = tag


class Fuzzer:
    """Counts what becomes of mutated documents."""

    def __init__(self, files: list[bytes], seed: int, keep: Path | None) -> None:
        self._files = files
        self._chance = random.Random(seed)  # noqa: S311  # not for secrets
        self._keep = keep
        self.counts: collections.Counter[str] = collections.Counter()
        self.findings: list[str] = []
        self.slowest = 0.0

    async def run(self, seconds: float) -> None:
        """Mutate and parse until the time is over."""
        end = time.monotonic() + seconds
        async with ParserPool(workers=1) as pool:
            while time.monotonic() < end:
                body = mutate(self._chance.choice(self._files), self._files, self._chance)
                await self._try(pool, body)

    async def _try(self, pool: ParserPool, body: bytes) -> None:
        self.counts["documents"] += 1
        document = Document(
            url=URL, body=body, content_type=self._chance.choice(CONTENT_TYPES)
        )
        start = time.monotonic()
        try:
            whole = await pool.parse(document, now=NOW)
            self.counts["feeds"] += 1
            await self._compare(pool, document, whole)
        except ParseError as error:
            self.counts[f"refused: {error.kind}"] += 1
            if "died" in error.reason:
                self._found("a dead worker", body)
        except Exception as error:  # noqa: BLE001  # any is a finding
            self._found(repr(error), body)
        self.slowest = max(self.slowest, time.monotonic() - start)

    async def _compare(
        self, pool: ParserPool, document: Document, whole: ParsedFeed
    ) -> None:
        if not whole.slices:
            return
        self.counts["sliced"] += 1
        size = self._chance.randint(0, len(whole.slices))
        slices = frozenset(self._chance.sample(whole.slices, size))
        known = KnownSlices(skeleton=whole.skeleton, slices=slices)
        rest = await pool.parse(document, now=NOW, known=known)
        expected = tuple(entry for entry in whole.entries if entry.slice not in slices)
        if not rest.slices:
            self.counts["read whole after all"] += 1
        elif rest.entries != expected or rest.slices != whole.slices:
            self._found("a sliced document that means something else", document.body)

    def _found(self, what: str, body: bytes) -> None:
        number = len(self.findings)
        self.findings.append(what)
        if self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / f"{number}.feed").write_bytes(body)


def main() -> int:
    """Fuzz as the command line says."""
    parser = argparse.ArgumentParser(description="Parse mutated feeds.")
    parser.add_argument("folder", type=Path, help="feed files, in any folders below it")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where findings are written")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file())
    files = [path.read_bytes() for path in paths if 0 < path.stat().st_size <= LARGEST]
    if not files:
        print(f"{options.folder}: no files", file=sys.stderr)
        return 2
    fuzzer = Fuzzer(files, options.seed, options.keep)
    asyncio.run(fuzzer.run(options.minutes * 60))
    slowest = round(fuzzer.slowest, 2)
    report = {"files": len(files), **fuzzer.counts, "slowest_seconds": slowest}
    print(json.dumps({**report, "findings": fuzzer.findings}))
    return 1 if fuzzer.findings or f"refused: {Fault.INTERNAL}" in fuzzer.counts else 0


if __name__ == "__main__":
    sys.exit(main())
