import os
from pathlib import Path

import pytest

from bot.config.regions import check_regions
from bot.config.watch import FileWatch
from bot.domain.errors import ConfigError


def test_each_content_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("a", encoding="utf-8")
    watch = FileWatch(path)

    assert not watch.changed()
    path.write_text("b", encoding="utf-8")
    assert watch.changed()
    assert not watch.changed()


def test_a_touched_file_has_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("a", encoding="utf-8")
    watch = FileWatch(path)

    os.utime(path, (1, 1))

    assert not watch.changed()


def test_new_content_of_the_same_size_and_time_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("a", encoding="utf-8")
    os.utime(path, (1, 1))
    watch = FileWatch(path)

    path.write_text("b", encoding="utf-8")
    os.utime(path, (1, 1))

    assert watch.changed()


def test_a_file_that_goes_or_comes_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    watch = FileWatch(path)

    path.write_text("a", encoding="utf-8")
    assert watch.changed()
    path.unlink()
    assert watch.changed()
    assert not watch.changed()


def test_own_regions_are_checked_for_form_and_said_to_have_no_effect(
    tmp_path: Path,
) -> None:
    path = tmp_path / "regions.yaml"
    path.write_text("version: 1\nregions: []\n", encoding="utf-8")

    assert "not built yet" in check_regions(path)


@pytest.mark.parametrize(
    ("text", "line"), [("regions: []\n", 1), ("a: 1\nversion: 2\n", 2), ("[]", 1)]
)
def test_own_regions_need_their_version(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "regions.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(
        ConfigError, match=rf"regions\.yaml:{line}: version: write version: 1"
    ):
        check_regions(path)
