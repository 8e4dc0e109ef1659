"""Each document of fixtures/feeds reproduces a fault that was seen somewhere."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FOLDER = Path(__file__).parents[2] / "fixtures" / "feeds"
SUFFIX = ".expected.json"
NAMES = sorted(path.name for path in FOLDER.iterdir() if not path.name.endswith(SUFFIX))


@pytest.mark.parametrize("name", NAMES)
def test_fault_that_was_seen(name: str) -> None:
    body = (FOLDER / name).read_bytes()
    expected = json.loads((FOLDER / f"{name}{SUFFIX}").read_text(encoding="utf-8"))

    feed = parse_feed(
        body, url="https://feeds.example.org/a.xml", now=NOW, zone="Europe/Kyiv"
    )

    read = json.loads(json.dumps(asdict(feed), default=datetime.isoformat))
    assert {name: read[name] for name in ("title", "language")} == {
        name: expected[name] for name in ("title", "language")
    }
    assert [
        {name: value for name, value in entry.items() if name != "slice"}
        for entry in read["entries"]
    ] == expected["entries"]


@pytest.mark.parametrize("name", NAMES)
def test_each_fixture_says_where_its_fault_was_seen(name: str) -> None:
    assert b"een" in (FOLDER / name).read_bytes()[:600]
