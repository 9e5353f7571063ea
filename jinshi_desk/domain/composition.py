"""Compose the bulletin from the month's figures, the office's letterhead and the clerk's edits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jinshi_desk.domain import event_sentences, sentences
from jinshi_desk.domain.bulletins import (
    AuthorRow,
    Bulletin,
    Figure,
    Letterhead,
    Names,
    PieceRow,
    PointsRow,
    PointsTable,
    Section,
    Sentence,
)
from jinshi_desk.domain.figures import MonthFigures, Piece
from jinshi_desk.domain.late_registration import late_mark
from jinshi_desk.domain.linking import link, spans_of, text_of
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import LEVELS_HIGHEST_FIRST
from jinshi_desk.domain.quota import Standing, State
from jinshi_desk.domain.sentences import Parts, Saying
from jinshi_desk.domain.units import Group


@dataclass(frozen=True, slots=True)
class Edit:
    """What the clerk made of a sentence: another text, or none where only switched on or off."""

    text: str | None
    included: bool


_NO_LETTERHEAD = Letterhead("", "", "", ())
_SECTION_TITLES = ("总体情况", "采用情况", "积分情况", "存在问题", "下步要求")


def compose(
    figures: MonthFigures,
    names: Names,
    states: Mapping[State, str],
    letterhead: Letterhead,
    edits: Mapping[str, Edit],
    dated: date,
    authors: Sequence[AuthorRow] = (),
) -> Bulletin:
    """Return the bulletin of ``figures``; sentences that have nothing to say are left out.

    ``authors`` are the lines of annex 3, none where the office does not print it.
    """
    month = figures.month
    return Bulletin(
        month=month,
        title=f"关于{month.year}年{month.month}月份全市组工信息宣传工作情况的通报",
        addressee=letterhead.addressee,
        opening=edited_sentence("T0", sentences.opening(figures, names), edits),
        sections=tuple(_sections(figures, names, letterhead, edits)),
        signer=letterhead.signer,
        dated=dated,
        contact=letterhead.contact,
        points_tables=tuple(_points_tables(figures, names, states)),
        pieces=tuple(_piece_rows(figures, names)),
        figures=figures,
        author_table=tuple(authors),
    )


def _sections(
    figures: MonthFigures, names: Names, letterhead: Letterhead, edits: Mapping[str, Edit]
) -> Iterable[Section]:
    for title, outline in zip(_SECTION_TITLES, _outline(letterhead), strict=True):
        said = ((code, joins, say(figures, names)) for code, joins, say in outline)
        yield Section(title, tuple(edited_sentences(said, edits)))


def edited_sentences(
    said: Iterable[tuple[str, bool, Parts]], edits: Mapping[str, Edit]
) -> Iterator[Sentence]:
    """Yield the sentences that have something to say: code, whether it joins the one before, and parts."""
    for code, joins, parts in said:
        if parts:
            yield replace(edited_sentence(code, parts, edits), joins=joins)


def figures_said(figures: MonthFigures, names: Names) -> Iterator[Figure]:
    """Yield the figures of every sentence that has something to say."""
    for outline in _outline(_NO_LETTERHEAD):
        for _, _, say in outline:
            yield from (part for part in say(figures, names) if isinstance(part, Figure))


def _outline(letterhead: Letterhead) -> tuple[list[tuple[str, bool, Saying]], ...]:
    """Return code, whether it joins the paragraph before, and sentence, section by section."""
    return (
        [
            ("T1", False, sentences.received),
            ("T2", True, sentences.categories),
            ("T3", True, sentences.completion),
        ],
        [
            ("T4", False, sentences.adopted),
            ("T5", False, sentences.adopted_units),
            ("T6", False, sentences.high_pieces),
        ],
        [
            *((f"T7-{group}", group is not Group.TOWN, sentences.top_of_month(group)) for group in Group),
            *((f"T8-{group}", group is not Group.TOWN, sentences.top_of_year(group)) for group in Group),
            ("T9", False, event_sentences.commissions),
            ("T10", False, event_sentences.instructions),
            ("T11", False, event_sentences.platforms),
        ],
        [
            ("T12", False, sentences.owing),
            ("T13", False, event_sentences.late),
            ("T14", False, event_sentences.missing_forms),
            ("T15", False, event_sentences.deductions),
            ("T16", False, event_sentences.returned),
            ("T17", False, sentences.news_heavy),
        ],
        [
            *(
                (f"T18-{place}", False, sentences.standing_sentence(text))
                for place, text in enumerate(letterhead.standing_sentences, start=1)
            ),
            ("T19", False, event_sentences.corrections),
        ],
    )


def edited_sentence(code: str, parts: Parts, edits: Mapping[str, Edit]) -> Sentence:
    """Return a generated sentence, or what the clerk made of it with its figures found again."""
    edit = edits.get(code, Edit(None, included=True))
    if edit.text is None:
        return Sentence(code, text_of(parts), spans_of(parts), included=edit.included)
    spans, broken = link(edit.text, parts)
    return Sentence(code, edit.text, spans, included=edit.included, edited=True, broken=broken)


def _points_tables(figures: MonthFigures, names: Names, states: Mapping[State, str]) -> Iterable[PointsTable]:
    """Yield annex 1, a table per group, best first; a tie stands in the office's order."""
    for group in Group:
        members = [standing for standing in figures.standings if standing.unit.group is group]
        ranks = figures.rank_month[group]
        members.sort(
            key=lambda standing: (
                ranks[standing.unit.id] is None,  # sorted at once, inside the turn
                -figures.points_of(standing.unit.id).total,
                standing.unit.position,
            )
        )
        rows = tuple(
            _points_row(place, member, figures, states) for place, member in enumerate(members, start=1)
        )
        if rows:
            yield PointsTable(names.groups[group], rows)


def _points_row(
    place: int, standing: Standing, figures: MonthFigures, states: Mapping[State, str]
) -> PointsRow:
    unit = standing.unit
    earned = figures.points_of(unit.id)
    adopted = figures.adoption_of(unit.id)
    national, province, prefecture, county = (adopted.times_by_level[level] for level in LEVELS_HIGHEST_FIRST)
    return PointsRow(
        place=place,
        unit=unit.name,
        received=standing.count.received,
        valid=standing.count.valid,
        state=state_phrase(standing, states),
        adopted=adopted.drafts,
        times=(national, province, prefecture, county),
        base=earned.base,
        gained=earned.gained,
        bonus=earned.bonus,
        deducted=earned.deducted,
        total=earned.total,
        cumulative=earned.cumulative,
        rank=figures.rank_month[unit.group][unit.id],
        rank_cumulative=figures.rank_cumulative[unit.group][unit.id],
    )


def state_phrase(standing: Standing, states: Mapping[State, str]) -> str:
    """Say what became of a unit's month: ``差1条``, or the state's name, or nothing where nothing was due."""
    match standing.state:
        case None:
            return ""
        case State.SHORT:
            return f"差{standing.missing}条"
        case state:
            return states[state]


def _mark(piece: Piece, month: Month) -> str:
    gone = "作废" if piece.void else "已撤" if piece.retracted else ""
    return "、".join(part for part in (late_mark(piece.adopted_on, month), gone) if part)


def _piece_rows(figures: MonthFigures, names: Names) -> Iterable[PieceRow]:
    for place, piece in enumerate(figures.pieces, start=1):
        yield PieceRow(
            place=place,
            title=piece.title,
            units="、".join(map(figures.name_of, piece.units)),
            authors="、".join(piece.authors),
            category=names.categories[piece.category],
            outlet=piece.outlet,
            level=names.levels[piece.level],
            adopted_on=piece.adopted_on,
            cents=piece.cents,
            mark=_mark(piece, figures.month),
        )
