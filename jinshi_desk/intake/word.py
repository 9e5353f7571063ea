"""Word documents (.docx) in their final view: insertions in, deletions out, each text box once (§9.1)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jinshi_desk.domain.errors import DamagedFile, EncryptedFile, UnknownFileKind
from jinshi_desk.intake.manuscripts import Manuscript, Paragraph
from jinshi_desk.intake.word_numbering import Numbering
from jinshi_desk.intake.word_package import WordPackage, switched_on, value, word_name
from jinshi_desk.packages import Signature, is_encrypted_office, open_package, signature

_DEPTH_LIMIT = 120
_DELETED = frozenset({"del", "moveFrom"})
_NO_TEXT = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delText", "rt"})
_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = ("}pic", "}imagedata")


def read_word(name: str, content: bytes) -> Manuscript:
    """Return the text of a .docx as its author sees it, and notes on what was settled or left out.

    Raises:
        UnknownFileKind: the content is not a Word document in the .docx format.
        EncryptedFile, OversizedFile, DamagedFile: as their names say.
    """
    if is_encrypted_office(content):
        raise EncryptedFile(name)
    if signature(content) is not Signature.ZIP:
        raise UnknownFileKind(name)
    package = WordPackage(name, open_package(name, content))
    return _Reading(package).manuscript()


class _Reading:
    """One document being read from top to bottom."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._numbering = Numbering(package)
        self._paragraphs: list[Paragraph] = []
        self._boxes: list[Element] = []
        self._footnotes: list[tuple[str, str]] = []
        self._pictures = 0
        self._notes: dict[str, None] = {}
        self._carried = ""  # text of a paragraph whose end mark was deleted

    def manuscript(self) -> Manuscript:
        self._blocks(self._package.body(), 0)
        self._end_paragraph("", Paragraph(""))
        own = tuple(self._paragraphs)
        return Manuscript(own, tuple(self._footnote_texts()), self._pictures, tuple(self._notes))

    def _note(self, what: str) -> None:
        self._notes[what] = None

    def _blocks(self, parent: Element, depth: int) -> None:
        """Read the paragraphs and tables of ``parent``, however they are wrapped."""
        self._mind(depth)
        for node in parent:
            match word_name(node):
                case "p":
                    self._paragraph(node, depth + 1)
                case "tbl":
                    self._table(node, depth + 1)
                case "del" | "moveFrom":
                    self._note("revisions_accepted")
                case "AlternateContent":
                    self._blocks(_chosen(node), depth + 1)
                case name if name not in _NO_TEXT:
                    self._blocks(node, depth + 1)

    def _paragraph(self, node: Element, depth: int) -> None:
        properties = next((child for child in node if word_name(child) == "pPr"), None)
        text = "".join(self._text(node, depth))
        label = self._numbering.label(properties)
        if text.strip() and not self._carried:
            text = label + text
        if _mark_deleted(properties):
            self._note("revisions_accepted")
            self._carried += text
        else:
            style = self._package.styles.of(properties)
            self._end_paragraph(text, Paragraph("", centred=style.centred, heading=style.heading))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._note("text_boxes")
            self._blocks(box, depth + 1)

    def _end_paragraph(self, text: str, manner: Paragraph) -> None:
        whole, self._carried = self._carried + text, ""
        if whole.strip():
            self._paragraphs.append(Paragraph(whole, centred=manner.centred, heading=manner.heading))

    def _table(self, table: Element, depth: int) -> None:
        """Read each row as one paragraph; a cell's own paragraphs are joined."""
        self._mind(depth)
        for row in _descend(table, "tr"):
            if _has(row, "trPr", "del"):
                self._note("revisions_accepted")
                continue
            cells = [self._cell(cell, depth + 1) for cell in _descend(row, "tc")]
            if any(cells):
                self._paragraphs.append(Paragraph("\t".join(cells), row=True))

    def _cell(self, cell: Element, depth: int) -> str:
        outside, self._paragraphs = self._paragraphs, []
        self._blocks(cell, depth)
        self._end_paragraph("", Paragraph(""))
        inside, self._paragraphs = self._paragraphs, outside
        return " ".join(" ".join(paragraph.text.split()) for paragraph in inside)

    def _text(self, parent: Element, depth: int) -> Iterator[str]:
        """Yield the words inside a paragraph; text boxes are put aside for after it."""
        self._mind(depth)
        for node in parent:
            name = word_name(node)
            if name == "t":
                yield node.text or ""
            elif name in _WRITTEN:
                yield _WRITTEN[name]
            elif name == "txbxContent":
                self._boxes.append(node)
            elif name == "AlternateContent":
                yield from self._text(_chosen(node), depth + 1)
            elif name not in _NO_TEXT and not self._left_out(name, node):
                yield from self._text(node, depth + 1)

    def _left_out(self, name: str, node: Element) -> bool:
        """Tell whether ``node`` holds no words of the final view, and note what it is."""
        if name in _DELETED:
            self._note("revisions_accepted")
            return True
        if name in {"ins", "moveTo"}:
            self._note("revisions_accepted")
        elif name == "r" and _has(node, "rPr", "vanish"):
            self._note("hidden_text")
            return True
        elif name in ("footnoteReference", "endnoteReference"):
            self._footnotes.append((name.removesuffix("Reference"), value(node, "id")))
        elif name == "commentReference":
            self._note("comments")
        elif node.tag.endswith(_PICTURES):
            self._pictures += 1
        return False

    def _footnote_texts(self) -> Iterator[str]:
        """Yield the notes that the final view refers to, in the order of the references."""
        for kind, number in list(self._footnotes):
            note = self._package.notes(kind).get(number)
            if note is not None:
                self._note("footnotes")
                self._paragraphs = []
                self._blocks(note, 0)
                self._end_paragraph("", Paragraph(""))
                yield " ".join(" ".join(paragraph.text.split()) for paragraph in self._paragraphs)

    def _mind(self, depth: int) -> None:
        if depth > _DEPTH_LIMIT:
            raise DamagedFile(self._package.name)


def _chosen(alternatives: Element) -> Element:
    """Return the one branch of ``mc:AlternateContent`` that Word shows; the others repeat it for old ones."""
    return next(iter(alternatives), alternatives)


def _descend(parent: Element, name: str) -> Iterator[Element]:
    """Yield the nearest elements called ``name``, through wrappers such as content controls."""
    waiting = list(reversed(parent))
    while waiting:
        node = waiting.pop()
        if word_name(node) == name:
            yield node
        elif word_name(node) not in (*_DELETED, "tbl"):
            waiting.extend(reversed(node))


def _has(node: Element, properties: str, switch: str) -> bool:
    """Tell whether ``switch`` is on in the ``properties`` of ``node``."""
    return any(
        word_name(inner) == switch and switched_on(inner)
        for child in node
        if word_name(child) == properties
        for inner in child
    )


def _mark_deleted(properties: Element | None) -> bool:
    """Tell whether the paragraph's end mark is a tracked deletion: it runs on into the next."""
    return properties is not None and any(_has(properties, "rPr", mark) for mark in _DELETED)
