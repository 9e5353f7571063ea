"""typst over one folder of templates: a template and its inputs become pages."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst


@dataclass(frozen=True, slots=True)
class Pages:
    """One PDF, or an SVG per page. ``told`` is what the template tells of itself (``metadata`` <told>)."""

    content: list[bytes]
    told: list[Any]


class Typesetter:
    """Sets the templates of ``folder``, warm from the second time on; for one thread at a time."""

    def __init__(self, folder: Path, fonts: "Callable[[], typst.Fonts]") -> None:
        self._folder = folder
        self._fonts = fonts

    def set(self, template: str, inputs: Mapping[str, str], form: "typst.OutputFormat") -> Pages:
        """Return the pages of ``template`` in ``form``.

        Raises:
            RuntimeError: typst refuses; its own errors are some of these, a missing file is a plain one.
        """
        source = str(self._folder / f"{template}.typ")
        pages = self._compiler.compile(input=source, format=form, sys_inputs=dict(inputs))
        told = self._compiler.query("<told>", field="value", format="json")
        return Pages(pages if isinstance(pages, list) else [pages or b""], _parsed(told))

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst  # costs start-up time, and most runs print nothing

        return typst.Compiler(root=str(self._folder), font_paths=self._fonts())


def _parsed(told: str) -> list[Any]:
    found = json.loads(told)
    return found if isinstance(found, list) else [found]
