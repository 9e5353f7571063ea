"""PySide without its description of itself, until somebody asks for that.

PySide carries a package of Python source that knows how each of its functions is called. ``help()``, the
sentence of a ``TypeError`` and the making of type stubs want it; a window that is to be shown does not. And
yet PySide compiles and runs all of it whenever it is imported: an eighth of a start (decision 0105).
"""

import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

from jinshi_desk.ui.prompt_enums import make_enums_promptly

_FEATURE = "shibokensupport.feature"
_MAPPING = "shibokensupport.signature.mapping"
_LATE = frozenset(
    f"shibokensupport.signature.{name}"
    for name in "errorhandler layout lib.enum_sig lib.pyi_generator lib.tool mapping parser".split()
)
_ASIDE = ("inspect", "ipaddress", "shutil", "tempfile", "textwrap", "traceback")
"""What PySide imports of Python's own, or has imported for it, and does not touch."""

_running = RLock()


def import_pyside() -> None:
    """Import PySide for the first time. One that is made in another way is imported as it is."""
    make_enums_promptly()
    for name in _ASIDE:
        _leave_aside(name)
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import PySide6  # noqa: F401
    finally:
        sys.meta_path = finders


def _leave_aside(name: str) -> None:
    spec: Any = find_spec(name)
    if name not in sys.modules:
        spec.loader = _LateLoader(spec.loader)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])


class _Finders(list[Any]):
    """The finders of modules, among which PySide puts, for the time of its import, its own."""

    def insert(self, place: Any, finder: Any) -> None:
        finder.find_spec = _finding_late(finder.find_spec)
        super().insert(place, finder)


def _finding_late(find: Callable[..., Any]) -> Callable[..., Any]:
    def find_spec(name: str, *where: object) -> Any:
        spec = find(name, *where)
        if spec is not None and name in _LATE:
            spec.loader = _LateLoader(spec.loader)
        if spec is not None and name == _FEATURE:
            spec.loader = _IncuriousLoader(spec.loader)
        return spec

    return find_spec


class _IncuriousLoader:
    """Spares PySide reading the source of what is imported: nobody here asks for a ``__feature__``."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the making of the empty module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        vars(module)["feature_imported"] = lambda _module: None


class _LateLoader:
    """Runs a module when a name in it is first asked for; who asks meanwhile, waits."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._has_run = False

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the making of the empty module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        spec: Any = module.__spec__
        name = spec.name

        def run_first(wanted: str) -> Any:
            if not wanted.startswith("__"):
                with _running:
                    if not self._has_run:
                        self._has_run = True
                        published_as, spec.name = spec.name, name
                        self._loader.exec_module(module)
                        spec.name = published_as
                if wanted in vars(module):
                    return vars(module)[wanted]
            raise AttributeError(f"module {name!r} has no attribute {wanted!r}")

        vars(module)["__getattr__"] = run_first
        if name == _MAPPING:  # PySide takes this one out of the dictionary itself
            vars(module)["update_mapping"] = lambda: run_first("update_mapping")()  # noqa: PLW0108
