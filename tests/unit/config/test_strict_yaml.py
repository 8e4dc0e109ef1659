from pathlib import Path

import pytest

from bot.config.yaml import MAX_BYTES, Mapping, Scalar, Sequence, parse_yaml, read_capped
from bot.domain.errors import ConfigError


def complaint(body: bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_yaml(body, "f.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("NO", "NO", id="Norway stays text"),
        pytest.param("22:30", "22:30", id="a time stays text"),
        pytest.param("yes", "yes", id="yes stays text"),
        pytest.param("0x1F", "0x1F", id="hexadecimal stays text"),
        pytest.param("2024-01-01", "2024-01-01", id="a date stays text"),
        pytest.param("'1'", "1", id="quoted number is text"),
        pytest.param('"true"', "true", id="quoted word is text"),
        pytest.param("1", 1, id="integer"),
        pytest.param("-12", -12, id="negative"),
        pytest.param("1.5e3", 1500.0, id="float"),
        pytest.param("9" * 30, 1e30, id="beyond 64 bits"),
        pytest.param("true", True, id="true"),
        pytest.param("False", False, id="false"),
        pytest.param("null", None, id="null"),
        pytest.param("", None, id="empty"),
    ],
)
def test_plain_values_are_yaml_1_2(written: str, value: object) -> None:
    root = parse_yaml(f"key: {written}\n".encode(), "f.yaml")

    assert isinstance(root, Mapping)
    node = root.items["key"]
    assert isinstance(node, Scalar)
    assert node.value == value
    assert type(node.value) is type(value)


def test_every_value_knows_its_line() -> None:
    root = parse_yaml(b"\xef\xbb\xbf# head\na:\n  - x\n  - {b: 1}\nc: {}\n", "f.yaml")

    assert isinstance(root, Mapping)
    assert root.key_lines == {"a": 2, "c": 5}
    items = root.items["a"]
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [3, 4]
    assert root.items["c"] == Mapping(items={}, key_lines={}, line=5)


@pytest.mark.parametrize(
    ("body", "where", "reason"),
    [
        (b"", "f.yaml", "is empty"),
        (b"# only a comment\n", "f.yaml", "is empty"),
        (b"a: 1\n\xff", "f.yaml:2", "is not UTF-8"),
        (b"a: 1\nb: \x00", "f.yaml:2", "the character U+0000 is not allowed"),
        (b'a: 1\nb: "x\\0"', "f.yaml:2", "the character U+0000 is not allowed"),
        (b'a: 1\nb: "\\uD83D"', "f.yaml:2", "the character U+D83D is not allowed"),
        (b'"\\x1b": 1', "f.yaml:1", "the character U+001B is not allowed"),
        (b"a: 1\na: 2\n", "f.yaml:2", "a is given twice, first in line 1"),
        (b"a: &x 1\n", "f.yaml:1", "anchors"),
        (b"a: 1\nb: *x\n", "f.yaml:2", "aliases"),
        (b"a: !!str 1\n", "f.yaml:1", "tags"),
        (b"- !<tag:x> {}\n", "f.yaml:1", "tags"),
        (b"<<: {a: 1}\n", "f.yaml:1", "merge keys"),
        (b"%YAML 1.1\n---\na: 1\n", "f.yaml:2", "directives"),
        (b"a: 1\n---\nb: 2\n", "f.yaml:2", "only one document"),
        (b"? [a]\n: 1\n", "f.yaml:1", "a key must be a single word"),
        (b"a: 1\n  b: 2\n", "f.yaml:2", "not YAML: mapping values"),
        (b"a:\n\t- x\n", "f.yaml:2", "not YAML: found character"),
        (b"a: 'x\n", "f.yaml:2", "not YAML"),
        (b"[" * 5000, "f.yaml:1", "nested deeper than 16"),
        (b"- " * 5000, "f.yaml:1", "nested deeper than 16"),
        (b"{a: " * 5000, "f.yaml:1", "nested deeper than 16"),
    ],
)
def test_what_hides_a_mistake_or_explodes_is_refused_with_its_line(
    body: bytes, where: str, reason: str
) -> None:
    message = complaint(body)

    assert message.startswith(f"{where}:")
    assert reason in message
    assert "\n" not in message


def test_a_big_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))

    with pytest.raises(ConfigError, match="is larger than"):
        read_capped(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.yaml: cannot be read: No such file"):
        read_capped(tmp_path / "none.yaml")


def test_ten_thousand_feeds_are_no_large_file(tmp_path: Path) -> None:
    url, title = "https://news.example.org/feeds/region/rss.xml", "Новини нашої області"
    feed = f"  - {{url: {url}, title: {title}}}\n"
    path = tmp_path / "feeds.yaml"
    path.write_text(feed * 10_000, encoding="utf-8")

    assert len(read_capped(path)) > 1_000_000
