"""Every sentence about a failed feed is known in the admin's language."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat.reason_view import in_words, spoken
from bot.chat.view import Reader, reader_of
from bot.dedupe.identity import WRONG_FEED
from bot.domain.errors import Fault, FeedError
from bot.domain.model import Chat, Postponed
from bot.pipeline.verdicts import ADVICE, judge_error, judge_postponed
from bot.poll import reasons

BOT = Path(__file__).parents[3] / "bot"
# Where the sentences are made, and what belongs to sentences that are not about a feed.
MODULES = sorted([*(BOT / "poll").glob("*.py"), *(BOT / "parse").glob("*.py")])
ERRORS = {"FailedError", "ParseError", "NotWebAddressError", "LimitError", "DamagedError"}


def reader(language: str) -> Reader:
    chat = Chat(id=1, telegram_id=7, language=language)
    return reader_of(chat, datetime(2026, 11, 22, tzinfo=UTC))


def _texts(value: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be, 7 in each of their gaps."""
    match value:
        case ast.Constant(value=str() as words):
            yield words
        case ast.JoinedStr(values=parts):
            yield "".join(
                part.value
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
                else "7"
                for part in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case _:
            pass


def _said(path: Path) -> Iterator[str]:
    """Yield what a module says of a feed that failed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        raised = {
            each.func.id if isinstance(each.func, ast.Name) else ""
            for each in ast.walk(function)
            if isinstance(each, ast.Call)
        }
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id="reason" | "msg")], value=value) if (
                    raised & ERRORS
                ):
                    yield from _texts(value)
                case ast.Call(func=ast.Name(id=name), args=arguments) if name in ERRORS:
                    for argument in arguments:
                        yield from _texts(argument)
                case ast.Return(value=ast.expr() as value) if path.name == "guard.py":
                    yield from (f"{words} (10.0.0.1)" for words in _texts(value))


def sentences() -> set[str]:
    found = {words for path in MODULES for words in _said(path)}
    found |= {reason for _, _, reason in reasons._KNOWN}
    statuses = (304, 401, 403, 404, 406, 410, 418, 429, 451, 503)
    found |= {reasons.describe_status(each, {}, None).reason for each in statuses}
    found |= {WRONG_FEED, "a fault of Tocsin: ValueError: x", "no reason given"}
    return found - {"the server 7 (status 7)", "7 (7)"}  # of which the tables have all


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_each_reason_is_told_in_the_language_of_the_admin(language: str) -> None:
    said = sentences()

    assert len(said) > 50
    assert {words for words in said if in_words(words, reader(language)) == words} == set()


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("the server has a fault (status 503)", "на сервере ошибка (код 503)"),
        (
            "blocked address: a name of this machine or network (a.local)",
            "адрес заблокирован: это имя этой машины или сети (a.local)",
        ),
        (
            "the TLS certificate is refused: certificate has expired",
            "сертификат TLS отклонён: срок его действия истёк",
        ),
        (
            "a redirect: the address is not one of http or https: ftp",
            "перенаправление: адрес не начинается с http или https: ftp",
        ),
        ("TLS failed: WRONG_VERSION_NUMBER", "ошибка TLS: WRONG_VERSION_NUMBER"),
        ("the moon is full", "the moon is full"),
    ],
)
def test_what_belongs_into_a_reason_stays(english: str, russian: str) -> None:
    assert in_words(english, reader("ru")) == russian
    assert in_words(english, reader("en")) == english


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_each_kind_of_fault_has_advice_in_the_language_of_the_admin(language: str) -> None:
    to = reader(language)

    assert {
        kind for kind in Fault if spoken(ADVICE[kind], to) == str(ADVICE[kind])
    } == set()


def test_a_verdict_tells_the_reason_that_the_server_gave() -> None:
    error = FeedError("https://a.example/rss", "not a feed", transient=True)
    pause = Postponed(
        pause=timedelta(minutes=5), reason="a.example asked for a pause (status 429)"
    )

    told = [
        spoken(each.reason, reader("uk"))
        for verdict in (judge_error(error), judge_postponed(pause))
        for each in verdict.findings
    ]

    assert told == ["це не стрічка", "не перевірено: a.example просить паузу (код 429)"]
