"""What several answers have in common (pure)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.chat.request import Keyboard, button
from bot.deliver.html import Html, fill, join, link, text
from bot.deliver.plain import line
from bot.deliver.render import SEPARATOR, outgoing
from bot.domain.model import (
    Button,
    Chat,
    Kind,
    Managed,
    Mode,
    Outgoing,
    Place,
    Subscription,
)
from bot.i18n import Texts, texts
from bot.pipeline.chats import is_paused
from bot.pipeline.regions import Target, find_target, is_city, place_path
from bot.pipeline.search import Found
from bot.store.entries import StoredEntry

MAX_LABEL: Final = 60  # UTF-16 units of a button, which a phone still shows
MAX_TITLE: Final = 140
MAX_NAMES: Final = 400  # characters of names in a row, which a screen still shows
MAX_OUTLET: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a view is made; `at_once` if the chat is told of what matches at once."""

    texts: Texts
    time_zone: str
    now: datetime
    is_private: bool = True
    at_once: bool = True

    @property
    def language(self) -> str:
        """Of the texts and of the names of places."""
        return self.texts.language


def reader_of(chat: Chat, now: datetime) -> Reader:
    """Return who reads an answer about the chat; its times are in the chat's zone."""
    there = chat.person if isinstance(chat, Managed) else chat
    return Reader(
        texts=texts(there.language),
        time_zone=chat.time_zone,
        now=now,
        is_private=there.kind == "private",
        at_once=chat.mode is Mode.NOW and not is_paused(chat, now=now),
    )


def now_follow(reader: Reader) -> str:
    """Return the sentence for a place that is followed now."""
    say = reader.texts.gettext
    if not reader.at_once:
        return say("You now follow {place}.")
    return say(
        "You now follow {place}. I will tell you at once when there is news about it."
    )


def message(*blocks: str | Html, buttons: Keyboard = ()) -> Outgoing:
    """Return the blocks, with an empty line between them, ready to be sent."""
    parts = [text(block) if isinstance(block, str) else block for block in blocks]
    return outgoing(join("\n\n", [part for part in parts if part]), buttons=buttons)


def label(words: str) -> str:
    """Return `words` in the length of a button."""
    return line(words, MAX_LABEL)


def rows(buttons: Sequence[Button], width: int) -> Keyboard:
    """Return the buttons in rows of `width`."""
    return tuple(
        tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)
    )


def place_text(place: Place, language: str) -> str:
    """Return the place with what it lies in: ``Belgorod, Belgorod Oblast, Russia``."""
    return ", ".join(place_path(place, language))


def target_text(target: Target, reader: Reader) -> str:
    """Return what is followed with what it lies in, or with the distance around it."""
    if target.km is None:
        return place_text(target.place, reader.language)
    return reader.texts.around(target.place.name(reader.language), target.km)


def region_name(region_id: str, reader: Reader) -> str:
    """Return a region of a subscription by its name alone, by its id if that is lost."""
    target = find_target(region_id)
    if target is None:
        return region_id
    name = target.place.name(reader.language)
    return name if target.km is None else reader.texts.around(name, target.km)


def choice_text(target: Target, reader: Reader, *, district: bool = False) -> str:
    """Return one of several to choose from, by its path and with what it is."""
    say, place = reader.texts.gettext, target.place
    name, *containers = place_path(place, reader.language, district=district)
    if place.kind is Kind.COUNTRY:
        return say("{name}, country").format(name=name)
    if place.kind is Kind.REGION and place.country == "US":
        return say("{name}, US state").format(name=name.partition(" (")[0])
    if target.km is not None:
        name = reader.texts.around(name, target.km)
    elif is_city(place):
        name = say("{name} (city)").format(name=name)
    if district and place.district is not None:
        del containers[-1:]  # a button has no room for the country as well
    return ", ".join((name, *containers))


def choices(targets: Iterable[Target], screen: str, reader: Reader) -> Keyboard:
    """Return a button for each; districts, then numbers tell apart what looks the same."""
    found = {target.id: target for target in targets}
    plain = {each: label(choice_text(t, reader)) for each, t in found.items()}
    seen = Counter(plain.values())
    named = {
        each: label(choice_text(found[each], reader, district=True))
        if seen[words] > 1
        else words
        for each, words in plain.items()
    }
    count, used = Counter(named.values()), Counter[str]()
    keyboard = []
    for target_id, words in named.items():
        used[words] += 1
        number = f" ({used[words]})" if count[words] > 1 else ""
        keyboard.append((button(f"{words}{number}", screen, target_id),))
    return tuple(keyboard)


def subscription_text(subscription: Subscription, reader: Reader) -> str:
    """Return a subscription in words: its query, its places, or one in the other."""
    places = [region_name(region_id, reader) for region_id in subscription.regions]
    if subscription.query is None:
        return reader.texts.join(places, last="or")
    if not places:
        return reader.texts.gettext("“{query}”").format(query=subscription.query)
    return reader.texts.gettext("“{query}” in {places}").format(
        query=subscription.query, places=reader.texts.join(places, last="or")
    )


def entries(found: Sequence[StoredEntry], reader: Reader) -> Html:
    """Return entries as a list: the headline, and under it outlet and time."""
    lines = []
    for entry in found:
        when = reader.texts.moment(
            entry.published_at, now=reader.now, zone=reader.time_zone
        )
        outlet = line(entry.publisher or entry.outlet, MAX_OUTLET)
        facts = SEPARATOR.join(part for part in (outlet, when) if part)
        title = line(entry.title, MAX_TITLE) or reader.texts.gettext("Untitled")
        lines.append(text("• ") + link(title, entry.link) + f"\n{facts}")
    return join("\n\n", lines)


def left_out(found: Found, reader: Reader) -> str:
    """Return that some of it is not shown, "" if all is."""
    if not found.left_out:
        return ""
    return reader.texts.gettext(
        "Some of it is left out, because you muted it or did not choose its "
        "outlet: /mute, /feeds"
    )


def examples(found: Sequence[StoredEntry], reader: Reader) -> Html:
    """Return what a new subscription would have sent, or that there is nothing yet."""
    if not found:
        return text(reader.texts.gettext("Nothing about it in the archive yet."))
    heading = fill(
        reader.texts.gettext("The latest from the archive ({zone}):"), zone=zone(reader)
    )
    return join("\n\n", (heading, entries(found, reader)))


def zone(reader: Reader) -> str:
    """Return the zone of the times that an answer shows."""
    return reader.texts.zone(reader.now, reader.time_zone)


def menu_button(reader: Reader) -> Button:
    """Return the button that leads to the settings."""
    return button(reader.texts.gettext("Settings"), "m")


def health_button(reader: Reader) -> Button:
    """Return the button that leads to what admins see first."""
    return button(reader.texts.gettext("Health"), "adm")


def delete_button(reader: Reader, *, is_own: bool) -> Button:
    """Return the button that deletes all of a chat's data."""
    say = reader.texts.gettext
    return button(
        say("Delete my data") if is_own else say("Delete this chat's data"), "forget"
    )


def list_button(reader: Reader) -> Button:
    """Return the button that leads to the list of subscriptions."""
    return button(reader.texts.gettext("My subscriptions"), "list", 0)


def listed(names: Sequence[str], between: str, reader: Reader) -> str:
    """Return as many of the names as fit into `MAX_NAMES`, and how many there are more."""
    shown, length = 0, 0
    while shown < len(names) and (not shown or length + len(names[shown]) <= MAX_NAMES):
        length += len(names[shown]) + len(between)
        shown += 1
    whole = line(between.join(names[:shown]), MAX_NAMES)
    if shown == len(names):
        return whole
    more = reader.texts.gettext("and {count} more").format(count=len(names) - shown)
    return f"{whole}{between}{more}"
