"""``tocsin dead`` on the command line."""

import asyncio
import json
from collections.abc import Callable

import pytest
from outbox import Outbox, Wire

from bot.domain.model import Rejected
from bot.pipeline.dispatch import Dispatch
from bot.store.engine import Store

Run = Callable[..., tuple[int, str, str]]
OLENA, SAM = 7, -8
REASON = "Bad Request: no such\nthing"


async def fill(url: str) -> None:
    store = Store(url)
    outbox = Outbox(store=store)
    await outbox.queue(OLENA, "Дрон над Шебекіно")
    await outbox.queue(SAM, "Fire in Valuyki")
    wire = Wire(next_outcomes=[Rejected(reason=REASON), Rejected(reason=REASON)])
    dispatch = Dispatch(store=store, send=wire, clock=lambda: outbox.now, pause=lambda _: 0)
    await dispatch.drain(asyncio.Event())
    await store.close()


async def states(url: str) -> list[str]:
    store = Store(url)
    try:
        return await Outbox(store=store).states()
    finally:
        await store.close()


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with two dead letters, 1 and 2, that the settings name."""
    monkeypatch.setenv("TOCSIN_DATABASE_URL", database_url)
    asyncio.run(fill(database_url))
    return database_url


@pytest.mark.usefixtures("url")
def test_dead_letters_are_a_line_each_newest_first(run: Run) -> None:
    code, out, err = run("dead", "list")

    first, second, count = out.splitlines()
    assert (code, err, count) == (0, "", "2 dead letters")
    assert (first[0], second[0]) == ("2", "1")
    assert first.endswith(f"alert  {SAM}  Bad Request: no such thing")


@pytest.mark.usefixtures("url")
def test_scripts_read_dead_letters_as_json_lines(run: Run) -> None:
    _, out, _ = run("dead", "list", "--json")
    _, shown, _ = run("dead", "show", "1", "--json")

    found = [json.loads(line) for line in out.splitlines()]
    assert [each["id"] for each in found] == [2, 1]
    assert json.loads(shown) == found[1]
    assert (found[1]["title"], found[1]["reason"]) == ("Дрон над Шебекіно", REASON)


@pytest.mark.usefixtures("url")
def test_one_is_shown_with_all_that_is_known_of_it(run: Run) -> None:
    code, out, _ = run("dead", "show", "1")

    shown = dict(line.split(maxsplit=1) for line in out.splitlines() if " " in line.strip())
    assert code == 0
    assert (shown["chat"], shown["state"]) == (str(OLENA), "rejected")
    assert shown["title"] == "Дрон над Шебекіно"


def test_one_waits_again_and_all_the_others_are_given_up(run: Run, url: str) -> None:
    assert run("dead", "requeue", "2") == (0, "1 wait again\n", "")
    assert run("dead", "drop", "--all") == (0, "1 given up\n", "")
    assert asyncio.run(states(url)) == ["dropped", "ready"]
    assert run("dead", "list") == (0, "0 dead letters\n", "")


def test_an_id_of_no_dead_letter_is_a_finding_and_the_others_go_on(
    run: Run, url: str
) -> None:
    code, out, err = run("dead", "drop", "1", "99")

    assert (code, out, err.count("\n")) == (1, "1 given up\n", 1)
    assert asyncio.run(states(url)) == ["dropped", "rejected"]
    code, out, err = run("dead", "show", "99")
    assert (code, out, err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [["drop"], ["drop", "1", "--all"], ["show"], ["drop", str(2**63)], ["show", "9" * 30]],
)
def test_nothing_happens_unless_it_is_said_to_which(
    run: Run, url: str, arguments: list[str]
) -> None:
    code, out, err = run("dead", *arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert asyncio.run(states(url)) == ["rejected", "rejected"]
