"""Stand-ins: modules that answer an import with names only, so that what a process never uses is never loaded.

Rasa imports every channel, every component and every tracker store it knows when it starts. A stand-in satisfies
`from module import Name` with an empty class of that name, which raises `LeftOut` when something tries to use it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any, NoReturn

StandInTable = Mapping[str, Iterable[str]]
"""Module name -> the names that other modules import from it."""


class LeftOut(RuntimeError):
    """Something was used that this process left out when it started."""


def _refuse(label: str, reason: str) -> NoReturn:
    raise LeftOut(f"{label} is left out of this process: {reason}")


def _stand_in_class(module: str, name: str, reason: str) -> type:
    label = f"{module}.{name}"

    def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
        _refuse(label, reason)

    # `load` and `create` are how Rasa's graph builds a component.
    members = {
        "__module__": module,
        "__doc__": f"Stand-in for {label}.",
        "__init__": refuse,
        "load": staticmethod(refuse),
        "create": staticmethod(refuse),
    }
    return type(name, (), members)


def install(table: StandInTable, reason: str) -> None:
    """Put a stand-in for each module of the table where `import` looks first.

    Args:
        table: module name -> names that are imported from it.
        reason: ends the message of `LeftOut`; say what to do instead.

    Raises:
        RuntimeError: a module is already loaded, so that leaving it out comes too late.
    """
    for name in table:
        loaded = sys.modules.get(name)
        if loaded is not None and not is_stand_in(loaded):
            raise RuntimeError(f"{name} is already loaded. Leave it out before anything of Rasa is imported.")
    for name, members in table.items():
        module = ModuleType(name, f"Stand-in for {name}: {reason}")
        module.__dict__["__stand_in__"] = True
        for member in members:
            setattr(module, member, _stand_in_class(name, member, reason))
        sys.modules[name] = module


def is_stand_in(module: ModuleType) -> bool:
    """Whether a loaded module is one of ours."""
    return bool(module.__dict__.get("__stand_in__", False))
