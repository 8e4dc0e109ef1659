"""Each setting, feeds.yaml key, command and error is in docs/, and docs/ invents none."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

import pytest
from typer import Typer

from bot.annotate.gazetteer import base
from bot.chat.actions import COMMANDS
from bot.config import regions
from bot.config.feeds import DEFAULTS_KEYS, FEED_KEYS, TOP_KEYS
from bot.config.regions import Known
from bot.config.settings import load_settings
from bot.domain import errors

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
PAGES: Final = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(page: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the first cell's code and the other cells of each table row."""
    for line in page.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells and (name := re.fullmatch(r"`([^`]+)`", cells[0])):
            yield name[1], cells[1:]


def test_each_setting_is_documented_with_its_default() -> None:
    documented = {
        name: cells[0].strip("`")
        for name, cells in rows(read("configuration.md"))
        if name.startswith("TOCSIN_")
    }

    defaults = load_settings({}, None).masked()

    assert documented == defaults


def test_each_key_of_feeds_yaml_is_documented() -> None:
    page = read("configuration.md").partition("## feeds.yaml")[2]
    page = page.partition("## regions.yaml")[0]

    assert {name for name, _ in rows(page)} == {*TOP_KEYS, *DEFAULTS_KEYS, *FEED_KEYS}


def test_each_key_of_regions_yaml_is_documented() -> None:
    page = read("configuration.md").partition("## regions.yaml")[2]

    known = {*regions.TOP_KEYS, *regions.REGION_KEYS, *regions.PLACE_KEYS}

    assert {name for name, _ in rows(page)} == known


def test_the_example_of_regions_yaml_is_one() -> None:
    page = read("configuration.md").partition("## regions.yaml")[2]
    example = page.partition("```yaml\n")[2].partition("```")[0]

    found = regions.parse_regions(example.encode(), Known(base().find, lambda _: None))

    written = {key for key, value in asdict(found.own.regions[0]).items() if value}
    assert written == {*regions.REGION_KEYS}
    assert found.own.groups


def test_each_chat_command_is_documented() -> None:
    page = read("commands.md").partition("## On the command line")[0]

    assert {name[1:] for name, _ in rows(page) if name.startswith("/")} == {*COMMANDS}


def commands(app: Typer, before: str = "tocsin") -> Iterator[str]:
    """Yield each command of the command line."""
    for command in app.registered_commands:
        assert command.callback is not None
        yield f"{before} {command.name or command.callback.__name__}"
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from commands(group.typer_instance, f"{before} {group.name}")


def test_each_command_of_the_command_line_is_documented() -> None:
    from bot.command_line import app  # noqa: PLC0415  # it imports the whole product

    page = read("commands.md").partition("## On the command line")[2]

    assert {name for name, _ in rows(page)} == {*commands(app)}


def test_each_part_has_its_place_in_the_layers() -> None:
    page = read("architecture.md")
    parts = {
        f"bot/{part.name}" + "/" * part.is_dir()
        for part in (ROOT / "bot").iterdir()
        if part.name not in {"__init__.py", "__pycache__"}
    }

    assert {part for part in parts if f"`{part}`" not in page} == set()


def test_each_error_is_documented() -> None:
    raised = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.TocsinError)
    }

    assert {name for name, _ in rows(read("architecture.md")) if name in raised} == raised
    assert all(re.search(rf"\b{name}\b", errors.__doc__ or "") for name in raised)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    missing = [
        link for link in links if "://" not in link and not (page.parent / link).exists()
    ]

    assert missing == []
