"""What an alert looks like (pure).

The first line is the headline, for a push notification shows about a hundred characters.
Then where, when, the summary as a quotation, who reports it, and why the chat gets it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.deliver.accounts import account_lines
from bot.deliver.change import change_lines
from bot.deliver.html import Html, bold, fill, italic, join, link, quote, text
from bot.deliver.plain import is_web_url, line, units
from bot.domain.folding import fold
from bot.domain.model import AlertCard, Button, CardSource, Outgoing
from bot.i18n import Texts
from bot.i18n.texts import named_zone

AIM = 700  # UTF-16 units to see; longer messages are skipped, and meet flood limits sooner
MAX_TITLE = 300
MAX_SUMMARY = 300
MIN_SUMMARY = 60  # a shorter rest of a summary says nothing
MAX_QUOTE = 100
MAX_NAME = 40
MAX_REGION = 80  # of a region with its places: two lines of a phone
MAX_PLACES = 5
MAX_EVIDENCE = 6
MAX_OUTLETS = 8
ONE_MINUTE = timedelta(minutes=1)
SEPARATOR = " · "
SETTINGS = "v1:s:"  # this and the next two: screens of bot/chat
STORY = "v1:story:{}"
MUTE = "v1:mutes:{}"
_NAME_ENDS = re.compile(r" · |: |, ")  # between the names of the line of places


def alert_card(card: AlertCard, texts: Texts, *, now: datetime, time_zone: str) -> Outgoing:
    """Return the message for one story, as first sent and as edited later.

    Args:
        card: The story's first entry and its outlets in order.
        texts: Of the reader's language.
        now: Current time, aware; an entry's age is counted from it.
        time_zone: The chat's, as the IANA database names it; UTC if there is none.
    """
    outlets = tuple(_outlets(card.sources))
    head = bold(line(card.title, MAX_TITLE) or texts.gettext("Untitled"))
    if card.changes:
        head = join("\n", (head, *change_lines(card.changes, texts)))
    facts = join("\n", _facts(card, len(outlets), texts, now=now, time_zone=time_zone))
    accounts = join("\n", account_lines(card.accounts, texts, limit=MAX_QUOTE))
    origin = join("\n", _origin(card, outlets, texts))
    blocks = [head, facts, accounts, origin]
    room = AIM - sum(block.length + 2 for block in blocks)
    summary = _summary(card, room)
    if summary:
        blocks.insert(2, quote(summary))
    return outgoing(
        join("\n\n", (block for block in blocks if block)),
        buttons=_buttons(card, texts),
        silent=card.is_silent,
    )


def outgoing(
    message: Html, *, buttons: Sequence[Sequence[Button]] = (), silent: bool = False
) -> Outgoing:
    """Return `message` ready for Telegram; rows without a button are left out."""
    return Outgoing(
        html=message.html,
        plain=message.plain,
        links=message.links,
        buttons=tuple(tuple(row) for row in buttons if row),
        silent=silent,
    )


def _facts(
    card: AlertCard, outlets: int, texts: Texts, *, now: datetime, time_zone: str
) -> Iterator[Html]:
    """Yield the lines that say where and when."""
    if where := _place_line(card, texts):
        yield text(f"📍 {where}")
    zone = named_zone(time_zone)
    name = str(zone)
    when = texts.time(card.published_at, name)
    if card.published_at.astimezone(zone).date() != now.astimezone(zone).date():
        when = f"{texts.date(card.published_at, name)}, {when}"
    age = now - card.published_at
    # "just now" would still stand there when the message is read an hour later.
    parts = [f"🕒 {when}" + (f" ({texts.relative(age)})" if age >= ONE_MINUTE else "")]
    if outlets == 1 and not card.changes:  # of the change only
        parts.append(texts.gettext("unconfirmed: one outlet so far"))
    if outlets > 1 and not card.changes:
        parts.append(counted_outlets(outlets, card.origins, texts))
    yield text(SEPARATOR.join(parts))


def counted_outlets(outlets: int, origins: int, texts: Texts) -> str:
    """Return how many outlets tell it, and from how many origins if these are fewer."""
    counted = texts.ngettext("{count} outlet", "{count} outlets", outlets)
    if not 0 < origins < outlets:
        return counted.format(count=outlets)
    its = texts.ngettext("{count} origin", "{count} origins", origins)
    return f"{counted.format(count=outlets)}, {its.format(count=origins)}"


def _place_line(card: AlertCard, texts: Texts) -> str:
    """Return the places that are shown."""
    names = (_whole_names(place, texts) for place in card.places)
    found = list(dict.fromkeys(name for name in names if name))
    if len(found) > MAX_PLACES:
        found[MAX_PLACES:] = [_and_more(len(found) - MAX_PLACES, texts)]
    return SEPARATOR.join(found)


def _whole_names(place: str, texts: Texts) -> str:
    """Return a region with as many of its places as fit, each in full."""
    count = place.count(", ") + 1
    names = line(place, MAX_REGION * 2).split(", ")
    for shown in range(len(names), 0, -1):
        more = count - shown
        told = ", ".join((*names[:shown], *([_and_more(more, texts)] if more else [])))
        if units(told) <= MAX_REGION:
            return told
    return line(place, MAX_REGION)


def _and_more(count: int, texts: Texts) -> str:
    return texts.gettext("and {count} more").format(count=count)


def _summary(card: AlertCard, room: int) -> str:
    """Return the summary that fits; "" if it only says the headline again."""
    limit = min(MAX_SUMMARY, room)
    summary = line(card.summary, MAX_SUMMARY * 2)
    said = fold(line(card.title, MAX_TITLE * 2)).strip(" .…")
    if limit < MIN_SUMMARY or not summary or said.startswith(fold(summary).strip(" .…")):
        return ""
    return line(summary, limit)


def _outlets(sources: Sequence[CardSource]) -> Iterator[tuple[str, str | None]]:
    """Yield each outlet once, as its name and the link to its entry, in order."""
    seen: set[str] = set()
    for source in sources:
        name = line(source.outlet, MAX_NAME) or _host(source.url)
        key = fold(name)
        if name and key not in seen:
            seen.add(key)
            yield name, source.url


def _host(url: str | None) -> str:
    """Return the host of a link, as the name of an outlet that has none."""
    if url is None or not is_web_url(url):
        return ""
    return line((urlsplit(url).hostname or "").removeprefix("www."), MAX_NAME)


def _origin(
    card: AlertCard, outlets: Sequence[tuple[str, str | None]], texts: Texts
) -> Iterator[Html]:
    """Yield the lines that say who reports it, and what matched but is no place above."""
    links = [link(name, url) for name, url in outlets[:MAX_OUTLETS]]
    if len(outlets) > MAX_OUTLETS:
        links.append(text(_and_more(len(outlets) - MAX_OUTLETS, texts)))
    if links:
        yield links[0]
    if len(links) > 1:
        yield fill(texts.gettext("also: {outlets}"), outlets=join(SEPARATOR, links[1:]))
    matched = list(_matched(card, texts))
    if matched:
        yield (
            italic(texts.gettext("Matched:")) + f" {SEPARATOR.join(matched[:MAX_EVIDENCE])}"
        )


def _matched(card: AlertCard, texts: Texts) -> Iterator[str]:
    """Yield what matched and does not stand in the line of places already."""
    named = {fold(name) for name in _NAME_ENDS.split(_place_line(card, texts))}
    pointer = card.pointer
    if pointer is not None and (pointer.km or fold(pointer.words) not in named):
        place = line(pointer.place, MAX_NAME)
        where = place if pointer.km is None else texts.around(place, pointer.km)
        yield f"{line(pointer.words, MAX_NAME)} → {where}"
        named.add(fold(place))
    words = (line(word, MAX_NAME) for word in card.evidence)
    yield from dict.fromkeys(word for word in words if word and fold(word) not in named)


def find_page(card: AlertCard) -> str | None:
    """Return the page to read, whose picture is shown: of the first outlet that has one."""
    return next((s.url for s in card.sources if s.url and is_web_url(s.url)), None)


def _buttons(card: AlertCard, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Return the rows: read the entry, its story; hear no more of it, the settings."""
    url = find_page(card)
    # Not inside an f-string, where the extraction of messages does not look.
    read, settings = texts.gettext("Read"), texts.gettext("Settings")
    story, mute = texts.gettext("Story"), texts.gettext("Mute story")
    to_entry = (Button(text=f"📖 {read}", url=url),) if url else ()
    to_settings = Button(text=f"⚙️ {settings}", data=SETTINGS)
    if card.story_id is None:
        return ((*to_entry, to_settings),)
    return (
        (*to_entry, Button(text=f"🧵 {story}", data=STORY.format(card.story_id))),
        (Button(text=f"🔕 {mute}", data=MUTE.format(card.story_id)), to_settings),
    )
