"""A notice (通报) on its way to paper: month, quarter and year look alike to page, document and workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinshi_desk.domain.bulletins import Section, Sentence, numbered
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.tables import Table


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: its name as the text lists it, and its tables."""

    name: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What is printed, and the tables of its workbook, named by their captions.

    It is kept as JSON where it was issued, so whatever is added to it or inside it needs a default.
    ``template`` names the paper it is set with, ``stem`` its files.
    """

    period: Period
    template: str
    stem: str
    title: str
    addressee: str
    opening: Sentence
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    sheets: tuple[Table, ...]
    signer: str
    dated: date
    contact: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands before the first section."""
        return (self.opening.text,) if self.opening.included else ()

    @property
    def printed_sections(self) -> tuple[tuple[str, Section], ...]:
        """Each section that says something, with its heading (``一、总体情况``)."""
        return tuple(numbered(self.sections))

    @property
    def attachments(self) -> tuple[str, ...]:
        """The names of the annexes."""
        return tuple(annex.name for annex in self.annexes)

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence of the text, switched on or off."""
        yield self.opening
        for section in self.sections:
            yield from section.sentences
