"""The desk for what other assessments take from the year: shown, printed, saved (§1 row 54)."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.points import in_points, plain
from jinshi_desk.domain.roster import Duty, Person, Span
from jinshi_desk.domain.tables import Amount, Cell, Table
from jinshi_desk.domain.units import Group
from jinshi_desk.domain.year_extracts import (
    DEFAULT_N,
    Extract,
    ExtractPaper,
    PersonYear,
    accountability,
    people_of_year,
    performance,
    units_of_year,
)
from jinshi_desk.domain.year_tables import year_table
from jinshi_desk.domain.years import YearFigures
from jinshi_desk.papers.typesetting import Press, SetPaper
from jinshi_desk.services.award import breakers, rolls
from jinshi_desk.services.award_lines import award_table
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.shapes import Json
from jinshi_desk.services.years import year_of
from jinshi_desk.store.database import Store
from jinshi_desk.wording import DUTY, EXTRACT, GROUP

_CORRESPONDENTS = (Duty.INFO_OFFICER, Duty.LIAISON)
_KEYS = {
    "序号": "place",
    "单位": "unit",
    "姓名": "name",
    "身份": "duties",
    "报送": "received",
    "有效": "valid",
    "完成任务（月）": "completed_months",
    "未完成（月）": "missed_months",
    "采用篇数": "adopted",
    "得分稿件（篇）": "drafts",
    "全年积分": "points",
    "全年得分": "points",
    "本组最高分": "group_highest",
    "折算分": "converted",
    "算式": "arithmetic",
    "本组名次": "rank",
    "名次": "rank",
}
"""What the columns are called in JSON."""


class YearExtractDesk:
    """Makes extracts of a year, with the points of its months as they stand."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._press = press
        self._today = today

    def paper(self, year: int, extract: Extract, n: int = DEFAULT_N) -> ExtractPaper:
        """Return an extract; the best of a group gets ``n`` cents in 绩效考核.

        Raises:
            YearToCome, NoWorkThatYear: there is nothing of that year.
        """
        figures = year_of(self._store, year, self._today())
        return ExtractPaper(
            year=year,
            title=f"{year}年{EXTRACT[extract]}（组工信息宣传）",
            note=_note(figures, extract, n),
            tables=tuple(extract_tables(self._store, figures, extract, n)),
            signer=letterhead(self._store).signer,
            dated=self._today(),
        )

    def pages(self, paper: ExtractPaper) -> SetPaper:
        """Return an extract as SVG pages.

        Raises:
            PaperFailed: it could not be set.
        """
        from jinshi_desk.papers.year_extracts import pages

        return pages(self._press, paper)

    def save(self, paper: ExtractPaper, path: Path) -> Path:
        """Write an extract as PDF, or as a workbook where ``path`` says so; return the file.

        Raises:
            PaperFailed: it could not be set.
            CannotWrite: the machine would not let us write.
        """
        if path.suffix.casefold() == ".xlsx":
            from jinshi_desk.sheets.year_extracts import write

            write(paper.title, paper.tables, path)
        else:
            from jinshi_desk.papers.year_extracts import save_pdf

            save_pdf(self._press, paper, path)
        return path

    def save_year(self, year: int, path: Path) -> Path:
        """Write the year's points by month as a workbook, a sheet for each group; return the file.

        Raises:
            YearToCome, NoWorkThatYear: there is nothing of that year.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.sheets.year_extracts import write

        figures = year_of(self._store, year, self._today())
        write(f"{year}年组工信息积分表", tuple(year_tables(figures)), path)
        return path

    def save_names(self, year: int, path: Path) -> Path:
        """Write the year's lists as they are shown, a sheet for each; return the file.

        Raises:
            YearToCome, NoWorkThatYear: there is nothing of that year.
            CannotWrite: the machine would not let us write.
        """
        from jinshi_desk.sheets.year_extracts import write

        figures = year_of(self._store, year, self._today())
        write(f"{year}年组工信息评优名单", tuple(names_tables(self._store, figures)), path)
        return path


def names_tables(store: Store, figures: YearFigures) -> Iterator[Table]:
    """Return every list of the year as it is shown, a table for each."""
    order = breakers(store, figures)
    return (award_table(roll, order) for roll in rolls(store, figures))


def year_tables(figures: YearFigures) -> Iterator[Table]:
    """Yield the year's points by month, a table for each group that has a unit."""
    for group in Group:
        if figures.of_group(group):
            yield year_table(figures, group, GROUP[group])


def extract_tables(store: Store, figures: YearFigures, extract: Extract, n: int) -> Iterator[Table]:
    """Yield the tables of an extract: a table for each group, and for 干部考核 one of people before them."""
    if extract is Extract.CADRE:
        yield people_of_year(_people(store, figures), "个人")
    for group in Group:
        members = figures.of_group(group)
        # 部机关组室 have no party committee of their own
        if not members or (extract is Extract.ACCOUNTABILITY and group is Group.OFFICE):
            continue
        match extract:
            case Extract.PERFORMANCE:
                yield performance(figures, group, GROUP[group], n)
            case Extract.ACCOUNTABILITY:
                yield accountability(figures, group, GROUP[group])
            case Extract.CADRE:
                yield units_of_year(members, GROUP[group])


def extract_json(paper: ExtractPaper, units: dict[str, str]) -> list[Json]:
    """Return an extract as scripts read it; ``units`` are ids by present name."""
    return [
        {"table": table.caption, "rows": [_record(table, row, units) for row in table.rows]}
        for table in paper.tables
    ]


def _record(table: Table, row: tuple[Cell, ...], units: dict[str, str]) -> Json:
    record: Json = {}
    for column, cell in zip(table.columns, row, strict=True):
        key = _KEYS[column.head]
        if isinstance(cell, Amount):
            record[key] = in_points(cell.number)
        elif key == "unit" and isinstance(cell, str):
            record[key] = units.get(cell, cell)
        else:
            record[key] = cell
    return record


def _people(store: Store, figures: YearFigures) -> Iterator[PersonYear]:
    """Yield who earned anything by drafts of the year, or was 信息员 or 联络员 in it."""
    first, last = Month(figures.year, 1), figures.last
    span = Span(first.first_day, last.last_day)
    one = store.people.one()
    earned = Counter[int]()
    for record, _, cents in store.ledger.of_people(first, last):
        earned[one.get(record, record)] += cents
    drafts = Counter(one.get(record, record) for record, _ in store.ledger.drafts_of_people(first, last))
    names = {unit.id: unit.name for unit in store.units.all()}
    for person in store.roster.all():
        duties = _duties(person, span)
        if earned[person.id] or any(DUTY[duty] in duties for duty in _CORRESPONDENTS):
            unit = person.unit_in(last)
            yield PersonYear(
                person.label, names.get(unit, unit), "、".join(duties), drafts[person.id], earned[person.id]
            )


def _duties(person: Person, span: Span) -> tuple[str, ...]:
    """Return what a person answered for at some time of the year, each duty once."""
    return tuple(dict.fromkeys(DUTY[term.duty] for term in person.terms if term.meets(span)))


def _note(figures: YearFigures, extract: Extract, n: int) -> str:
    months = f"{figures.months[0].month.month}—{figures.last.month}月"
    said = {
        Extract.PERFORMANCE: f"折算分＝{plain(n)}×全年积分÷本组最高分，四舍五入到两位小数，低于0分的按0分。",
        Extract.ACCOUNTABILITY: "全年积分是各月基础分、采用分、加分、扣分和结转之和。",
        Extract.CADRE: "个人得分是本人署名稿件分得的分；单位积分和名次是本组全年累计。",
    }
    return f"{months}各月积分之和。{said[extract]}"
