"""How a kind of fact is declared: once, as a class with typed columns, for reading and for changing.

Reading needs a table, whose columns stand on the class, as in ``select(School.name)``. Changing needs SQLAlchemy's
mapper too, which takes longer to load than the window. So a class begins as its table, and ``load_mapper`` maps it when
the first fact is made or changed; what was asked before can be asked as before.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, ClassVar, Self, dataclass_transform

from sqlalchemy import Boolean, Column, Date, DateTime, Double, ForeignKey, Integer, MetaData, String, Table, Time
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

_TYPES: dict[str, type[TypeEngine[Any]]] = {
    "str": String,
    "int": Integer,
    "float": Double,
    "bool": Boolean,
    "date": Date,
    "time": Time,
    "datetime": DateTime,
}
_NEEDED: Any = object()
_unmapped: list[type[Declared]] = []
_mapping = Lock()


class _Said:
    """What a class says of one of its columns beside the type."""

    def __init__(self, of: ForeignKey | None, default: Any, made: Callable[[], Any] | None, **how: Any) -> None:
        self._of, self._default, self._made, self._how = of, default, made, how

    def column(self, name: str, annotation: str) -> Column[Any]:
        """The column for an annotation such as ``Mapped[str | None]``."""
        kind, _, none = annotation.removeprefix("Mapped[").removesuffix("]").partition(" | ")
        of = () if self._of is None else (self._of,)
        default = None if self._default is _NEEDED else self._default
        return Column(name, _TYPES[kind](), *of, nullable=none == "None", default=default, **self._how)

    def value(self, name: str) -> Any:
        """What stands in the column where nothing was given; TypeError where something must be."""
        if self._made is not None:
            return self._made()
        if self._default is _NEEDED:
            raise TypeError(f"{name} must be given")
        return self._default


def column(
    of: ForeignKey | None = None,
    *,
    default: Any = _NEEDED,
    default_factory: Callable[[], Any] | None = None,
    primary_key: bool = False,
    unique: bool | None = None,
) -> Any:
    """Says of a column what its type does not: the row it points to, and what stands in it where nothing is given."""
    return _Said(of, default, default_factory, primary_key=primary_key, unique=unique)


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(column,))
class Declared:
    """A row with a class of its own, made with one keyword for each column that has no default."""

    metadata: ClassVar[MetaData] = MetaData()
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = ()
    __table__: ClassVar[Table]
    __clause_element__: ClassVar[Callable[[], Table]]
    """What a query reads that names the class; gone once the class is mapped."""
    _said: ClassVar[dict[str, tuple[str, _Said]]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: text for name, text in cls.__annotations__.items() if text.startswith("Mapped[")}
        nothing = _Said(None, _NEEDED, None)
        cls._said = {name: (text, vars(cls).get(name, nothing)) for name, text in own.items()} | cls._said
        if "__tablename__" in vars(cls):
            columns = [said.column(name, text) for name, (text, said) in cls._said.items()]
            cls.__table__ = table = Table(cls.__tablename__, cls.metadata, *columns, *cls.__table_args__)
            cls.__clause_element__ = lambda: table
            for each in columns:
                setattr(cls, each.name, each)
            _unmapped.append(cls)

    def __new__(cls, **_values: Any) -> Self:  # noqa: D102
        load_mapper()
        return super().__new__(cls)

    def __init__(self, **values: Any) -> None:
        for name, (_, said) in self._said.items():
            setattr(self, name, values.pop(name) if name in values else said.value(name))
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")


def load_mapper() -> None:
    """Lets rows be made and changed as objects: maps every kind declared so far."""
    if not _unmapped:
        return
    from sqlalchemy.orm import registry  # costs what the comment at the top says, so not before it is needed

    with _mapping:
        mapper = registry(metadata=Declared.metadata)
        while _unmapped:
            kind = _unmapped[-1]
            mapper.map_imperatively(kind, kind.__table__, properties=dict(kind.__table__.columns))
            del kind.__clause_element__
            _unmapped.pop()
