"""Invented feeds of the size of real ones: RSS and Atom, Ukrainian, Russian and English.

The figures (mean 92 kB and 22 entries, one in four with the whole text, markup in the
summaries) follow 433 real feeds; the words are made of syllables and mean nothing.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from loopback.documents import Template, make_template

SYLLABLES = {
    "uk": "бе ва ги до же зі ї ко ли мі на о при ро ств ті у фе хо ця че ше ю я ний ння",
    "ru": "бы ва ги до же зо ий ко лы ми на о при ро ств те у фе хо ца че ше ю я кий ние",
    "en": "ba con de er fi gra ho in jo ker la men no or pre qui re sta ti un ver wi ed ly",
}
VOCABULARY = 4_000  # words of one language
RANKS_OF_FREQUENT = 1_000
START = datetime(2026, 3, 2, 10, tzinfo=UTC)


class Writer:
    """Writes texts in one invented language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        """Make up the words."""
        self.language = language
        self._chance = chance
        syllables = SYLLABLES[language].split()
        self._words = [
            "".join(chance.choices(syllables, k=chance.randint(1, 4)))
            for _ in range(VOCABULARY)
        ]
        frequent = set(self._words[:RANKS_OF_FREQUENT])
        self._rare = [word for word in self._words if word not in frequent]
        self._weights = [1 / rank for rank in range(10, VOCABULARY + 10)]

    def words(self, count: int) -> str:
        """Return a sentence."""
        return " ".join(
            self._chance.choices(self._words, self._weights, k=count)
        ).capitalize()

    def rare_words(self, count: int) -> str:
        """Return words that few texts use, as people look for."""
        return " ".join(self._chance.choices(self._rare, k=count))

    def markup(self, size: int) -> str:
        """Return about `size` characters of HTML."""
        parts: list[str] = []
        length = 0
        while length < size:
            text = self.words(self._chance.randint(8, 50))
            lot = self._chance.random()
            part = f"<p>{text}.</p>\n"
            if lot < 0.3:  # noqa: PLR2004  # a share of the paragraphs
                link = f"https://news.invalid/{length}?a=1&b=2"
                part = f'<p>{text}, <a href="{link}">{self.words(2)}</a>.</p>\n'
            elif lot < 0.4:  # noqa: PLR2004  # likewise
                image = f"https://news.invalid/{length}.jpg"
                part = f'<img src="{image}" alt="{self.words(3)}" width="640"/>\n'
            elif lot < 0.5:  # noqa: PLR2004  # likewise
                part = (
                    f"<ul><li>{text}</li><li><strong>{self.words(4)}</strong></li></ul>\n"
                )
            parts.append(part)
            length += len(part.encode())
        return "".join(parts)


def _rss(writer: Writer, number: int, sizes: list[int], chance: random.Random) -> str:
    full = chance.random() < 0.25  # noqa: PLR2004  # of real feeds carry content:encoded
    items = []
    for position, size in enumerate(sizes):
        link = f"https://news{number}.invalid/{position}"
        at = format_datetime(START - timedelta(minutes=17 * position))
        lead = writer.markup(min(size, 400) if full else size)
        body = (
            f"<content:encoded><![CDATA[{writer.markup(size)}]]></content:encoded>"
            if full
            else ""
        )
        items.append(
            f"<item>\n<title>{escape(writer.words(9))}</title>\n<link>{link}</link>\n"
            f'<guid isPermaLink="false">{link}</guid>\n<pubDate>{at}</pubDate>\n'
            f"<dc:creator>{writer.words(2)}</dc:creator>\n"
            f"<category>{writer.words(1)}</category>\n"
            f"<description><![CDATA[{lead}]]></description>\n{body}"
            f'<media:content url="{link}.jpg" medium="image" width="1200" height="630"/>\n'
            "</item>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:media="http://search.yahoo.com/mrss/">\n<channel>\n'
        f"<title>{writer.words(2)}</title>\n<link>https://news{number}.invalid/</link>\n"
        f"<description>{writer.words(6)}</description>\n<language>{writer.language}</language>\n"
        f"{''.join(items)}</channel>\n</rss>\n"
    )


def _atom(writer: Writer, number: int, sizes: list[int], _: random.Random) -> str:
    entries = []
    for position, size in enumerate(sizes):
        link = f"https://blog{number}.invalid/{position}"
        at = (START - timedelta(minutes=31 * position)).isoformat()
        entries.append(
            f"<entry>\n<id>tag:blog{number}.invalid,2026:{position}</id>\n"
            f'<title type="html">{escape(writer.words(8))}</title>\n'
            f'<link rel="alternate" href="{link}"/>\n'
            f"<published>{at}</published>\n<updated>{at}</updated>\n"
            f"<author><name>{writer.words(2)}</name></author>\n"
            f'<category term="{writer.words(1)}"/>\n'
            f'<summary type="text">{writer.words(25)}</summary>\n'
            f'<content type="html">{escape(writer.markup(size))}</content>\n</entry>\n'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{writer.language}">\n'
        f"<id>tag:blog{number}.invalid,2026:feed</id>\n<title>{writer.words(2)}</title>\n"
        f'<link href="https://blog{number}.invalid/"/>\n<updated>{START.isoformat()}</updated>\n'
        f"{''.join(entries)}</feed>\n"
    )


def invent(*, count: int, seed: int) -> list[Template]:
    """Return `count` templates."""
    chance = random.Random(seed)  # noqa: S311  # a repeatable load, no secret
    writers = [Writer(language, chance) for language in SYLLABLES]
    kinds: list[tuple[Callable[..., str], str]] = [
        (_rss, "application/rss+xml; charset=utf-8"),
        (_rss, "text/xml"),
        (_rss, "application/rss+xml"),
        (_atom, "application/atom+xml; charset=utf-8"),
    ]
    templates = []
    for number in range(count):
        write, content_type = kinds[number % len(kinds)]
        entries = min(max(round(chance.lognormvariate(2.95, 0.5)), 8), 100)
        median = min(chance.lognormvariate(7.57, 1.0), 24_000)
        sizes = [round(median * chance.uniform(0.4, 1.8)) for _ in range(entries)]
        text = write(writers[chance.randrange(len(writers))], number, sizes, chance)
        templates.append(make_template(text.encode(), content_type))
    return templates
