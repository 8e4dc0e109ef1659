"""Feeds are added to feeds.yaml, and every byte that was there stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config.feeds import load_feeds
from bot.config.feeds_file import add_feeds, extended, read_listed
from bot.config.listed import ListedFeed
from bot.domain.errors import ConfigError

NEW = ListedFeed(url="https://new.example/rss", title="New: one", tags=("a, b",))

COMMENTED = """\
# Ours.
version: 1   # the only one
feeds:
  # Ukraine
  - url: https://a.example/   # the best
    title: "A"
    # interval: 1m

  # - url: https://off.example/
# end
"""


def grown(body: str, *feeds: ListedFeed) -> str:
    return extended(body.encode(), feeds or (NEW,), "feeds.yaml")[0].decode()


def test_the_lines_come_after_the_last_feed_and_what_is_noted_in_it() -> None:
    above, below = COMMENTED.split("\n\n")

    after = grown(COMMENTED)

    assert after == (
        f"{above}\n"
        "  - url: https://new.example/rss\n"
        '    title: "New: one"\n'
        '    tags: ["a, b"]\n'
        f"\n{below}"
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("version: 1\nfeeds:\n- url: https://a.example/", id="no last line"),
        pytest.param(
            "version: 1\r\nfeeds:\r\n  - url: https://a.example/\r\n", id="from Windows"
        ),
        pytest.param(
            "\ufeffversion: 1\nfeeds:\n  - url: https://a.example/\n", id="marked"
        ),
        pytest.param(
            "feeds:\n    -   url: https://a.example/\n        tags:\n          - x\n"
            "defaults: {interval: 9m}\nversion: 1\n",
            id="other keys follow",
        ),
        pytest.param(
            "version: 1\nfeeds:\n  - url: https://a.example/\n    title: |\n      A\n\n",
            id="text in lines",
        ),
        pytest.param(
            "---\nversion: 1\nfeeds:\n  - url: https://a.example/\n...\n", id="marks"
        ),
        pytest.param("version: 1\nfeeds: []\n", id="empty"),
        pytest.param("{version: 1, feeds: [ # none\n]}", id="braces"),
        pytest.param(
            "version: 1\nfeeds: [{url: https://a.example/}, # x\n]\n", id="brackets"
        ),
        pytest.param(
            '"feeds":\n  - "url": https://a.example/\n"version": 1\n',
            id="keys in quotes",
        ),
    ],
)
def test_whatever_its_style_every_byte_stays(body: str) -> None:
    after = grown(body)

    cut = max(i for i in range(len(body) + 1) if after.startswith(body[:i]))
    assert after.endswith(body[cut:])
    assert "new.example" in after


@pytest.mark.parametrize("body", ["", "# Ours.\n", "# Ours."])
def test_a_file_that_says_nothing_is_begun(body: str) -> None:
    after = grown(body)

    assert after.startswith(body)
    assert "version: 1\nfeeds:\n  - url: https://new.example/rss\n" in after


def test_known_feeds_are_not_added_again_however_they_are_spelt() -> None:
    feeds = [
        ListedFeed(url="https://A.example:443"),
        NEW,
        ListedFeed(url="https://new.example/rss/"),
    ]

    _, addition = extended(COMMENTED.encode(), feeds, "feeds.yaml")

    assert addition.added == (NEW,)
    assert [feed.url for feed in addition.known] == [feeds[0].url, feeds[2].url]


def test_a_comment_cannot_smuggle_keys_in() -> None:
    feed = ListedFeed(
        url="https://new.example/",
        comment="x\n- url: https://evil.example/\x85y\u2028z\x07",
    )

    after = grown(COMMENTED, feed)

    assert "\n  # - url: https://evil.example/\n  # y\n  # z\n  - url" in after


def test_the_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "feeds.yaml"
    real.write_text(COMMENTED)
    real.chmod(0o640)
    link.symlink_to(real)

    add_feeds(link, [NEW])

    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert [spec.url for spec in load_feeds(link)][-1] == NEW.url
    assert sorted(tmp_path.iterdir()) == [link, real]


def test_a_missing_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"

    add_feeds(path, [NEW])

    assert [spec.title for spec in load_feeds(path)] == ["New: one"]


def test_a_faulty_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("version: 1\nfeeds:\n  - tilte: x\n")

    with pytest.raises(ConfigError):
        add_feeds(path, [NEW])

    assert path.read_text() == "version: 1\nfeeds:\n  - tilte: x\n"


def test_a_file_that_somebody_changes_meanwhile_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(COMMENTED)

    def feeds() -> Iterator[ListedFeed]:
        path.write_text("# new\n")
        yield NEW

    with pytest.raises(ConfigError, match="changed meanwhile"):
        add_feeds(path, feeds())

    assert path.read_text() == "# new\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(ConfigError, match="UTF-8"):
        extended("# Наші\n".encode("cp1251"), [NEW], "feeds.yaml")


def test_a_list_that_is_too_long_is_not_added() -> None:
    feeds = [ListedFeed(url=f"https://a{n}.example/{'x' * 1900}") for n in range(2_200)]

    with pytest.raises(ConfigError, match="would be larger"):
        extended(b"", feeds, "feeds.yaml")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"not written: No such file"):
        add_feeds(tmp_path / "nowhere" / "feeds.yaml", [NEW])


def test_comments_directly_above_a_feed_belong_to_it(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(
        "version: 1\nfeeds:\n  # one\n  #two\n  - url: https://a.example/\n"
        "    # interval: 1m\n  - url: https://b.example/\n  # alone\n\n"
        "  -\n    url: https://c.example/\n# left\n  -\n    url: https://d.example/\n"
    )

    comments = [feed.comment for feed in read_listed(path)]

    assert comments == ["one\ntwo", "", "", "left"]
