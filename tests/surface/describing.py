"""The public surface as text: what docs/compatibility.md promises to keep, one line a thing."""

from __future__ import annotations

import dis
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import distribution
from pathlib import Path
from typing import get_args

import attrs
import click

import practice_core
from practice_core import PracticeCore, PracticeError, Settings, connect, installed, ports, testing
from practice_core.adapters.opentelemetry import OpenTelemetry
from practice_core.cli.app import practice_core as command_line
from practice_core.container import Container
from practice_core.domain.verification import Anchor, Chain, Head
from practice_core.ports.telemetry import SILENCE
from practice_core.settings import PREFIX
from practice_core.testing import plugin

FILE = Path(__file__).with_name("surface.txt")
ABOUT = "The public surface (docs/compatibility.md), written by `make surface`."
FURTHER_IN = (OpenTelemetry, Anchor, Chain, Head)
"""What the pages have a host import, and no part above it has."""
GROUPS = (installed.STORES, installed.PAYMENTS, installed.MAILERS)
PLAIN = (bool, int, str, type(None))


def surface() -> str:
    parts = {
        "practice_core": _lines_of(practice_core),
        "The areas of a core": _areas(),
        "Settings from the environment": _environment(),
        "Ports": _ports(),
        "Providers of practice_core.container.Container": sorted(Container.providers),
        "Further in": [line for one in FURTHER_IN for line in _class(_within(one), one)],
        "practice_core.testing": _lines_of(testing),
        "Fixtures of practice_core.testing.plugin": _fixtures(),
        "Command line": _commands(command_line, "practice-core"),
        "Entry points": sorted(_entry_points()),
    }
    told = [f"# {name}\n\n" + "\n".join(lines) + "\n" for name, lines in parts.items()]
    return "\n".join([ABOUT + "\n", *told])


def _lines_of(module: object) -> Iterator[str]:
    """Every name in its `__all__`, with what it has."""
    for name in module.__all__:
        thing = getattr(module, name)
        yield from _class(name, thing) if inspect.isclass(thing) else [f"{name}{_signature(thing)}"]


def _within(of: type) -> str:
    return f"{of.__module__.removeprefix('practice_core.')}.{of.__name__}"


def _class(name: str, of: type) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in of.__bases__ if base is not object)
    yield f"{name}({bases})" if bases else name
    if issubclass(of, Enum):
        yield from (f"    {member.name} = {_default(member.value)}" for member in of)
    elif issubclass(of, PracticeError):
        yield from _error(of)
    elif attrs.has(of):
        yield from (f"    {_field(of, field)}" for field in attrs.fields(of) if not field.name.startswith("_"))
    elif issubclass(of, tuple):
        # Of a named tuple typing keeps references to what is written.
        yield from (f"    {name}: {_type(told.__forward_arg__)}" for name, told in inspect.get_annotations(of).items())
    elif inspect.isfunction(of.__init__) and not getattr(of, "_is_protocol", False):
        yield f"    {_signature(of.__init__)}"
    yield from (f"    {line}" for line in _members(of))


def _error(of: type[PracticeError]) -> Iterator[str]:
    yield f"    code = {of.code!r}"
    if rule := getattr(of, "rule", ""):
        yield f"    rule = {rule!r}"
    if inspect.isfunction(of.__init__):
        kept = {step.argval: None for step in dis.get_instructions(of.__init__) if step.opname == "STORE_ATTR"}
        yield from (f"    {attribute}" for attribute in kept if attribute != "rule")


def _field(of: type, field: attrs.Attribute[object]) -> str:
    # As it is written: whoever needs the type itself may have attrs resolve its own.
    written = {name: one for base in reversed(of.__mro__) for name, one in inspect.get_annotations(base).items()}
    default = "" if field.default is attrs.NOTHING else f" = {_default(field.default)}"
    return f"{field.name}: {_type(written[field.name])}{default}"


def _members(of: type) -> Iterator[str]:
    """Its own public methods and properties, and those of our classes that it has them from."""
    ours = [base for base in of.__mro__ if base.__module__.startswith("practice_core")]
    names = dict.fromkeys(name for base in reversed(ours) for name in vars(base) if not name.startswith(("_", "test_")))
    for name in names:
        member = inspect.getattr_static(of, name)
        match member:
            case property():
                yield f"{name}: {_type(member.fget.__annotations__['return'])}"
            case classmethod() | staticmethod():
                yield f"{name}{_signature(member.__func__)}"
            case _ if inspect.isfunction(member):
                yield f"{name}{_signature(member)}"


def _areas() -> Iterator[str]:
    core = connect("memory://", telemetry=SILENCE)
    for field in attrs.fields(PracticeCore):
        if not field.name.startswith("_") and field.name != "store":
            yield from (f"core.{field.name}.{line}" for line in _members(type(getattr(core, field.name))))


def _environment() -> Iterator[str]:
    for field in attrs.fields(Settings):
        name = PREFIX + field.name.upper()
        nested = attrs.fields(type(Settings().links)) if field.name == "links" else ()
        yield from [f"{name}_{one.name.upper()}" for one in nested] or [name]


def _ports() -> Iterator[str]:
    """What adapters are written against: every protocol, and every value that goes through it."""
    listed = {getattr(practice_core, name) for name in practice_core.__all__}
    for module in pkgutil.iter_modules(ports.__path__):
        port = importlib.import_module(f"{ports.__name__}.{module.name}")
        named = [thing for name, thing in vars(port).items() if not name.startswith("_")]
        for thing in [one for alias in named for one in get_args(alias) or (alias,)]:
            ours = inspect.isclass(thing) and thing.__module__.startswith("practice_core")
            if ours and thing not in listed:
                listed.add(thing)
                yield from _class(_within(thing), thing)


def _fixtures() -> Iterator[str]:
    for name, fixture in vars(plugin).items():
        if name.startswith("practice_core_"):
            yield f"{name}: {_type(inspect.signature(fixture).return_annotation)}"


def _commands(command: click.Command, path: str) -> Iterator[str]:
    shown = [one for one in command.params if not getattr(one, "hidden", False)]
    yield " ".join([path, *(_parameter(one) for one in shown)])
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _commands(below, f"{path} {name}")


def _parameter(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        told = str(parameter.metavar or parameter.name).strip("[]").upper()
    else:
        told = "|".join([*parameter.opts, *parameter.secondary_opts])
        told += "" if parameter.is_flag else f" {parameter.metavar or parameter.type.name.upper()}"
    told += "..." if parameter.multiple or parameter.nargs == -1 else ""
    return told if parameter.required else f"[{told}]"


def _entry_points() -> Iterator[str]:
    for point in distribution("practice-core").entry_points:
        yield f"{point.group}: {point.name} = {point.value}"
    yield from (f"{group}: brought by other packages" for group in GROUPS)


def _signature(of: object) -> str:
    """As it is written, without `self`: no Python's own way of showing types."""
    told, star = [], False
    signature = inspect.signature(of)
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            told.append("*")
            star = True
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        star = star or stars == "*"
        default = "" if parameter.default is parameter.empty else f" = {_default(parameter.default)}"
        told.append(f"{stars}{parameter.name}: {_type(parameter.annotation)}{default}")
    return f"({', '.join(told)}) -> {_type(signature.return_annotation)}"


def _type(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))


def _default(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    return repr(value) if isinstance(value, PLAIN) else "..."
