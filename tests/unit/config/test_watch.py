import os
from pathlib import Path

from bot.config.watch import FileWatch


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
