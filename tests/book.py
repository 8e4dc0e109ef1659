"""Plays a scene of the conversation book with the bot, and writes down what is seen.

A scene is a text file. Each language plays it with a bot of its own::

    == /region                       what the next lines show
    -- normal                        which use of it; a reason may follow a colon
    Ann: /region Sumy || /region Суми || /region Сумы
    Ann presses drop:UA-59           the button of the last answer whose data begins so
    Ann presses again                the same button of the same message
    Ann presses old v0:gone          an old button, or a forged one
    Ann replies: text                to the last answer
    Ann shares 50.9 34.8             a location
    Ann sends a.json: {} + words     a file with its content, and the words below it
    Ann sends the file back: /import what the bot sent last, as a file
    Ann forwards: text               a post of the channel
    Ann types @bot: dam              in some chat; what is offered is seen
    Ann in topic 5: /start           of the forum
    news: A dam broke || …           an outlet publishes it; who follows it has an alert
    in a group                       and whatever else `book_stage` knows
    90 minutes pass

``||`` parts English, Ukrainian and Russian; without it all three say the same.
"""

import re
from asyncio import Event
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from book_rules import Step, find_faults, find_inline_faults
from book_stage import CHANNEL, Stage
from chat_client import ANN, BOB, ChatClient, Json, buttons
from published import publish

from bot import __version__
from bot.deliver.send import send
from bot.pipeline.dispatch import Dispatch

BOOK: Final = Path(__file__).parent / "fixtures" / "book"
SCENES: Final = sorted((BOOK / "scenes").glob("*.txt"))
LANGUAGES: Final = ("en", "uk", "ru")
USES: Final = ("normal", "wrong", "empty", "ambiguous", "stale")
INDENT: Final = "  "

PEOPLE: Final = {"Ann": ANN, "Bob": BOB, "Admin": BOB, "The group": ANN, "Eve": 9}
_LINE: Final = re.compile(
    rf"(?P<who>{'|'.join(PEOPLE)})(?: in topic (?P<topic>\d+))?"
    r"(?P<how>: | presses | replies: | shares | sends | forwards: | types @bot:)"
    r"(?P<what>.*)"
)
_SIZE: Final = re.compile(r"\d[\d,.\s]*(?:bytes|Б\b)")  # of a file of SQLite
_PAUSE: Final = re.compile(r"(\d+) minutes pass")


def lines_of(scene: Path) -> list[str]:
    """Return the lines of a scene that are played."""
    lines = scene.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def transcript_path(scene: Path, language: str) -> Path:
    """Return where the transcript of a scene is kept."""
    return BOOK / f"{scene.stem}.{language}.txt"


@dataclass(kw_only=True)
class Player:
    """Plays the lines of one scene in one language; `page` is what is seen."""

    chat: ChatClient
    language: str
    stage: Stage
    page: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    last: dict[int, Json] = field(default_factory=dict)  # of each chat
    pressed: tuple[Json, str] | None = None
    file: str = ""
    faults: list[str] = field(default_factory=list)  # what breaks a rule of book_rules

    async def play(self, line: str) -> None:
        """Play one line of the scene."""
        if line.startswith("== "):
            self.page += ["", "", line[3:], "=" * len(line[3:])]
        elif line.startswith("-- "):
            self.page += ["", f"--- {line[3:]}"]
        elif told := self.stage.set(line):
            await self.chat.settle()
            self.page += ["", f"({told})"]
        elif line.startswith("news: "):
            await self._publish(self._pick(line[6:]))
        elif found := _PAUSE.fullmatch(line):
            self.page += ["", f"({line})"]
            self.chat.clock.forward(minutes=int(found[1]))
        elif found := _LINE.fullmatch(line):
            self.stage.topic = int(found["topic"]) if found["topic"] else None
            what = self._pick(found["what"].strip())
            if found["how"].startswith(" types"):
                await self._type(found["who"], what)
            else:
                await self._act(found["who"], found["how"].strip(), what)
        else:
            raise ValueError(line)

    def _pick(self, words: str) -> str:
        """Return the words in the language of the scene."""
        parts = words.split(" || ")
        assert len(parts) in {1, len(LANGUAGES)}, words
        return parts[LANGUAGES.index(self.language) if len(parts) > 1 else 0]

    async def _publish(self, title: str) -> None:
        self.page += ["", f"(The Example Post publishes: {title})"]
        self.typed.append(title)
        rooms = [self.stage.room or ANN, *self.stage.channels]
        before = {room: len(self.chat.sent(room)) for room in rooms}
        await publish(self.chat, title, self.language)
        await Dispatch(
            store=self.chat.store,
            send=partial(send, self.chat.application.bot),
            clock=self.chat.clock,
            pause=lambda _: 0.0,
        ).drain(Event())
        for room in rooms:
            for message in self.chat.sent(room)[before[room] :]:
                self.last[room] = message
                self.page += _seen(message)

    async def _type(self, who: str, query: str) -> None:
        """Type the bot's name and a query in some chat; write down what is offered."""
        query_id = self.chat.api.ask_inline(PEOPLE[who], query)
        self.typed.append(query)
        await self.chat.settle()
        answer = self.chat.api.inline_answers[query_id]
        self.page += ["", f"{who} types @bot: {query}".rstrip()]
        offered, says = _offered(answer), _chosen(answer)
        self.page += [f"{INDENT}Offered:", *(f"{INDENT}{line}" for line in offered)]
        if says:
            self.page += [f"{INDENT}The first says:", *(f"{INDENT}{each}" for each in says)]
        language = "en" if who == "Eve" else self.language
        faults = find_inline_faults([*offered, *says], language, " ".join(self.typed))
        self.faults += [f"@bot {query}: {each}" for each in faults]

    async def _act(self, who: str, how: str, what: str) -> None:
        """Do what a person does, and write down what is seen then."""
        chat, person, shown = self.chat, PEOPLE[who], what
        where, topic = self.stage.room or person, self.stage.topic
        sent, calls = len(chat.sent(where)), len(chat.api.calls)
        match how:
            case "presses":
                shown = self._press(person, what)
            case "shares":
                latitude, longitude = map(float, what.split())
                chat.api.share_location(person, latitude, longitude, self.stage.room)
            case "forwards:":
                chat.api.forward(person, CHANNEL, what)
            case "sends":
                self._send_file(person, what)
            case "replies:":
                replied = self.last[where]["message_id"]
                chat.api.say(person, what, self.stage.room, topic, reply_to=replied)
            case _:
                is_anonymous = who == "The group"
                room = self.stage.room
                chat.api.say(person, what, room, topic, anonymous=is_anonymous)
        self.typed.append(shown)
        await chat.settle()
        if topic is not None:
            who = f"{who} in topic {topic}"
        self.page += ["", f"{who}{'' if how == ':' else ' '}{how} {shown}"]
        self._note(
            Step(
                language=self.language,
                is_press=how == "presses",
                sent=chat.sent(where)[sent:],
                calls=chat.api.calls[calls:],
                typed=" ".join(self.typed),
            ),
            where,
            shown,
        )

    def _send_file(self, person: int, what: str) -> None:
        name, _, rest = what.partition(": ")
        content, _, caption = rest.partition(" + ")
        if name == "the file back":
            name, content, caption = "tocsin.json", self.file, rest
        self.chat.api.send_file(person, name, content.encode(), caption=caption)

    def _press(self, person: int, what: str) -> str:
        """Press a button; return what the person sees on it."""
        message, shown = (
            self.last[self.stage.room or person],
            f"an old button ({what.removeprefix('old ')})",
        )
        if what == "again":
            assert self.pressed is not None
            (message, data), shown = self.pressed, "the same button again"
        elif what.startswith("old "):
            data = what.removeprefix("old ")
        else:
            found = [(t, d) for t, d in buttons(message).items() if _is(d, what)]
            assert found, f"no button {what} among {buttons(message)}"
            (shown, data) = found[0]
            shown = f"[{shown}]"
        self.pressed = message, data
        self.chat.api.press(person, message["chat"]["id"], message["message_id"], data)
        return shown

    def _note(self, step: Step, where: int, shown: str) -> None:
        """Write down what is seen after a step, and hold it to the rules."""
        if step.notice:
            self.page.append(f"{INDENT}(a notice: {step.notice})")
        if step.sent:
            self.last[where] = step.sent[-1]
            self.page += _seen(self.last[where])
        elif step.edited is not None:
            self.last[where] = self.chat.shown(*step.edited)
            self.page += [f"{INDENT}(the message changes)", *_seen(self.last[where])]
        elif not step.notice:
            self.page.append(f"{INDENT}(nothing changes)")
        answer = self.last[where]
        if "document" in answer:
            self.file = self.chat.document(answer)
        self.faults += [f"{shown}: {each}" for each in find_faults(step, answer)]


def _is(data: str, wanted: str) -> bool:
    """Return whether a button's data leads to a screen, with arguments that begin so."""
    screen = data.partition(":")[2]
    is_whole = ":" not in wanted
    return screen == wanted or screen.startswith(f"{wanted}:" if is_whole else wanted)


def _offered(answer: Json) -> list[str]:
    """Return what inline mode offers."""
    offered = [f"• {each['title']}\n{each['description']}" for each in answer["results"]]
    if answer["button"]:
        offered.append(f"[{answer['button']['text']}]")
    return "\n".join(offered).splitlines()


def _chosen(answer: Json) -> list[str]:
    """Return what the first offer says when it is chosen."""
    first = answer["results"][:1]
    return [line for each in first for line in each["message"]["text"].splitlines()]


def _seen(message: Json) -> Iterator[str]:
    """Return the lines of a message as a person sees them."""
    topic, where = message.get("message_thread_id"), message["chat"]
    there = f" in topic {topic}" if topic else ""
    there += f" in {where['title']}" if where["type"] == "channel" else ""
    yield f"{INDENT}Tocsin{there}:"
    if "photo" in message:
        yield f"{INDENT}(a picture)"
    if "document" in message:
        yield f"{INDENT}(a file: {message['document']['file_name']})"
    words = message.get("text") or message.get("caption", "")
    words = _SIZE.sub("(size)", words.replace(__version__, "(version)"))
    for line in words.splitlines():
        yield f"{INDENT}{line}".rstrip()
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield INDENT + " ".join(f"[{button['text']}]" for button in row)
