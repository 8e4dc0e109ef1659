"""What a message of the admins to all chats looks like (pure)."""

from dataclasses import replace
from typing import Final

from bot.deliver.html import Html, bold, join, text
from bot.deliver.plain import line
from bot.deliver.render import outgoing
from bot.domain.model import Outgoing
from bot.i18n import Texts

MAX_WORDS: Final = 3000  # UTF-16 units; the heading and its markup must fit beside them


def announcement(words: str, texts: Texts) -> Outgoing:
    """Return the message; it comes without a sound."""
    return replace(outgoing(announced(words, texts), silent=True), can_wait=True)


def announced(words: str, texts: Texts) -> Html:
    """Return the admins' words under a heading that says whose they are."""
    heading = bold("📢 " + texts.gettext("A message from the admins of this bot"))
    lines = [text(line(each, MAX_WORDS)) for each in words.splitlines()]
    return join("\n\n", (heading, join("\n", lines)))
