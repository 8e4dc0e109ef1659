"""Names that a word joins: "Sumy and Kharkiv", «Суми або Харків» (pure)."""

import re
from typing import Final

_JOINT: Final = re.compile(
    r"\s+(?:and|or|та|й|і|або|чи|и|или|und|oder|oraz|lub|i|et|ou|&)\s+", re.IGNORECASE
)


def split_joined(name: str) -> tuple[str, ...]:
    """Return the names, none if no word joins any; "Bosnia and Herzegovina" is split, too.

    >>> split_joined("Sumy and Kharkiv")
    ('Sumy', 'Kharkiv')
    """
    names = tuple(_JOINT.split(name.strip()))
    return names if len(names) > 1 else ()
