"""A statement that is compiled once, and goes to SQLite without SQLAlchemy."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import UpdateBase
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

_SQLITE = sqlite_dialect(paramstyle="qmark")


class Prepared:
    """A statement without expanding parameters, to be executed alone, many times.

    Args:
        statement: What it does; its values are bound by name.
    """

    def __init__(self, statement: UpdateBase) -> None:
        self.statement = statement
        compiled = statement.compile(dialect=_SQLITE)
        self.sql = str(compiled)
        self._bound = tuple(
            (name, compiled.params[name], self._processor(compiled.binds[name].type))
            for name in compiled.positiontup or ()
        )

    def parameters(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return what SQLite is given for these values, in order."""
        return tuple(
            process(values.get(name, usual)) if process else values.get(name, usual)
            for name, usual, process in self._bound
        )

    @staticmethod
    def _processor(kind: Any) -> Any:
        return kind.dialect_impl(_SQLITE).bind_processor(_SQLITE)
