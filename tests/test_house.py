"""What keeps the house readable: short files, short functions, nothing of one machine."""

import ast
import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
MAX_LINES: Final = 300
MAX_FUNCTION: Final = 60
MODULES: Final = sorted((ROOT / "bot").rglob("*.py"))

# Somebody's home or workplace, and hosts that packages come from: each written so that
# this file does not hold it.
MACHINE: Final = re.compile(
    r"/(?:w[o]rk|h[o]me|U[s]ers|r[o]ot)/[\w.]"
    r"|pyp[i]\.org|pythonhoste[d]|npmj[s]\.|deb\.debia[n]|crate[s]\.io"
)


def tracked_files() -> list[Path]:
    """Return the files of the repository; all files of the folder if it is none."""
    found = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if found.returncode != 0:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    names = found.stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def test_no_module_is_longer_than_a_reader_likes() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert lengths
    assert {p: n for p, n in lengths.items() if n > MAX_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= MAX_FUNCTION
    ]

    assert long == []


def test_each_package_says_what_it_is() -> None:
    silent = [
        path for path in MODULES if ast.get_docstring(ast.parse(path.read_bytes())) is None
    ]

    assert silent == []


def test_nothing_names_a_machine_or_where_packages_come_from() -> None:
    named = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        named += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in MACHINE.finditer(text)]

    assert named == []
