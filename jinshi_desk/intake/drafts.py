"""From a file that a unit sent to a proposal the clerk corrects and files."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinshi_desk.domain.drafts import Author, Category, Form, NewDraft, clean_line
from jinshi_desk.domain.errors import EmptyFile, FolderGiven, UnknownFileKind
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.units import Unit
from jinshi_desk.intake.bylines import leading_unit, named_unit
from jinshi_desk.intake.kinds import category_of, form_of
from jinshi_desk.intake.layout import Layout, lay_out
from jinshi_desk.intake.manuscripts import Manuscript, cleaned
from jinshi_desk.intake.plain_text import read_text
from jinshi_desk.intake.word import read_word
from jinshi_desk.packages import MEGABYTE, read_file

TEXT_LIMIT = 2 * MEGABYTE
"""Bytes of a .txt: some hundred times the longest draft."""

_READERS = {".docx": read_word, ".txt": read_text}
_SHORT_TOKEN = 8
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_SENTENCE_PARTS = re.compile("[，,]")
_OPENING = 100
"""Characters of the text in which a unit that acts is taken for the sender."""


@dataclass(frozen=True, slots=True)
class DraftProposal:
    """What a file seems to say. ``unit`` is an id, None where nothing tells.

    ``notes`` are ids of what the clerk should know: ``revisions_accepted``, ``text_boxes``, ``footnotes``,
    ``comments``, ``hidden_text``, ``cleaned_text``, ``unit_from_file_name``, ``unit_differs_from_file_name``,
    ``title_from_file_name``.
    """

    title: str
    unit: str | None
    authors: tuple[Author, ...]
    received_on: date
    category: Category
    form: Form
    word_count: int
    body: str
    authors_incomplete: bool = False
    notes: tuple[str, ...] = field(default=())

    def as_draft(self, sender: str | None = None) -> NewDraft:
        """Return the draft that is filed if nobody corrects anything; ``sender`` where no unit was found."""
        unit = self.unit or sender
        return NewDraft(
            title=self.title,
            units=(unit,) if unit else (),
            category=self.category,
            received_on=self.received_on,
            authors=self.authors,
            form=self.form,
            word_count=self.word_count,
            body=self.body,
            authors_incomplete=self.authors_incomplete,
        )


def read_draft(path: Path, names: UnitNames, received_on: date) -> DraftProposal:
    """Read a .docx or .txt; what its text does not say is taken from its name, the day from ``received_on``.

    Raises:
        FolderGiven: it is no file.
        UnknownFileKind: the name or the content says it is something else.
        EmptyFile, DamagedFile, EncryptedFile, OversizedFile, CannotRead: as their names say.
    """
    if path.is_dir():
        raise FolderGiven(path)
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        raise UnknownFileKind(path.name)
    content = read_file(path, TEXT_LIMIT) if reader is read_text else read_file(path)
    manuscript = cleaned(reader(path.name, content))
    if not manuscript.paragraphs:
        raise EmptyFile(path.name)
    return _proposal(manuscript, path, names, received_on)


def as_json(proposal: DraftProposal, file: Path) -> dict[str, object]:
    """Return one record of ``log --dry-run --json``."""
    return {
        "file": file.name,
        "title": proposal.title,
        "unit": proposal.unit,
        "authors": [author.name for author in proposal.authors],
        "received_on": proposal.received_on.isoformat(),
        "category": proposal.category.value,
        "form": proposal.form.value,
        "word_count": proposal.word_count,
        "body": proposal.body,
    }


def _proposal(manuscript: Manuscript, path: Path, names: UnitNames, received_on: date) -> DraftProposal:
    layout = lay_out(manuscript.paragraphs, names)
    file_words = clean_line(path.stem)
    tokens = [token for token in re.split(r"[\s_＿\-—－.．()（）]+", file_words) if token]
    unit, unit_notes = _unit(layout, tokens, names)
    title = clean_line(layout.title)
    body = "\n".join([*(paragraph.text for paragraph in layout.text), *manuscript.footnotes])
    length = sum(not character.isspace() for character in body)
    short = " ".join(token for token in tokens if len(token) <= _SHORT_TOKEN)
    return DraftProposal(
        title=title or file_words,
        unit=unit.id if unit else None,
        authors=tuple(layout.authors),
        received_on=_said_day(layout.said.get("received_on", ""), received_on),
        category=category_of(title, layout.said.get("category", ""), short, body),
        form=form_of(title, f"{layout.said.get('category', '')} {short}", length, manuscript.pictures),
        word_count=length,
        body=body,
        authors_incomplete=layout.incomplete,
        notes=(*manuscript.notes, *(() if title else ("title_from_file_name",)), *unit_notes),
    )


def _unit(layout: Layout, tokens: list[str], names: UnitNames) -> tuple[Unit | None, tuple[str, ...]]:
    """Return the unit, and notes on where it came from.

    What the text says of its sender goes before the file name; a unit that the text only mentions, after it.
    """
    in_name = next(_known(_units_in_file_name(tokens, names)), None)
    in_text = next(_known(_units_in_text(layout, names)), None)
    if in_text is not None:
        differs = in_name is not None and in_name != in_text
        return in_text, ("unit_differs_from_file_name",) if differs else ()
    return in_name, ("unit_from_file_name",) if in_name is not None else ()


def _known(units: Iterable[Unit | None]) -> Iterator[Unit]:
    return (unit for unit in units if unit is not None)


def _units_in_text(layout: Layout, names: UnitNames) -> Iterator[Unit | None]:
    """Yield the units the text may come from, the surest first: label, title's head, byline, subject."""
    yield names.find(layout.said.get("unit", ""))
    head, colon, _ = layout.title.replace("：", ":").partition(":")
    if colon:
        yield names.find(head)
    yield from layout.units
    yield _first(leading_unit(layout.title, names))
    opening = layout.text[0].text[:_OPENING] if layout.text else ""
    for part in _SENTENCE_PARTS.split(opening.partition("。")[0]):
        yield _first(leading_unit(part.strip(), names))


def _units_in_file_name(tokens: list[str], names: UnitNames) -> Iterator[Unit | None]:
    for token in tokens:
        yield named_unit(token, names)
    for token in tokens:
        yield _first(leading_unit(token, names)) or names.find(token)


def _first(found: tuple[Unit, str] | None) -> Unit | None:
    return found[0] if found else None


def _said_day(said: str, received_on: date) -> date:
    """Return the day a label says, where it is one and not after the day the file came in."""
    written = _DAY.search(said)
    if written is None:
        return received_on
    try:
        day = date(int(written[1]), int(written[2]), int(written[3]))
    except ValueError:
        return received_on
    return min(day, received_on)
