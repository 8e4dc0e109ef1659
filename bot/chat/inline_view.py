"""What inline mode offers (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from bot.chat.view import Reader, message
from bot.deliver.html import bold, link
from bot.deliver.plain import is_web_url, line
from bot.deliver.render import SEPARATOR
from bot.domain.model import Outgoing
from bot.i18n import mark
from bot.store.entries import StoredEntry

MAX_TITLE: Final = 200
MAX_OUTLET: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One entry to choose, and the message that is sent if it is chosen."""

    id: str
    title: str
    description: str
    url: str | None
    message: Outgoing


class WhyNot(Enum):
    """Why nothing is offered."""

    FOLLOWS_NOTHING = mark("You follow nothing yet: choose a region")
    NO_QUERY = mark("This cannot be read as a query")
    NOTHING_FOUND = mark("Nothing found. Follow it in a chat with me")
    LEFT_OUT = mark("Found only in what you muted or did not choose")


def why_not(reason: WhyNot, reader: Reader) -> str:
    """Return what stands instead of offers, on a button that leads to the private chat."""
    return reader.texts.gettext(reason.value)


def articles(found: Sequence[StoredEntry], reader: Reader) -> tuple[Article, ...]:
    """Return what is offered: the headline, and under it outlet and time."""
    return tuple(_article(entry, reader) for entry in found)


def _article(entry: StoredEntry, reader: Reader) -> Article:
    title = line(entry.title, MAX_TITLE) or reader.texts.gettext("Untitled")
    outlet = line(entry.publisher or entry.outlet, MAX_OUTLET)
    zone = reader.time_zone
    when = reader.texts.moment(entry.published_at, now=reader.now, zone=zone)
    # The message is read in another chat and later: it says date and zone.
    date = reader.texts.date(entry.published_at, zone)
    at = f"{date}, {reader.texts.time(entry.published_at, zone)}"
    facts = SEPARATOR.join(part for part in (outlet, at) if part)
    return Article(
        id=str(entry.id),
        title=title,
        description=SEPARATOR.join(part for part in (outlet, when) if part),
        url=entry.link if entry.link and is_web_url(entry.link) else None,
        message=message(bold(link(title, entry.link)) + f"\n{facts}"),
    )
