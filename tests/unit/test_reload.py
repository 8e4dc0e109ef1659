from pathlib import Path

import pytest

from bot.domain.errors import ConfigError, StoreError
from bot.reload import Reload


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


class Taken:
    """Reads the file as the service would; "bad" is an error, "full" a busy store."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.texts: list[str] = []

    async def __call__(self) -> None:
        text = self.path.read_text(encoding="utf-8")
        self.texts.append(text)
        if text == "bad":
            raise ConfigError(f"{self.path}:1", "is bad; write good")
        if text == "full":
            raise StoreError("busy")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "regions.yaml"
    path.write_text("good", encoding="utf-8")
    return path


async def test_a_file_is_taken_once_for_each_change(path: Path) -> None:
    taken = Taken(path)
    reload = Reload(path, "regions", taken)

    await reload.look()
    write(path, "better")
    await reload.look()
    await reload.look()

    assert taken.texts == ["better"]
    assert reload.error is None


async def test_a_file_with_an_error_is_complained_about_once_until_it_is_mended(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reload = Reload(path, "regions", Taken(path))

    write(path, "bad")
    await reload.look()
    await reload.look()
    wrong = reload.error
    write(path, "good")
    await reload.look()

    assert wrong == f"{path}:1: is bad; write good"
    assert [record.getMessage() for record in caplog.records] == [
        f"the running regions stay: {path}:1: is bad; write good"
    ]
    assert reload.error is None


async def test_a_file_that_could_not_be_taken_yet_is_tried_again(path: Path) -> None:
    taken = Taken(path)
    reload = Reload(path, "regions", taken)
    write(path, "full")

    for _ in range(2):
        with pytest.raises(StoreError):
            await reload.look()

    assert taken.texts == ["full", "full"]
