"""Reads nodes of a configuration file into values and gathers what is wrong with them.

Nothing is raised while a file is read, so that all its faults are reported at once, each as
``feeds.yaml:12: feeds[3].interval: …``.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.config.nearest import did_you_mean
from bot.config.yaml import Mapping, Node, Scalar, Sequence
from bot.domain.errors import ConfigError, ConfigErrors

T = TypeVar("T")


class Check:
    """What reads one file; `name` is the file's name for messages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._faults: list[tuple[int, ConfigError]] = []

    def add(self, line: int, key: str, reason: str) -> None:
        """Say that what stands at `key` is wrong."""
        where = f"{self._name}:{line}"
        error = ConfigError(where, f"{key}: {reason}" if key else reason)
        self._faults.append((line, error))

    def finish(self) -> None:
        """Raise what was found, in the order of the file.

        Raises:
            ConfigError: One thing is wrong; ConfigErrors when several are.
        """
        found = [error for _, error in sorted(self._faults, key=lambda fault: fault[0])]
        if len(found) == 1:
            raise found[0]
        if found:
            raise ConfigErrors(found)

    def version(self, top: dict[str, Node], wanted: int) -> None:
        """Refuse another version than `wanted`; that it is missing is said elsewhere."""
        node = top.get("version")
        if isinstance(node, Scalar) and node.text != str(wanted):
            self.add(node.line, "version", f"{node.text!r} is unknown; write {wanted}")
        elif node is not None and not isinstance(node, Scalar):
            self.add(node.line, "version", f"write {wanted}")

    def mapping(
        self,
        node: Node,
        key: str,
        known: Iterable[str],
        *,
        required: Iterable[str] = (),
        example: str = "url: …",
    ) -> dict[str, Node]:
        """Return the values of `node` by key, of those keys that are known."""
        if not isinstance(node, Mapping):
            names = ", ".join(known)
            self.add(node.line, key, f"must have keys ({names}), as in {example}")
            return {}
        for name in required:
            if name not in node.items:
                self.add(node.line, f"{key}.{name}".strip("."), "is missing")
        for name, line in node.key_lines.items():
            if name not in known:
                reason = f"there is no such key; {did_you_mean(name, known)}"
                self.add(line, f"{key}.{name}".strip("."), reason)
        return {name: node.items[name] for name in node.items if name in known}

    def items(self, node: Node | None, key: str, example: str) -> tuple[Node, ...]:
        """Return the items of a list; none if it is absent or wrong."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.add(node.line, key, f"must be a list, such as {example}")
            return ()
        return node.items

    def value(
        self, fields: dict[str, Node], key: str, name: str, read: Callable[[str], T]
    ) -> T | None:
        """Return what `read` makes of a key's text, None if it is absent or wrong."""
        node = fields.get(name)
        if node is None:
            return None
        return self.read(node, f"{key}.{name}", read)

    def read(self, node: Node, key: str, read: Callable[[str], T]) -> T | None:
        """Return what `read` makes of a single value, None if it is wrong."""
        if not isinstance(node, Scalar):
            self.add(node.line, key, "must be a single value")
            return None
        if node.value is None:
            self.add(node.line, key, "has no value; write one or delete the key")
            return None
        try:
            return read(node.text)
        except ValueError as exc:
            self.add(node.line, key, str(exc))
            return None
