"""A text as it came in: its paragraphs in order, before anyone says which is the title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jinshi_desk.domain.drafts import clean_text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text without blanks at its ends, never empty.

    ``centred`` and ``heading`` are what the document says of it; plain text says neither. ``row`` marks a
    row of a table, its cells parted by tabs.
    """

    text: str
    centred: bool = False
    heading: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a file holds. ``notes`` are ids of what the clerk should know about how it was read."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[str, ...] = ()
    pictures: int = 0
    notes: tuple[str, ...] = ()


def cleaned(manuscript: Manuscript) -> Manuscript:
    """Return ``manuscript`` in lines, without control characters, lone surrogates and bidi overrides.

    Adds the note ``cleaned_text`` where something was dropped.
    """
    paragraphs = tuple(_lines(manuscript.paragraphs))
    footnotes = tuple(text for note in manuscript.footnotes if (text := clean_text(note).strip()))
    before = (*(paragraph.text for paragraph in manuscript.paragraphs), *manuscript.footnotes)
    dirty = any(clean_text(text) != text for text in before)
    notes = (*manuscript.notes, "cleaned_text") if dirty else manuscript.notes
    return replace(manuscript, paragraphs=paragraphs, footnotes=footnotes, notes=notes)


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        for line in clean_text(paragraph.text).split("\n"):
            # the empty cells of a row are worth keeping: they keep its figures in their columns
            text = line.rstrip() if paragraph.row else line.strip()
            if text.strip():
                yield replace(paragraph, text=text)
