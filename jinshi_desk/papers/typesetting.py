"""The press: sets a paper's template with one JSON value, as PDF or as SVG pages."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from jinshi_desk import paths
from jinshi_desk.domain.errors import DeskError, PaperFailed, TemplateBroken, TemplateSlow
from jinshi_desk.papers.own_templates import FONT_ROLES, PATIENCE, OwnTemplates
from jinshi_desk.papers.typesetter import Typesetter

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


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper as it was set: one PDF, or an SVG per page.

    ``told`` is what the template tells of itself. ``fault`` says why the office's own template, which is
    there, was not used but the shipped one.
    """

    content: list[bytes]
    told: list[Any]
    fault: DeskError | None = None


class Press:
    """Sets papers, warm from the second one on; made once and handed to whoever prints.

    Nothing is loaded before the first paper. ``own`` is the folder of the office's own templates, which
    come before the shipped ones. ``system_fonts=False`` sets every page alike on every machine.
    """

    def __init__(
        self,
        resources: Path | None = None,
        *,
        own: Path | None = None,
        system_fonts: bool = True,
        patience: float = PATIENCE,
    ) -> None:
        folder = resources or paths.resources()
        self._papers = folder / "papers"
        self._bundled = folder / "fonts"
        self._system_fonts = system_fonts
        self._shipped = Typesetter(self._papers, lambda: self._fonts)
        self._own = OwnTemplates(own, lambda: self._fonts, patience) if own else None
        self._faults: dict[str, DeskError | None] = {}
        self._one_at_a_time = Lock()  # a compiler does not bear two threads at once

    def pdf(self, template: str, value: Json) -> bytes:
        """Return the paper ``template`` (``bulletin``) filled with ``value``.

        Raises:
            PaperFailed: the template could not be set.
        """
        return b"".join(self.set(template, value, "pdf").content)

    def svg_pages(self, template: str, value: Json) -> list[bytes]:
        """Return the same pages as ``pdf``, each as an SVG drawing of outlines that needs no fonts.

        Raises:
            PaperFailed: the template could not be set.
        """
        return self.set(template, value, "svg").content

    def set(self, template: str, value: Json, form: "typst.OutputFormat") -> SetPaper:
        """Return the paper in ``form`` with all there is to tell about it.

        Raises:
            PaperFailed: the shipped template could not be set.
        """
        paper = self._set(template, value, form)
        self._faults[template] = paper.fault
        return paper

    def fault(self, template: str) -> DeskError | None:
        """Return why the office's own ``template`` was not used when it was last set, if it has one."""
        return self._faults.get(template)

    def _set(self, template: str, value: Json, form: "typst.OutputFormat") -> SetPaper:
        roles, fault = self._font_roles()
        # A value is data in one JSON string, never part of the markup, so that no text can run as code.
        inputs = {
            "value": json.dumps(printable(value), ensure_ascii=False),
            "fonts": json.dumps(roles, ensure_ascii=False),
        }
        with self._one_at_a_time:
            if self._own and self._own.has(template):
                try:
                    pages = self._own.set(template, inputs, form)
                    return SetPaper(pages.content, pages.told, fault)
                except (TemplateBroken, TemplateSlow) as error:
                    fault = error
            try:
                pages = self._shipped.set(template, inputs, form)
            except RuntimeError as error:
                raise PaperFailed(template, getattr(error, "message", str(error))) from error
            return SetPaper(pages.content, pages.told, fault)

    def fonts_in_use(self) -> Mapping[str, FontInUse]:
        """Return the font of every role: ``fang``, ``kai``, ``hei``, ``song``, ``biaosong``."""
        found: dict[str, FontInUse] = {}
        for font in self._fonts.fonts():
            bundled = font.path is not None and Path(font.path).parent == self._bundled
            found.setdefault(font.family.casefold(), FontInUse(font.family, bundled))
        return {
            role: found[family.casefold()]
            for role, families in self._font_roles()[0].items()
            for family in reversed(families)  # the first in the list has the last word
            if family.casefold() in found
        }

    def _font_roles(self) -> tuple[Mapping[str, list[str]], DeskError | None]:
        """Return the fonts by role, the office's before the shipped, and what is wrong with the office's."""
        shipped = json.loads((self._papers / FONT_ROLES).read_text(encoding="utf-8"))
        roles = {role: names for role, names in shipped.items() if isinstance(names, list)}  # one is a note
        try:
            own = self._own.font_roles() if self._own else None
        except TemplateBroken as error:
            return roles, error
        return roles | dict(own or {}), None

    @cached_property
    def _fonts(self) -> "typst.Fonts":
        import typst  # costs start-up time, and most runs print nothing

        return typst.Fonts(include_system_fonts=self._system_fonts, font_paths=[str(self._bundled)])


def office_press(data_file: Path) -> Press:
    """Return the press of the office whose data file this is: its own templates lie beside it."""
    return Press(own=paths.own_papers(data_file))


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
