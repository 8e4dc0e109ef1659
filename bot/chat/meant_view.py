"""What is said of words that look like operators, and the button for what was meant (pure).

The query with operators is in bold: the first text in a fixed-width font is the query that
other buttons read.
"""

from collections.abc import Iterator

from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, label
from bot.deliver.html import Html, bold, fill
from bot.domain.model import Subscription
from bot.pipeline.narrowing import query_text, with_operators


def hint(asked: Subscription, reader: Reader) -> Iterator[Html]:
    """Yield that each word must stand in the news, and what may be meant instead."""
    meant = with_operators(asked)
    if meant != asked:
        words = reader.texts.gettext(
            "Each of these words must be in the text, small ones too. Did you mean {query}?"
        )
        yield fill(words, query=bold(query_text(meant, reader.language)))


def as_meant(
    asked: Subscription, reader: Reader, screen: str, *where: str | int
) -> Keyboard:
    """Return the button that takes the query for what may be meant."""
    meant = with_operators(asked)
    if meant == asked:
        return ()
    words = reader.texts.gettext("I mean {query}").format(
        query=query_text(meant, reader.language)
    )
    return ((button(label(words), screen, *where),),)
