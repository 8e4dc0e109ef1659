"""What a digest looks like (pure): one page, its stories region by region.

A page never needs more than `MAX_UNITS`: what a story may take is bounded, so that which
stories stand on a page does not depend on how long they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.deliver.change import change_line
from bot.deliver.html import Html, bold, fill, italic, join, link, text
from bot.deliver.plain import line
from bot.deliver.render import SEPARATOR, SETTINGS, outgoing
from bot.domain.model import Button, DigestCard, DigestLine, Occasion, Outgoing
from bot.i18n import Texts, mark

MAX_UNITS: Final = 3_500  # UTF-16 units to see; Telegram takes 4,096
MAX_TITLE: Final = 200
MAX_CHANGED_TITLE: Final = 110  # of a story with what changed in it beneath
MAX_CHANGES: Final = 90
MAX_OUTLET: Final = 40
MAX_GROUP: Final = 40
PAGER: Final = "v1:d:"  # turns the pages (bot/chat)

# From this hour on; the rest of the night belongs to the first.
_BY_HOUR: Final = (
    (22, mark("Night digest")),
    (17, mark("Evening digest")),
    (12, mark("Afternoon digest")),
    (4, mark("Morning digest")),
    (0, mark("Night digest")),
)
_TITLES: Final = {
    Occasion.ASKED: mark("Digest"),
    Occasion.WAITED: mark("What came meanwhile"),
    Occasion.MANY: mark("A lot at once"),
}


def digest_card(card: DigestCard, texts: Texts, *, time_zone: str) -> Outgoing:
    """Return the message of one page.

    Args:
        card: The page.
        texts: Of the reader's language.
        time_zone: The chat's, by which times are shown.
    """
    when = f"{texts.weekday(card.at, time_zone)}, {texts.clock(card.at, time_zone)}"
    title = _title(card, texts, time_zone)
    head = join(
        "\n", (text("🗞 ") + bold(title) + f"{SEPARATOR}{when}", _count(card, texts))
    )
    blocks = [head, *_groups(card, texts, time_zone)]
    # Alerts that were held make themselves heard as an alert does; a digest need not.
    is_silent = card.occasion in {Occasion.DIGEST, Occasion.ASKED}
    made = outgoing(join("\n\n", blocks), buttons=_buttons(card, texts), silent=is_silent)
    return replace(made, can_wait=True)


def _title(card: DigestCard, texts: Texts, time_zone: str) -> str:
    if card.occasion is not Occasion.DIGEST:
        return texts.gettext(_TITLES[card.occasion])
    hour = int(texts.clock(card.at, time_zone)[:2])
    return texts.gettext(next(title for start, title in _BY_HOUR if hour >= start))


def _count(card: DigestCard, texts: Texts) -> str:
    if not card.count:
        return texts.gettext("Nothing new since the last one.")
    count = texts.ngettext("{count} story", "{count} stories", card.count)
    return count.format(count=card.count)


def _groups(card: DigestCard, texts: Texts, time_zone: str) -> Iterator[Html]:
    """Yield each region's stories under its name."""
    lines: list[Html] = []
    heading: str | None = None
    for number, story in enumerate(card.lines, card.first):
        if lines and story.group != heading:
            yield join("\n", lines)
            lines = []
        if not lines:
            heading = story.group
            name = line(story.group, MAX_GROUP) or texts.gettext("Elsewhere")
            lines.append(bold(name))
        lines.append(_line(number, story, card.at, texts, time_zone))
    if lines:
        yield join("\n", lines)


def _line(
    number: int, story: DigestLine, at: datetime, texts: Texts, time_zone: str
) -> Html:
    changed = line(change_line(story.changes, texts), MAX_CHANGES)
    title = line(story.title, MAX_CHANGED_TITLE if changed else MAX_TITLE)
    more = f" +{story.more}" if story.more else ""
    outlet = f"{line(story.outlet, MAX_OUTLET)}{more}".strip()
    if 0 < story.origins <= story.more:
        origins = texts.ngettext("{count} origin", "{count} origins", story.origins)
        outlet += f" ({origins.format(count=story.origins)})"
    when = texts.moment(story.published_at, now=at, zone=time_zone)
    facts = SEPARATOR.join(part for part in (outlet, when) if part)
    name = link(title or texts.gettext("Untitled"), story.url)
    if story.is_update:
        name = fill(texts.gettext("Update: {title}"), title=name)
    row = text(f"{number}. ") + name + " " + italic(facts)
    return join("\n", (row, text(changed))) if changed else row


def _buttons(card: DigestCard, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    pager: tuple[Button, ...] = ()
    if card.pages > 1:
        before, after = (card.page - 1) % card.pages, (card.page + 1) % card.pages
        pager = tuple(
            Button(text=label, data=f"{PAGER}{card.id}:{page}")
            for label, page in (
                ("◀️", before),
                (f"{card.page + 1}/{card.pages}", card.page),
                ("▶️", after),
            )
        )
    settings = texts.gettext("Settings")
    return (pager, (Button(text=f"⚙️ {settings}", data=SETTINGS),))
