"""What is missing for an entry to have come, in words (pure)."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from bot.chat.view import Reader, region_name, subscription_text
from bot.deliver.html import Html, bold, fill, text
from bot.deliver.plain import line
from bot.match.gaps import Gap
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.printing import canonical
from bot.pipeline import nearest as pipeline

MAX_WORDS: Final = 60
MAX_GAPS: Final = 4


def nearest(found: Iterable[pipeline.Near], reader: Reader) -> Iterator[Html]:
    """Yield a line for each subscription: what would have let the entry through."""
    say = reader.texts.gettext
    for near in found:
        name = bold(line(subscription_text(near.subscription, reader), MAX_WORDS * 2))
        missing = "; ".join(_missing(near, reader))
        yield text("▹ ") + fill(
            say("It would have come for {subscription}, but: {missing}"),
            subscription=name,
            missing=missing,
        )


def _missing(near: pipeline.Near, reader: Reader) -> Iterator[str]:
    say = reader.texts.gettext
    for gap in near.gaps[:MAX_GAPS]:
        yield _gap(gap, reader)
    if near.elsewhere:
        regions = [region_name(each, reader) for each in near.subscription.regions]
        places = reader.texts.join(regions, last="or")
        if near.weak:
            yield say("only “{words}” points to {places}, and that is too weak").format(
                words=line(", ".join(near.weak), MAX_WORDS), places=places
            )
        else:
            yield say("it is not about {places}").format(places=places)


def _gap(gap: Gap, reader: Reader) -> str:
    say = reader.texts.gettext
    if gap.found is None:
        return _absent(gap.part, reader)
    words = ", ".join(gap.found) or canonical(gap.part)
    return say("“{words}” is in it, which you exclude").format(words=line(words, MAX_WORDS))


def _absent(part: Node, reader: Reader) -> str:
    say = reader.texts.gettext
    match part:
        case Title():
            written = line(canonical(part.part), MAX_WORDS)
            return say("“{words}” is not in the headline").format(words=written)
        case FromFeed():
            return say("it is not from “{feed}”").format(feed=line(part.name, MAX_WORDS))
        case InLanguage():
            name = reader.texts.locale.languages.get(part.code, part.code)
            return say("its language is not {language}").format(language=name)
        case AboutRegion():
            place = region_name(part.id, reader)
            return say("it is not about {places}").format(places=place)
        case Word() | Phrase() | Prefix() | Near() | And() | Or() | Not():
            written = line(canonical(part), MAX_WORDS)
            return say("“{words}” is not in it").format(words=written)
        case never:
            assert_never(never)
