"""What a message on unusually many stories of a place looks like (pure)."""

from datetime import timedelta

from bot.deliver.html import bold, fill, join
from bot.deliver.plain import line
from bot.deliver.render import outgoing
from bot.domain.model import Button, Outgoing, Spike
from bot.i18n import Texts

MAX_NAME = 80
CHART = "v1:trn:{}:7"  # this and the next: screens of bot/chat
SETTINGS = "v1:s:"


def spike_message(place: str, spike: Spike, texts: Texts, *, window: timedelta) -> Outgoing:
    """Return how much it is and how much is usual; a chart is one tap away."""
    say, plural = texts.gettext, texts.ngettext
    count = plural("{count} story", "{count} stories", spike.stories)
    head = fill(say("📈 {place}: unusually much news"), place=line(place, MAX_NAME))
    told = fill(
        say("{stories} in the last {hours}; at this time of day it is usually {usual}."),
        stories=count.format(count=texts.number(spike.stories)),
        hours=texts.duration(window),
        usual=texts.number(round(spike.usual, 1)),
    )
    buttons = (
        (Button(text=say("Chart"), data=CHART.format(spike.place_id)),),
        (Button(text=say("Settings"), data=SETTINGS),),
    )
    return outgoing(join("\n\n", (bold(head), told)), buttons=buttons)
