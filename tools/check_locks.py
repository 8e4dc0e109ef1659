"""Check, without a network, that the lock files fit what they were made from.

That is pyproject.toml, and for the gazetteer its own list. Each dependency is pinned in its
lock, with an allowed version and with hashes; the locks agree; no lock names a host. Prints
one line for each fault; exit 1.
"""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCKS = {
    "requirements.lock": ("build",),
    "requirements-dev.lock": ("build", "test", "check"),
}
GAZETTEER = "tools/gazetteer/requirements.lock"
WRITES = "marisa-trie"  # what writes the gazetteer's file is what reads it
PIN = re.compile(
    r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;\\]+)(.*?)(?=^\S|\Z)",
    re.MULTILINE | re.DOTALL,
)


def main() -> int:
    """Print what is wrong; return the exit code."""
    faults = [*find_faults(ROOT)]
    for fault in faults:
        print(f"{fault}; run make lock")
    return 1 if faults else 0


def find_faults(root: Path) -> list[str]:
    """Return what is wrong with the locks of the project at `root`, in words."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    faults: list[str] = []
    pins: dict[str, dict[str, Version]] = {}
    for name, extras in LOCKS.items():
        wanted = list(project["dependencies"])
        for extra in extras:
            wanted += project["optional-dependencies"][extra]
        pins[name] = _pins(root, name, wanted, faults)
    listed = (root / GAZETTEER).with_suffix(".in").read_text(encoding="utf-8").splitlines()
    wanted = [wish for line in listed if (wish := line.partition("#")[0].strip())]
    build = _pins(root, GAZETTEER, wanted, faults)
    first, second = pins.values()
    faults += [
        f"the locks disagree on {package}"
        for package, version in first.items()
        if second.get(package) != version
        or (package == WRITES and build.get(package) != version)
    ]
    return faults


def _pins(
    root: Path, name: str, wanted: list[str], faults: list[str]
) -> dict[str, Version]:
    """Return the pins of one lock; add to `faults` what is wrong with them."""
    text = (root / name).read_text(encoding="utf-8")
    if "://" in text:
        faults.append(f"{name} names a host")
    found = list(PIN.finditer(text))
    faults += [f"{name}: {pin[1]} has no hash" for pin in found if "sha256:" not in pin[3]]
    pins: dict[str, Version] = {canonicalize_name(pin[1]): Version(pin[2]) for pin in found}
    faults += [f"{name}: {fault}" for line in wanted if (fault := _fault(line, pins))]
    return pins


def _fault(line: str, pins: dict[str, Version]) -> str | None:
    """Return what is wrong with the pin of the requirement `line`, None if nothing is."""
    wanted = Requirement(line)
    pinned = pins.get(canonicalize_name(wanted.name))
    if pinned is None:
        return f"{wanted.name} is missing"
    if not wanted.specifier.contains(pinned, prereleases=True):
        return f"{wanted.name} {pinned} is not {wanted.specifier}"
    return None


if __name__ == "__main__":
    sys.exit(main())
