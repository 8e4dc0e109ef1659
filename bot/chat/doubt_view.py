"""What is asked and said of a name that means no one place for certain (pure)."""

from collections.abc import Iterator

from bot.chat.region_view import question
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, choices, list_button, message
from bot.deliver.html import Html, code, fill
from bot.domain.model import Outgoing
from bot.pipeline.keyword_places import Doubt
from bot.pipeline.place_names import PlaceChoices


def which(doubt: Doubt, reader: Reader, what: str) -> Outgoing:
    """Return the question which of several places is meant.

    `what` says for what, as `bot.chat.doubts` reads it.
    """
    asked = PlaceChoices(text=doubt.name, targets=doubt.targets, exact=True)
    as_words = "kil" if what.startswith("k") else "kiw"
    words = button(reader.texts.gettext("None of them, just the words"), as_words, what)
    return message(
        question(asked, reader),
        code(doubt.text),
        buttons=(
            *places(doubt, reader, what),
            (words,),
            (list_button(reader),),
        ),
    )


def told(doubt: Doubt | None, reader: Reader) -> Iterator[Html]:
    """Yield that a name is taken for a word, and that it may be a place."""
    if doubt is None:
        return
    say = reader.texts.gettext
    words = say("In the query {query} I read “{name}” as a word, not as a place.")
    if doubt.targets:
        choose = say("If you mean a place, choose it below.")
        words = f"{words} {choose}"
    yield fill(words, query=code(doubt.text), name=doubt.name)


def places(doubt: Doubt | None, reader: Reader, what: str) -> Keyboard:
    """Return the buttons of the places that may be meant."""
    if doubt is None:
        return ()
    screen = "kin" if what.startswith("k") else "kir"  # which changes nothing
    return choices(doubt.targets, f"{screen}:{what}", reader)
