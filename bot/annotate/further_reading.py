"""Headlines of other reports that an outlet adds to its own: "Also read: …"."""

import re
from collections.abc import Iterator

from bot.annotate.scan import Scan

MORE = re.compile(
    r"(?:also\s+read|read\s+(?:also|more|next)|see\s+also|related(?:\s+(?:stories|news|"
    r"articles))?|"
    r"more\s+on\s+this|recommended|don['’]t\s+miss|"
    r"чита(?:йте|ть)\s+(?:также|ещ[её]|по\s+теме|подробнее)|смотрите\s+также|по\s+теме|"
    r"ранее\s+по\s+теме|"
    r"чита(?:йте|ти)\s+(?:також|ще|за\s+темою)|дивіться\s+також|за\s+темою|"
    r"lesen\s+sie\s+auch|mehr\s+zum\s+thema|lire\s+aussi|à\s+lire|lea\s+también|"
    r"lee\s+también|"
    r"czytaj\s+(?:też|także|również)|zobacz\s+także|leggi\s+anche)"
    r"\s*[:：—–-]|(?:the\s+post\b.{0,200}?)?\bappeared\s+first\s+on\b|"
    r"\bfirst\s+published\s+on\b",
    re.IGNORECASE,
)
# A headline beside "Also read:" ends with its line, or where another sentence begins; after
# an abbreviation («в г. Белгород») none does.
_SENTENCE_END = re.compile(r"(?<=\w{4})[.!?…][»”\")]?\s+(?=[«“\"]?[A-ZА-ЯЁІЇЄҐ])")
_BODY = re.compile(r"[.…][»”\")]?\s*$")
_LONG_HEADLINE = 150  # characters; longer lines of several sentences are running text


def _end_of_list(text: str, start: int) -> int:
    """Return where the headlines after `start` end: at the first line of running text."""
    lines = text[start:].splitlines(keepends=True)
    if lines and lines[0].strip():
        last = _SENTENCE_END.search(text, start, start + len(lines[0]))
        return last.start() if last is not None else start + len(lines[0])
    end = start
    for line in lines:
        if _BODY.search(line) is not None or (
            len(line) > _LONG_HEADLINE and _SENTENCE_END.search(line) is not None
        ):
            break
        end += len(line)
    return end


def lists(scan: Scan) -> Iterator[tuple[int, int]]:
    """Yield where such lists stand, with the words before them."""
    until = 0
    for start, stop in scan.headings():
        for match in MORE.finditer(scan.text, start, stop):
            if match.start() >= until:
                until = _end_of_list(scan.text, match.end())
                yield match.start(), until


def without_list(text: str) -> str:
    """Return `text` without what it offers at its end to read as well."""
    found = [start for start, end in lists(Scan(text)) if not text[end:].strip()]
    return text[: min(found)].rstrip() if found else text
