"""The conversation book: each command in use, as people see it, in three languages.

The scenes and what was seen of them are in tests/fixtures/book. After a text has changed,
``make book`` writes the transcripts anew; read what changed before you commit it.
"""

import os
import re
from pathlib import Path

import pytest
from book import LANGUAGES, SCENES, USES, Player, lines_of, transcript_path
from book_rules import Step, find_faults
from book_stage import Stage
from chat_client import ANN, BOB, ChatClient, Json, chat_client
from sqlalchemy import select

from bot.chat.about_view import COMMANDS as LISTED
from bot.chat.actions import COMMANDS
from bot.chat.rooms_view import THERE
from bot.demo.botapi.core import Call
from bot.store import columns

# Which commands have no such use, and why; their chapters say the same.
NOT_APPLICABLE = {
    "empty": ("that is the normal use", "about forget help privacy settings"),
    "ambiguous": (
        "there is nothing to choose between",
        (
            "about admin digest export feeds forget help import lang latest list mode "
            "pause privacy quiet resume settings status story unmute why"
        ),
    ),
}
# What names no one place or outlet is taken as words; the answer says for which it looks.
TAKEN_AS_WORDS = {"/keyword", "/mute", "/search", "/test"}
# What copies the database is another program on PostgreSQL, as /admin backup says.
ON_ANY_DATABASE = [scene for scene in SCENES if scene.stem != "admin"]
_PAGE = re.MULTILINE | re.DOTALL
FEEDS = """version: 1
feeds:
  - {url: https://example.org/feed, title: Example Post, country: UA, tags: [national]}
  - {url: https://daily.example/rss, title: Daily Example, country: GB}
"""
# What the archive holds before each scene.
ARCHIVE = {
    "en": (
        ("Dam breached near Sumy", "UA-59", "UA"),
        ("Power is back in Kharkiv", "UA-63", "UA"),
        ("Belgorod governor names a deputy", "RU-BEL", "RU"),
    ),
    "uk": (
        ("Під Сумами прорвало дамбу", "UA-59", "UA"),
        ("У Харків повернулося світло", "UA-63", "UA"),
        ("Губернатор Бєлгорода назвав заступника", "RU-BEL", "RU"),
    ),
    "ru": (
        ("Под Сумами прорвало дамбу", "UA-59", "UA"),
        ("В Харьков вернулся свет", "UA-63", "UA"),
        ("Губернатор Белгорода назвал заместителя", "RU-BEL", "RU"),
    ),
}


async def _open(chat: ChatClient, language: str, client: str = "") -> Player:
    """Let two people read that language, and let there be feeds and news."""
    for person, name in ((ANN, "Ann"), (BOB, "Bob")):
        chat.api.add_person(person, name, client or language)
    await chat.services.office.reload()
    assert chat.services.feeds_file is not None
    stage = Stage(api=chat.api, feeds_file=chat.services.feeds_file)
    player = Player(chat=chat, language=language, stage=stage)
    for number, (title, *about) in enumerate(ARCHIVE[language], 1):
        await chat.add_entry(title, *about, minutes_ago=40 * number, language=language)
        player.typed.append(title)
    return player


async def _play(
    scene: Path, language: str, folder: Path, client: str = "", url: str = ""
) -> tuple[str, list[str]]:
    """Return what is seen of a scene, and what breaks the rules.

    `client` is the language of the people's Telegram, if it is not that of the scene; `url`
    names a database, if it is not a new SQLite file.
    """
    (folder / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    async with chat_client(folder, url) as chat:
        player = await _open(chat, language, client)
        for line in lines_of(scene):
            await player.play(line)
    seen = "\n".join(player.page).strip().replace(str(folder), "(folder)") + "\n"
    return seen, player.faults


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.stem)
async def test_what_people_see_is_what_the_book_says(
    tmp_path: Path, scene: Path, language: str
) -> None:
    seen, faults = await _play(scene, language, tmp_path)
    transcript = transcript_path(scene, language)
    if os.environ.get("TOCSIN_TEST_WRITE_BOOK"):
        transcript.write_text(seen, encoding="utf-8")

    assert not faults, "\n".join(faults)
    assert seen == transcript.read_text(encoding="utf-8"), "if that is right: make book"


@pytest.mark.postgres
@pytest.mark.parametrize("scene", ON_ANY_DATABASE, ids=lambda scene: scene.stem)
async def test_what_people_see_is_the_same_on_postgres(
    tmp_path: Path, scene: Path, postgres_url: str
) -> None:
    seen, _ = await _play(scene, "uk", tmp_path, url=postgres_url)

    assert seen == transcript_path(scene, "uk").read_text(encoding="utf-8")


def _chapters() -> dict[tuple[str, str], tuple[str, list[str]]]:
    """Return of each command and use the reason in its heading, and its lines."""
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for scene in SCENES:
        chapter, lines = "", list[str]()
        for line in lines_of(scene):
            if line.startswith("== "):
                chapter, lines = line[3:], []
            elif line.startswith("-- "):
                use, _, reason = line[3:].partition(": ")
                lines = []
                found[chapter, use] = reason, lines
            else:
                lines.append(line)
    return found


def test_each_command_has_a_chapter_with_each_use() -> None:
    promised = {f"/{name}" for name in (*COMMANDS, *(name for name, _ in LISTED))}
    wanted = {(command, use) for command in promised for use in USES}

    assert wanted - _chapters().keys() == set()


def test_only_a_use_that_a_command_cannot_have_is_left_out() -> None:
    left_out = {key: why for key, (why, lines) in _chapters().items() if not lines}

    assert left_out == {
        (f"/{name}", use): why
        for use, (why, names) in NOT_APPLICABLE.items()
        for name in names.split()
    }


@pytest.mark.parametrize(
    ("use", "shown"),
    [
        ("normal", r": {command}(?![\w])"),
        ("wrong", r"(: |\+ ){command} ?\S"),
        ("empty", r": {command}( broadcast)?$"),
        ("stale", r" presses old "),
    ],
)
def test_a_use_is_what_its_heading_says(use: str, shown: str) -> None:
    faulty = []
    for (command, its_use), (_, lines) in _chapters().items():
        pattern = re.compile(shown.format(command=command))
        if its_use == use and lines and not any(map(pattern.search, lines)):
            faulty.append(command)

    assert faulty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ambiguous_is_offered_to_choose_from(language: str) -> None:
    asked = []
    for scene in SCENES:
        page = transcript_path(scene, language).read_text(encoding="utf-8")
        for chapter, told in re.findall(r"^(/\w+)\n=+\n(.*?)(?=\n\n\n|\Z)", page, _PAGE):
            found = re.search(r"^--- ambiguous(?!:)$(.*?)(?=^--- |\Z)", told, _PAGE)
            # Two to choose from, and a way on.
            offered = found and re.search(r"(?:^  (?:\[[^\]]+\] ?)+\n){3}", found[1], _PAGE)
            if found and not offered and chapter not in TAKEN_AS_WORDS:
                asked.append(chapter)

    assert asked == []


def test_each_command_that_can_name_a_channel_does_so_in_the_book() -> None:
    rooms = next(scene for scene in SCENES if scene.stem == "rooms")
    said = {line.split()[1] for line in lines_of(rooms) if "@border_news" in line}

    assert {f"/{name}" for name in THERE} - said == set()


def test_the_book_is_whole_in_each_language_and_has_no_loose_page() -> None:
    wanted = {transcript_path(scene, each) for scene in SCENES for each in LANGUAGES}

    assert set(SCENES[0].parents[1].glob("*.txt")) == wanted


GOOD = {"text": "Підписок ще немає: /region Суми"}


@pytest.mark.parametrize(
    ("sent", "methods", "fault"),
    [
        ([GOOD], ["sendMessage"], ""),
        ([GOOD, GOOD], ["sendMessage", "sendMessage"], "2 new messages"),
        ([], [], "0 new messages"),
        ([GOOD], ["sendMessage", "answerCallbackQuery"], "the press is answered 1 times"),
        ([GOOD], ["sendMessage", "sendMessage"], "2 messages, of which 1"),
        ([{"text": "Підписок ще немає."}], ["sendMessage"], "a dead end"),
        ([{"text": "У вас немає subscriptions: /list"}], ["sendMessage"], "subscriptions"),
        ([{"text": "Подписок ещё нет, выберите: /list"}], ["sendMessage"], "not uk"),
        ([{"text": "You follow nothing yet: /list"}], ["sendMessage"], "not uk"),
    ],
)
def test_the_rules_see_what_is_wrong(
    sent: list[Json], methods: list[str], fault: str
) -> None:
    sent = [message | {"message_id": number} for number, message in enumerate(sent)]
    calls = [Call(method=name, params={}, at=0, status=200) for name in methods]
    step = Step(language="uk", is_press=False, sent=sent, calls=calls, typed="Суми")

    found = list(find_faults(step, (sent or [GOOD])[-1]))

    assert bool(found) == bool(fault)
    assert fault in "\n".join(found)


async def test_who_reads_a_language_that_we_do_not_have_reads_the_english_book(
    tmp_path: Path,
) -> None:
    scene = next(scene for scene in SCENES if scene.stem == "about")

    seen, faults = await _play(scene, "en", tmp_path, client="fr")

    assert not faults, "\n".join(faults)
    assert seen == transcript_path(scene, "en").read_text(encoding="utf-8")


async def test_a_hundred_commands_in_a_row_are_each_answered(tmp_path: Path) -> None:
    said = [f"/{name}" for name in (*sorted(COMMANDS), "nonsense")]
    async with chat_client(tmp_path) as chat:
        for number in range(100):
            chat.api.say(ANN, said[number % len(said)])
        await chat.settle()
        answers = chat.sent()
        last = await chat.say("/help")

    assert len(answers) == 100
    assert not [answer for answer in answers if "fault is mine" in str(answer)]
    assert "/region" in last["text"]


async def test_after_forget_no_row_names_the_chat(tmp_path: Path) -> None:
    person = 70_000_007
    (tmp_path / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    async with chat_client(tmp_path) as chat:
        player = await _open(chat, "en")
        chat.api.add_person(person, "Olena", "en")
        for command in (
            *(
                "/region Sumy",
                "/keyword dam",
                "/mute football",
                "/tz Warsaw",
                "/quiet 23-7",
            ),
            *("/feeds suggest example.org", "/search dam", "/export", "/keyword"),
        ):
            await chat.say(command, person)
        await player.play("news: Shelling of Sumy, two people hurt")
        file = await chat.say("/export", person)
        await chat.attach(chat.document(file).encode(), person, caption="/import")
        named = await _rows_with(chat, str(person))
        await chat.press(await chat.say("/forget", person), "Delete everything", person)
        left = await _rows_with(chat, str(person))

    assert "chat" in named
    assert left == []


async def _rows_with(chat: ChatClient, words: str) -> list[str]:
    """Return the tables that have a row in which the words stand."""
    async with chat.store.read() as tx:
        return [
            table.name
            for table in columns.metadata.tables.values()
            for row in (await tx.execute(select(table))).all()
            if any(words in str(value) for value in row)
        ]
