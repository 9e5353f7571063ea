"""The parts of a .docx: its body, its notes, its styles; each read once, none bigger than it may be."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from jinshi_desk.domain.errors import DamagedFile, OversizedFile, UnknownFileKind
from jinshi_desk.packages import MEGABYTE, UNREADABLE

PART_LIMIT = 8 * MEGABYTE
"""Bytes of one XML part: some hundred times the longest draft."""

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_OTHERS = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": "AlternateContent",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t": "t",
}
_HEADING_STYLES = ("title", "heading ", "标题")
_STYLE_CHAIN = 12


def word_name(node: Element) -> str:
    """Return the name of a Word element without its namespace; empty for any other vocabulary."""
    for space in _WORD:
        if node.tag.startswith(space):
            return node.tag[len(space) :]
    return _OTHERS.get(node.tag, "")


def value(node: Element | None, attribute: str = "val") -> str:
    """Return an attribute of a Word element, or an empty text."""
    if node is None:
        return ""
    return next((node.attrib[space + attribute] for space in _WORD if space + attribute in node.attrib), "")


def switched_on(node: Element) -> bool:
    """Tell whether an on/off property is on; without a value it is."""
    return value(node) not in ("0", "false", "off")


def child(node: Element | None, name: str) -> Element | None:
    """Return the first child called ``name``."""
    return None if node is None else next((inner for inner in node if word_name(inner) == name), None)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says that matters here."""

    centred: bool
    heading: bool


class Styles:
    """The paragraph styles of a document; a style inherits from the one it is based on."""

    def __init__(self, root: Element | None) -> None:
        nodes = root if root is not None else ()
        self._styles = {value(node, "styleId"): node for node in nodes if word_name(node) == "style"}

    def of(self, properties: Element | None) -> Style:
        """Return how the paragraph with these ``pPr`` looks."""
        centred = value(child(properties, "jc"))
        heading = value(child(properties, "outlineLvl")) in tuple("012345678")
        identifier = value(child(properties, "pStyle"))
        for _ in range(_STYLE_CHAIN):  # a damaged file may base styles on each other in a ring
            style = self._styles.get(identifier)
            if style is None:
                break
            name = value(child(style, "name")).casefold()
            heading = heading or name.startswith(_HEADING_STYLES)
            centred = centred or value(child(child(style, "pPr"), "jc"))
            identifier = value(child(style, "basedOn"))
        return Style(centred == "center", heading)

    def numbering(self, properties: Element | None) -> Element | None:
        """Return the ``numPr`` that a paragraph with these ``pPr`` gets from its style."""
        identifier = value(child(properties, "pStyle"))
        for _ in range(_STYLE_CHAIN):
            style = self._styles.get(identifier)
            found = child(child(style, "pPr"), "numPr")
            if style is None or found is not None:
                return found
            identifier = value(child(style, "basedOn"))
        return None


class WordPackage:
    """A zip that should hold a Word document. ``name`` is the file's, for the sentences."""

    def __init__(self, name: str, package: ZipFile) -> None:
        self.name = name
        self._zip = package
        self._main = self._main_part()

    def body(self) -> Element:
        """Return the ``w:body``.

        Raises:
            UnknownFileKind: the zip holds something else, such as a workbook.
        """
        root = self._part(self._main)
        body = child(root, "body")
        if root is None or word_name(root) != "document" or body is None:
            raise UnknownFileKind(self.name)
        return body

    @cached_property
    def styles(self) -> Styles:
        """The paragraph styles; none where the part is missing."""
        return Styles(self._beside("styles.xml"))

    @cached_property
    def numbering(self) -> Element | None:
        """The definitions of automatic numbers."""
        return self._beside("numbering.xml")

    def notes(self, kind: str) -> Mapping[str, Element]:
        """Return the notes of ``kind`` (``footnote``, ``endnote``) by number, separators left out."""
        return self._footnotes if kind == "footnote" else self._endnotes

    @cached_property
    def _footnotes(self) -> Mapping[str, Element]:
        return self._notes_in("footnotes.xml")

    @cached_property
    def _endnotes(self) -> Mapping[str, Element]:
        return self._notes_in("endnotes.xml")

    def _notes_in(self, part: str) -> Mapping[str, Element]:
        root = self._beside(part)
        nodes = root if root is not None else ()
        return {value(node, "id"): node for node in nodes if value(node, "type") in ("", "normal")}

    def _main_part(self) -> str:
        """Return the part that the package says is its main one, wherever a program put it."""
        relations = self._part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
        return "word/document.xml"

    def _beside(self, part: str) -> Element | None:
        return self._part(posixpath.join(posixpath.dirname(self._main), part))

    def _part(self, path: str) -> Element | None:
        """Return the root of an XML part, or None where there is no such part."""
        try:
            entry = self._zip.getinfo(path)
        except KeyError:
            return None
        if entry.file_size > PART_LIMIT:
            raise OversizedFile(self.name, f"{PART_LIMIT // MEGABYTE} MB")
        try:
            return ET.fromstring(self._zip.read(entry))  # noqa: S314  # packages refused document types
        except (*UNREADABLE, ET.ParseError) as error:
            raise DamagedFile(self.name) from error
