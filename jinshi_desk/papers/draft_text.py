"""A draft's text as an editable .docx: title, unit and authors, paragraphs, on the official page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinshi_desk.papers import word
from jinshi_desk.papers.notices import split_paragraphs
from jinshi_desk.papers.official_page import fill, prepare, upright
from jinshi_desk.papers.titles import title_lines
from jinshi_desk.safe_files import replace_file


@dataclass(frozen=True, slots=True)
class DraftText:
    """What is set: ``byline`` names unit and authors, ``body`` has a line for each paragraph."""

    title: str
    byline: str
    body: str
    dated: date


def save_text(text: DraftText, path: Path) -> None:
    """Write a draft's text.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    from docx import Document  # costs start-up time, and most runs write no document

    document = Document()
    prepare(document, text.title, text.byline, text.dated)
    upright(document.sections[0])
    fill(document, _parts(text))
    with replace_file(path) as file:
        document.save(str(file))


def _parts(text: DraftText) -> Iterator[str]:
    yield word.paragraph(word.TITLE, *title_lines(text.title))
    if text.byline:
        yield word.paragraph(word.BYLINE, text.byline)
    yield word.paragraph(word.FLUSH)
    for each in split_paragraphs((text.body,)):
        yield word.paragraph(word.TEXT, each)
