"""A statement that is compiled once, and goes to SQLite without SQLAlchemy.

SQLAlchemy takes 0.1 ms for a statement, 0.3 for one that is built first, and SQLite itself
hardly 0.02: a poll with a new entry has 25 of them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from sqlalchemy import Boolean, ColumnElement, Select, TypeDecorator, UpdateBase, bindparam
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import JSON, NullType, TypeEngine

from bot.store import sqlite

SQLITE = sqlite_dialect(paramstyle="qmark")

Row = Sequence[Any]


class Prepared:
    """A statement without expanding parameters, to be executed alone, many times.

    Args:
        statement: What it does; its values are bound by name.
    """

    def __init__(self, statement: UpdateBase | Select[Any]) -> None:
        self.statement = statement
        compiled = statement.compile(dialect=SQLITE)
        self.sql = str(compiled)
        self._bound = tuple(
            (name, compiled.params[name], binder(compiled.binds[name].type))
            for name in compiled.positiontup or ()
        )
        columns = (
            statement.selected_columns
            if isinstance(statement, Select)
            else statement.exported_columns
        )
        self._makers = tuple(
            column.type.dialect_impl(SQLITE).result_processor(SQLITE, None)
            for column in columns
        )

    def parameters(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return what SQLite is given for these values, in order."""
        return tuple(
            process(values.get(name, usual)) if process else values.get(name, usual)
            for name, usual, process in self._bound
        )

    async def rows(self, tx: AsyncConnection, **values: Any) -> Sequence[Row]:
        """Return the rows that a SELECT finds, or what RETURNING tells of those written."""
        steady = sqlite.steady_of(tx)
        if steady is None:
            return (await tx.execute(self.statement, values)).all()
        found = await steady.call(sqlite.execute, self.sql, self.parameters(values))
        columns = zip(*found[1], strict=True)
        made = [
            map(make, column) if make else column
            for make, column in zip(self._makers, columns, strict=False)
        ]
        return list(zip(*made, strict=True))

    async def write(self, tx: AsyncConnection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write, once for each of `rows`, of which there is one at least."""
        steady = sqlite.steady_of(tx)
        if steady is None:
            await tx.execute(self.statement, rows)
        else:
            bound = [self.parameters(row) for row in rows]
            await steady.call(sqlite.execute_many, self.sql, bound)


def binder(kind: TypeEngine[Any]) -> Any:
    """Return what makes SQLite's value of one of this type; None if it is the same."""
    return kind.dialect_impl(SQLITE).bind_processor(SQLITE)


class _Many(TypeDecorator[Any]):
    """Several values as one parameter: an array, or JSON where there are none."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: TypeEngine[Any]) -> None:
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Any) -> TypeEngine[Any]:
        many = postgresql.ARRAY(self.kind) if dialect.name == "postgresql" else self.impl
        found: TypeEngine[Any] = dialect.type_descriptor(many)
        return found

    def process_bind_param(self, value: Any, dialect: Any) -> list[Any]:
        del dialect
        return list(value)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:
        """Return itself: compared with 1, as SQLAlchemy does, it would use no index."""
        del against
        return self


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return whether a column is one of the values, however many, of a parameter.

    The statement is the same for any number of them, which ``IN`` is not.
    """
    # A foreign key without a type of its own has none until what it refers to is imported.
    assert not isinstance(column.type, NullType), column
    return _Among(column, bindparam(name, type_=_Many(column.type)))


@compiles(_Among, "sqlite")
def _in_sqlite(element: _Among, compiler: Any, **how: Any) -> str:
    column, values = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608  # ours


@compiles(_Among, "postgresql")
def _in_postgresql(element: _Among, compiler: Any, **how: Any) -> str:
    column, values = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY ({values})"
