"""What the command line is given: odd, but legal, or wrong and told in one line."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot.__main__ import main

Run = Callable[..., tuple[int, str, str]]
Give = Callable[[bytes], None]
FEEDS = "version: 1\nfeeds:\n  - url: https://example.org/feed\n"


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Put bytes where the next command reads its input."""

    def give(given: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))

    return give


def entry(**keys: object) -> bytes:
    return json.dumps({"id": 1, "feed": "Alpha", "title": "Fire in Sumy", **keys}).encode()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(b"\xef\xbb\xbf\r\n" + entry(), id="a mark alone in its line"),
        pytest.param(entry(feed="\ud83d", url="\ud83d", lang="\ud83d"), id="half letters"),
        pytest.param(entry(title="\ud83d in Sumy"), id="half a letter in the title"),
        pytest.param(entry(published="2026-11-20t10:00:00z"), id="a time in small letters"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--only", "places"]])
def test_annotate_takes_what_is_legal(
    run: Run, give: Give, given: bytes, options: list[str]
) -> None:
    give(given)

    code, out, err = run("annotate", *options)

    assert (code, err) == (0, "")
    assert json.loads(out)["regions"] == ["UA-59"]


@pytest.mark.parametrize(
    "published", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", 20261120]
)
def test_a_time_outside_the_calendar_is_one_line(
    run: Run, give: Give, published: object
) -> None:
    give(entry(published=published))

    code, out, err = run("annotate")

    assert (code, out) == (2, "")
    assert err == f"line 1: published is no RFC 3339 time: {published!r}\n"


def test_lines_before_a_wrong_one_are_answered(run: Run, give: Give) -> None:
    give(b"\n".join([entry(id=1), entry(id=2), b"{", entry(id=4)]))

    code, out, err = run("annotate")

    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith("line 3: ")
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 2]


def test_a_name_with_a_line_break_is_one_line(run: Run) -> None:
    code, _, err = run("parse", "a\nb", "\x1b[31m")

    assert code == 1
    assert err.splitlines() == [
        "a\\nb: No such file or directory",
        "\\x1b[31m: No such file or directory",
    ]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://", "the address is not a valid one"),
        ("HTTP://127.0.0.1/", "blocked address"),
    ],
)
def test_an_address_is_taken_for_one(run: Run, address: str, reason: str) -> None:
    code, _, err = run("parse", address)

    assert code == 1
    assert err.startswith(f"{address}: {reason}")


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_is_none_is_wrong_usage(run: Run, port: str) -> None:
    code, out, err = run("demo", "--port", port)

    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "line", ['TOCSIN_LOG_LEVEL="debug', "export TOCSIN_ADMIN_IDS: 5", "tocsin_web_port 1"]
)
def test_a_setting_that_the_reader_would_pass_over_is_a_finding(
    run: Run, tmp_path: Path, line: str
) -> None:
    (tmp_path / "feeds.yaml").write_text(FEEDS)
    (tmp_path / ".env").write_text(f"OTHER=1\n{line}\n")

    code, _, err = run("check")

    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith(".env:2: cannot be read; ")


def test_each_fault_of_a_file_is_a_line_whatever_its_keys_hold(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "feeds.yaml").write_text(f'{FEEDS}    "a\\nb": 1\n    titel: x\n')

    code, _, err = run("check")

    assert code == 1
    assert [line.split(": ")[:2] for line in err.splitlines()] == [
        ["feeds.yaml:4", "feeds[0].a\\nb"],
        ["feeds.yaml:5", "feeds[0].titel"],
    ]


def test_doctor_goes_on_after_a_fault(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCSIN_TELEGRAM_TOKEN", "4242:secret_of-the-doctors-test-01234567")
    monkeypatch.setenv("TOCSIN_TELEGRAM_API_URL", "http://127.0.0.1:9")

    code, out, _ = run("doctor")

    assert code == 0
    assert "feeds.yaml: cannot be read" in out
    assert "database: tocsin.db is not there yet" in out
    assert "Telegram: out of reach" in out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        pytest.param("resolve Sumy >&-", (1, "output: Bad file descriptor\n"), id="closed"),
        pytest.param(
            "resolve Sumy >/dev/full",
            (1, "output: No space left on device\n"),
            id="full",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only"),
        ),
        pytest.param("annotate <&-", (0, ""), id="input closed"),
        pytest.param("frob 2>&-", (2, ""), id="errors closed"),
    ],
)
def test_a_stream_without_an_end_is_at_most_one_line(
    tmp_path: Path, how: str, expected: tuple[int, str]
) -> None:
    done = subprocess.run(
        f"{sys.executable} -m bot {how}",
        shell=True,  # which closes streams as people do
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(bot.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == expected


def test_a_fault_of_ours_is_one_line_but_with_debug(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.resolve", lambda _: dict[str, str]()["\n"])

    code, _, err = run("resolve", "Sumy")

    assert code == 1
    assert err.count("\n") == 1
    assert err.startswith("a fault of Tocsin: KeyError: '\\n' (test_cli_input.py:")
    with pytest.raises(KeyError):
        run("resolve", "Sumy", "--debug")


def test_who_stops_it_while_it_loads_sees_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.command_line.main", stopped)

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


class Terminal(io.StringIO):
    """Somebody looks at what is written."""

    def isatty(self) -> bool:
        return True


def test_what_counts_on_a_terminal_is_gone_before_the_result(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "feeds.yaml").write_text(FEEDS.replace("example.org", "127.0.0.1:9"))
    monkeypatch.setenv("TOCSIN_LOG_LEVEL", "ERROR")
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)

    code, out, _ = run("poll", "--once")

    assert (code, json.loads(out)["failed"]) == (0, 1)
    assert seen.getvalue() == f"\r1 feed polled\r{' ' * 79}\r"
