"""The press: sets a paper's template with one JSON value, as PDF or as SVG pages."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from jinshi_desk import paths
from jinshi_desk.domain.errors import PaperFailed

if TYPE_CHECKING:
    import typst

Json = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None

_UNPRINTABLE = frozenset({"Cc", "Cs"})  # controls, halves of surrogate pairs
_NEVER = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # would print figures the other way round
    "\ufffe\uffff"  # no file may hold them
)


@dataclass(frozen=True, slots=True)
class FontInUse:
    """The family a role (仿宋, 黑体 …) is set in; ``bundled`` where the office has none of its own."""

    family: str
    bundled: bool


class Press:
    """Sets papers, warm from the second one on; made once and handed to whoever prints.

    Nothing is loaded before the first paper. ``system_fonts=False`` sets every page alike on every machine.
    """

    def __init__(self, resources: Path | None = None, *, system_fonts: bool = True) -> None:
        folder = resources or paths.resources()
        self._papers = folder / "papers"
        self._bundled = folder / "fonts"
        self._system_fonts = system_fonts
        self._one_at_a_time = Lock()  # a compiler does not bear two threads at once

    def pdf(self, template: str, value: Json) -> bytes:
        """Return the paper ``template`` (``bulletin``) filled with ``value``.

        Raises:
            PaperFailed: the template could not be set.
        """
        return b"".join(self._set(template, value, "pdf"))

    def svg_pages(self, template: str, value: Json) -> list[bytes]:
        """Return the same pages as ``pdf``, each as an SVG drawing of outlines that needs no fonts.

        Raises:
            PaperFailed: the template could not be set.
        """
        return self._set(template, value, "svg")

    def fonts_in_use(self) -> Mapping[str, FontInUse]:
        """Return the font of every role: ``fang``, ``kai``, ``hei``, ``song``, ``biaosong``."""
        wanted = json.loads((self._papers / "lib" / "fonts.json").read_text(encoding="utf-8"))
        found: dict[str, FontInUse] = {}
        for font in self._fonts.fonts():
            bundled = font.path is not None and Path(font.path).parent == self._bundled
            found.setdefault(font.family.casefold(), FontInUse(font.family, bundled))
        return {
            role: found[family.casefold()]
            for role, families in wanted.items()
            if isinstance(families, list)  # one entry says in Chinese what the others are
            for family in reversed(families)  # the first in the list has the last word
            if family.casefold() in found
        }

    def _set(self, template: str, value: Json, form: "typst.OutputFormat") -> list[bytes]:
        source = self._papers / f"{template}.typ"
        # A value is data in one JSON string, never part of the markup, so that no text can run as code.
        inputs = {"value": json.dumps(printable(value), ensure_ascii=False)}
        try:
            with self._one_at_a_time:
                pages = self._compiler.compile(input=str(source), format=form, sys_inputs=inputs)
        except RuntimeError as error:  # typst's own errors are some of these; a missing file is a plain one
            raise PaperFailed(template, getattr(error, "message", str(error))) from error
        return pages if isinstance(pages, list) else [pages or b""]

    @cached_property
    def _fonts(self) -> "typst.Fonts":
        import typst  # costs start-up time, and most runs print nothing

        return typst.Fonts(include_system_fonts=self._system_fonts, font_paths=[str(self._bundled)])

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst

        return typst.Compiler(root=str(self._papers), font_paths=self._fonts)


def printable(value: Json) -> Json:
    """Return ``value`` without the characters that no paper can show, in every text of it."""
    match value:
        case str():
            return printable_text(value)
        case Mapping():
            return {name: printable(part) for name, part in value.items()}
        case list() | tuple():
            return [printable(part) for part in value]
        case _:
            return value


def printable_text(text: str) -> str:
    """Return ``text`` without control characters; breaks and tabs become spaces."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isspace():
        return "\u3000" if character == "\u3000" else " "
    if character in _NEVER or unicodedata.category(character) in _UNPRINTABLE:
        return ""
    return character
