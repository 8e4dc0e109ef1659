"""regions.yaml: an admin's own regions. Only its form is read so far.

What it may say belongs to a later version; a file that is named in TOCSIN_REGIONS_FILE must
exist and be YAML of version 1, so that a mistyped path is noticed today.
"""

from pathlib import Path

from bot.config.yaml import Mapping, Scalar, load_yaml
from bot.domain.errors import ConfigError

VERSION = 1


def check_regions(path: Path) -> str:
    """Return a warning for the log: the file is in order, but is not used yet.

    Raises:
        ConfigError: The file cannot be read or is not YAML of version 1.
    """
    root = load_yaml(path)
    version = root.items.get("version") if isinstance(root, Mapping) else None
    if not isinstance(version, Scalar) or version.text != str(VERSION):
        where = f"{path}:{version.line if version else root.line}"
        raise ConfigError(where, f"version: write version: {VERSION}")
    return f"{path}: own regions are not built yet; the file is in order and has no effect"
