"""What holds for each answer in the conversation book, whatever it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from chat_client import Json, buttons

SHOWS: Final = {"sendMessage", "sendDocument", "sendPhoto"}
EDITS: Final = {"editMessageText", "editMessageCaption", "editMessageMedia"}
FAULT: Final = re.compile("fault is mine|помилка моя|ошибка моя|вина моя", re.IGNORECASE)
# Names and terms that a Ukrainian or Russian text writes in Latin letters, too.
LATIN: Final = frozenset(
    "tocsin example post daily alpha beta english url rss opml json utf geonames org cc "
    "by unicode license cldr iso codes lgpl apache katottg europe utc gmt telegram km sumy "
    "kyiv belgorod warsaw h mon fri sat sun on off now digest smart for near and or not "
    "title feed lang region none words in en uk ru link version v contains data modified "
    "atom https www http oblast national backup broadcast dead feeds health log people "
    "reload bbc news ua gb proxy".split()
)
LANGUAGE_NAMES: Final = frozenset(("english", "українська", "русский"))
# After these words a text gives the names that a place has in other languages.
OTHER_NAMES: Final = {
    "en": ("Also known as:",),
    "uk": ("Розпізнаю й такі назви:",),
    "ru": ("Узнаю и такие названия:",),
}
_NOT_PROSE: Final = re.compile(r"https?://\S+|/\w+(?:@\w+)?|\S+\.\w{2,}|`[^`]*`")
_LATIN_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_CYRILLIC_WORD: Final = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]{2,}")
_FOREIGN: Final = {"uk": re.compile("[ыэёъ]"), "ru": re.compile("[іїєґ]")}


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a person did, and what the bot did then.

    `calls` are all calls of the Bot API since; `typed` is all that was typed or published
    in the scene so far.
    """

    language: str
    is_press: bool
    sent: list[Json]
    calls: list[Any]
    typed: str

    @property
    def notice(self) -> str:
        """What stands over the chat after a press."""
        texts = [c.params.get("text", "") for c in self._called("answerCallbackQuery")]
        return texts[0] if texts else ""

    @property
    def edited(self) -> tuple[int, int] | None:
        """Which message changed, by chat and number."""
        for call in self.calls:
            if call.method in EDITS and call.status == HTTPStatus.OK:
                return int(call.params["chat_id"]), int(call.params["message_id"])
        return None

    def _called(self, method: str) -> list[Any]:
        return [call for call in self.calls if call.method == method]

    def find_bad_manners(self) -> Iterator[str]:
        """One answer and no more; a press is answered, and answered once."""
        new = sum(
            call.method in SHOWS and call.status == HTTPStatus.OK for call in self.calls
        )
        # One that would stay as it is counts: Telegram refuses to change it.
        changed = {c.params["message_id"] for c in self.calls if c.method in EDITS}
        answered = len(self._called("answerCallbackQuery"))
        if new != len(self.sent):
            yield f"{new} messages, of which {len(self.sent)} are in this chat"
        if answered != self.is_press:
            yield f"the press is answered {answered} times"
        # What takes long is a message that changes into its answer.
        changed -= {str(message["message_id"]) for message in self.sent}
        is_one = new == 1 if self.sent else len(changed) == 1 or self.is_refusal
        if not is_one:
            yield f"{new} new messages and {len(changed)} changed ones"

    @property
    def is_refusal(self) -> bool:
        """Whether a notice is all that a person gets."""
        return bool(self.notice) and not self.sent and self.edited is None


def find_faults(step: Step, answer: Json) -> Iterator[str]:
    """Hold a step to the rules; `answer` is what the person looks at now."""
    yield from step.find_bad_manners()
    words = str(answer.get("text") or answer.get("caption", ""))
    shown = f"{words}\n{step.notice}"
    if not words.strip():
        yield "an empty message"
    if FAULT.search(shown):
        yield f"it did not work: {shown}"
    has_way_on = bool(buttons(answer)) or re.search(r"(?:^|\s)/[a-z]+", words)
    if not has_way_on and not step.is_refusal:
        yield f"a dead end: {words}"
    yield from find_foreign_words("\n".join((shown, *buttons(answer))), step)


def find_inline_faults(lines: Iterable[str], language: str, typed: str) -> Iterator[str]:
    """Hold what inline mode offers to the language; nothing at all is a dead end."""
    shown = "\n".join(lines)
    if not shown:
        yield "a dead end: nothing is offered"
    step = Step(language=language, is_press=False, sent=[], calls=[], typed=typed)
    yield from find_foreign_words(shown, step)


def find_foreign_words(shown: str, step: Step) -> Iterator[str]:
    """Hold all that is shown to the chat's language; names and quotations are free."""
    prose = _NOT_PROSE.sub(" ", shown)
    for start in OTHER_NAMES[step.language]:
        prose = re.sub(rf"{start}[^\n]*", "", prose)
    free = {*_words(step.typed), *LANGUAGE_NAMES}
    words = [each for each in _words(prose) if each not in free]
    if step.language == "en":
        foreign = [each for each in words if not each.isascii()]
    else:
        other = _FOREIGN[step.language]
        foreign = [w for w in words if other.search(w) or (w.isascii() and w not in LATIN)]
        if not _CYRILLIC_WORD.search(shown):
            yield f"not {step.language}: {shown}"
    if foreign:
        yield f"not {step.language}: {sorted(set(foreign))}"


def _words(text: str) -> list[str]:
    found = (*_LATIN_WORD.findall(text), *_CYRILLIC_WORD.findall(text))
    return [each.casefold() for each in found]
