"""Values with slots that do not change: `@record` makes a class of its annotated fields, as `dataclass` does.

A class costs a tenth of a frozen dataclass, and an object a third: a method is compiled when it is first called,
since a run uses few of those that it imports, and none watches over the fields at run time. That these do not change is
proved by mypy. `dataclasses.replace` and `fields` work as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from dataclasses import field, replace

__all__ = ["field", "record", "replace"]

_Class = TypeVar("_Class")
_REQUIRED: Any = object()
_FACTORY: Any = object()
_IN_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


class RecordField:
    """What is said about a field: its default or what makes it; whether it is given, counts for equality, is shown."""

    __slots__ = ("compare", "default", "factory", "init", "repr")

    def __init__(self, default: Any, factory: Callable[[], Any] | None, init: bool, compare: bool, repr: bool) -> None:
        self.default, self.factory, self.init, self.compare, self.repr = default, factory, init, compare, repr


if not TYPE_CHECKING:

    def field(*, default=_REQUIRED, default_factory=None, init=True, compare=True, repr=True):
        """What is said about a field, as in `dataclasses.field`."""
        return RecordField(default, default_factory, init, compare, repr)

    def replace(value, /, **changes):
        """A record like another one with some fields changed; a `TypeError` where it has no such field."""
        cls = type(value)
        for name, each in cls.__record_fields__.items():
            if each.init and name not in changes:
                changes[name] = getattr(value, name)
        return cls(**changes)


def default_of(cls: type, name: str) -> Any:
    """The default of a field of a class of records; a `KeyError` where it has no such field."""
    return cls.__dict__["__record_fields__"][name].default


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class], /) -> type[_Class]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, order: bool = False, kw_only: bool = False) -> Callable[[type[_Class]], type[_Class]]: ...
def record(cls: Any = None, /, *, order: bool = False, kw_only: bool = False) -> Any:
    """The class with a constructor, slots, equality, a hash and a text of its fields; with `order`, also in order."""
    return _made(cls, order, kw_only) if cls else lambda each: _made(each, order, kw_only)


def _made(cls: type, order: bool, kw_only: bool) -> type:
    own = {name: _field_of(cls, name) for name, text in cls.__annotations__.items() if not _is_of_class(text)}
    fields: dict[str, RecordField] = {}
    for base in reversed(cls.__mro__[1:]):
        fields |= base.__dict__.get("__record_fields__", {})
    fields |= own
    left_out = {*own, "__dict__", "__weakref__"}
    members: dict[str, Any] = {name: each for name, each in cls.__dict__.items() if name not in left_out}
    members["__slots__"] = tuple(name for name in own if not any(hasattr(base, name) for base in cls.__bases__))
    members["__record_fields__"] = fields
    members["__match_args__"] = () if kw_only else tuple(name for name, each in fields.items() if each.init)
    # Methods of the class itself go before those that are made here.
    made = {**_uncompiled(cls, fields, order, kw_only), **_described()}
    finished: type = type(cls)(cls.__name__, cls.__bases__, {**made, **members})
    _turn_cells(members, cls, finished)
    return finished


def _field_of(cls: type, name: str) -> RecordField:
    default = cls.__dict__.get(name, _REQUIRED)
    return default if isinstance(default, RecordField) else RecordField(default, None, True, True, True)


def _is_of_class(annotation: Any) -> bool:
    return str(annotation).startswith(("ClassVar", "typing.ClassVar"))


def _uncompiled(cls: type, fields: dict[str, RecordField], order: bool, kw_only: bool) -> dict[str, Any]:
    """Methods that put the compiled one in their own place when they are called, and then do what it does."""

    def method(name: str) -> Any:
        def first_call(self: Any, *values: Any, **named: Any) -> Any:
            compiled = _compiled(cls, fields, kw_only, name)
            for owner in type(self).__mro__:
                # Another thread may have put it there meanwhile.
                if owner.__dict__.get(name) is first_call:
                    setattr(owner, name, compiled)
            return compiled(self, *values, **named)

        return first_call

    return {
        name: method(name) for name in ("__init__", "__hash__", "__repr__", "__eq__", *(_IN_ORDER if order else ()))
    }


def _compiled(cls: type, fields: dict[str, RecordField], kw_only: bool, name: str) -> Any:
    """A method of a class, compiled from its text, into which names of fields alone come."""
    scope: dict[str, Any] = {"_FACTORY": _FACTORY}
    exec(_text(cls, fields, kw_only, name, scope), scope)
    return scope[name]


def _text(cls: type, fields: dict[str, RecordField], kw_only: bool, name: str, scope: dict[str, Any]) -> str:
    compared = [each for each, said in fields.items() if said.compare]
    mine, others = (f"({''.join(f'{owner}.{each},' for each in compared)})" for owner in ("self", "other"))
    match name:
        case "__init__":
            return "\n".join(_constructor(cls, fields, kw_only, scope))
        case "__hash__":
            return f"def __hash__(self): return hash({mine})"
        case "__repr__":
            shown = ", ".join(f"{each}={{self.{each}!r}}" for each, said in fields.items() if said.repr)
            return f"def __repr__(self): return f'{{self.__class__.__qualname__}}({shown})'"
        case _:
            sign = {**_IN_ORDER, "__eq__": "=="}[name]
            is_same = "other.__class__ is self.__class__"
            return f"def {name}(self, other): return {mine} {sign} {others} if {is_same} else NotImplemented"


def _constructor(cls: type, fields: dict[str, RecordField], kw_only: bool, scope: dict[str, Any]) -> Iterator[str]:
    parameters, body = ["self", *["*"][: kw_only and bool(fields)]], []
    for name, each in fields.items():
        value = name
        if not each.init:
            scope[f"_make_{name}"] = each.factory
            value = f"_make_{name}()"
        elif each.factory:
            scope[f"_make_{name}"] = each.factory
            parameters.append(f"{name}=_FACTORY")
            value = f"_make_{name}() if {name} is _FACTORY else {name}"
        elif each.default is not _REQUIRED:
            scope[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        body.append(f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    yield from (f"def __init__({', '.join(parameters)}):", *(body or [" pass"]))


def _turn_cells(members: dict[str, Any], old: type, new: type) -> None:
    """Let `super()` in the methods mean the finished class: only a new class can have slots."""
    for member in members.values():
        function = getattr(member, "fget", None) or getattr(member, "__func__", member)
        for cell in getattr(function, "__closure__", None) or ():
            if cell.cell_contents is old:
                cell.cell_contents = new


def _described() -> dict[str, Any]:
    """What `dataclasses` and programs that know dataclasses ask of a class."""
    return {name: _DataclassMember(name) for name in ("__dataclass_fields__", "__dataclass_params__")}


class _DataclassMember:
    """What `dataclasses` says of a class, made when it is asked for, since that module takes long."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: Any) -> Any:
        import dataclasses

        def described(each: RecordField) -> Any:
            known: dict[str, Any] = {"default_factory": each.factory} if each.factory else {}
            if each.default is not _REQUIRED:
                # A default that may be changed is allowed here, since mypy proves that no record is.
                known = (
                    {"default": each.default} if each.default.__hash__ else {"default_factory": lambda: each.default}
                )
            return dataclasses.field(init=each.init, compare=each.compare, repr=each.repr, kw_only=True, **known)

        specified = [(name, Any, described(each)) for name, each in owner.__record_fields__.items()]
        found: Any = dataclasses.make_dataclass(owner.__name__, specified, frozen=True)
        for name in _described():
            setattr(owner, name, getattr(found, name))
        return getattr(found, self.name)
