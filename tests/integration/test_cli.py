"""The command line in this process: exit codes, and one line for each error."""

import io
import json
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.command_line import main
from bot.domain.errors import FeedError, TocsinError

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["frob"], id="no such command"),
        pytest.param(["poll"], id="poll without --once"),
        pytest.param(["resolve"], id="argument missing"),
        pytest.param(["annotate", "--only", "x"], id="wrong value"),
        pytest.param(["run", "--role", "king"], id="no such role"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(("tocsin", "--role"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("demo --port abc", "'--port'"),
        ("backtest дрон --days 1000", "'--days'"),
        ("poll --onec", "--once"),
        ("chekc", "Did you mean 'check'?"),
        ("parse", "FILE|URL"),
        ("poll", "tocsin poll: write: tocsin poll --once"),
    ],
)
def test_wrong_usage_names_the_option_and_what_may_be_meant(
    run: Run, arguments: str, said: str
) -> None:
    _, _, err = run(*arguments.split())

    assert said in err


def test_version_needs_no_command(run: Run) -> None:
    code, out, _ = run("--version")

    assert code == 0
    assert out.startswith("tocsin ")


GIVEN = """
{"id": "a", "published": "2026-11-20T22:30Z", "feed": "Alpha", "title": "Дрони в Сумах"}
{"id": 2, "published": "2026-11-21", "feed": "Beta", "title": "Dam", "summary": ""}
{"id": 3, "published": "2026-11-21T11:00:00Z", "feed": "Beta", "title": "Дрон збито"}
"""


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GIVEN.encode())))


@pytest.mark.usefixtures("given")
def test_backtest_counts_the_given_entries(run: Run) -> None:
    code, out, err = run("backtest", "дрон", "--stdin", "--json")

    assert (code, err) == (0, "")
    per_day = {"2026-11-20": 1, "2026-11-21": 1}
    assert json.loads(out) == {"count": 2, "per_day": per_day, "ids": ["a", 3]}


@pytest.mark.usefixtures("given")
def test_backtest_shows_samples(run: Run) -> None:
    _, out, _ = run("backtest", "--stdin", "дрон", "in", "Sumy")

    assert out.splitlines() == [
        "1 entry, about 1 a day",
        "2026-11-20  1",
        "2026-11-20 22:30  Alpha: Дрони в Сумах",
    ]


@pytest.mark.parametrize("command", [("backtest", "дрон"), ("dead", "list")])
def test_what_only_looks_makes_no_database(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert run(*command) == (2, "", "tocsin.db: there is no database yet\n")
    assert list(tmp_path.iterdir()) == []


def test_backtest_looks_into_the_archive(run: Run) -> None:
    run("migrate")

    code, out, _ = run("backtest", "дрон", "--days", "30")

    assert (code, out) == (0, "0 entries in 30 days, about 0 a day\n")


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("дрон (", "position 6: This parenthesis is never closed.\n"),
        ("-дрон", "position 1: This only excludes; say what to look for, too.\n"),
        ("", "position 1: The query is empty.\n"),
    ],
)
def test_a_bad_query_is_one_line_and_exit_2(run: Run, query: str, line: str) -> None:
    assert run("backtest", query) == (2, "", line)


@pytest.mark.parametrize(
    "arguments", [["--debug", "backup", "x"], ["backup", "x", "--debug"]]
)
def test_debug_may_stand_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["tocsin", *arguments])

    with pytest.raises(TocsinError, match="no database yet"):
        main()


def test_unreadable_documents_are_lines_and_the_others_go_on(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_text(
        "<rss version='2.0'><channel><title>A</title><item><title>Дрон</title>"
        "<link>https://a.example/1</link></item></channel></rss>"
    )

    code, out, err = run("parse", "/dev/zero", "nowhere.xml", "a.xml")

    assert code == 1
    assert [line.split(":")[0] for line in err.splitlines()] == ["/dev/zero", "nowhere.xml"]
    assert list(json.loads(out)) == (
        "feed guid link title summary published_at author categories language".split()
    )
    assert issubclass(FeedError, TocsinError)


def test_backup_is_whole_or_not_there(run: Run, tmp_path: Path) -> None:
    assert run("migrate")[0] == 0
    (tmp_path / "tocsin.db").chmod(0o600)

    code, out, _ = run("backup", "copy.db")
    failed, _, err = run("backup", "nowhere/copy.db")
    again, _, _ = run("backup", "copy.db")

    assert (code, failed, again) == (0, 1, 2)
    assert out.startswith("copied to copy.db")
    assert err.count("\n") == 1
    assert list(tmp_path.glob("*.part")) == []
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_doctor_makes_no_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - url: https://a.example/feed\n"
    )

    code, out, _ = run("doctor")

    assert code == 0
    assert "not there yet" in out
    assert list(tmp_path.glob("tocsin.db*")) == []


def test_doctor_says_what_waits_and_whether_telegram_answers(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - url: https://a.example/feed\n"
    )
    monkeypatch.setenv("TOCSIN_TELEGRAM_TOKEN", "4242:secret_of-the-doctors-test-01234567")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("TOCSIN_TELEGRAM_API_URL", f"http://127.0.0.1:{port}")
    run("migrate")

    code, out, _ = run("doctor")

    assert code == 0
    assert "messages: 0 wait; dead letters: 0\n" in out
    assert "Telegram: out of reach: ClientConnectorError" in out
    assert "secret_of" not in out


def test_check_names_each_fault_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - url: ftp://example.org/\n    intervall: 5m\n"
    )

    code, out, err = run("check")

    assert (code, out) == (1, "")
    assert "feeds.yaml:3" in err
    assert "feeds.yaml:4" in err


def test_check_of_a_good_file_ends_with_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - url: https://example.org/\n"
    )

    code, out, err = run("check")

    assert (code, err) == (0, "")
    assert "1 feed, no errors" in out


OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="War">
<outline type="rss" text="A" xmlUrl="https://ann:secret@a.example/rss" language="zz!"/>
<outline type="rss" text="B" xmlUrl="https://b.example/rss"/>
<outline type="rss" text="C" xmlUrl="ftp://c.example/rss"/></outline></body></opml>"""


def test_feeds_come_from_opml_and_go_back_into_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(OPML)
    (tmp_path / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  # the first\n  - url: https://b.example/rss/\n"
    )

    code, out, err = run("feeds", "import", "list.opml")
    again = run("feeds", "import", "list.opml")
    exported = run("feeds", "export")

    assert code == 1
    assert out.splitlines() == [
        "added: https://a.example/rss (without language 'zz!')",
        "known: https://b.example/rss",
        "feeds.yaml: 1 added, 1 known, 1 refused",
    ]
    assert err.startswith("refused: ftp://c.example/rss: ")
    assert "0 added, 2 known" in again[1]
    assert exported[0] == 0
    assert 'category="War"' in exported[1]
    assert 'tocsin:comment="the first"' in exported[1]


@pytest.mark.parametrize("command", [["feeds", "import", "none.opml"], ["feeds", "export"]])
def test_lists_that_are_not_there_are_one_line(run: Run, command: list[str]) -> None:
    code, out, err = run(*command)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be read" in err
