"""The office's default units and outlets by name, and registers made of a few rows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as OpenpyxlWorkbook

from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.domain.outlet_matching import OutletNames
from jinshi_desk.domain.registers import FileReading
from jinshi_desk.services import defaults
from jinshi_desk.services.progress import Unwatched
from jinshi_desk.sheets.cell_readers import Names
from jinshi_desk.sheets.decisions import Decisions
from jinshi_desk.sheets.reading import Choices, read_file

HEADINGS = ("序号", "单位", "标题", "类别", "作者", "报送日期", "字数", "采用媒体", "采用日期", "备注")
ROW: Mapping[str, object] = {
    "序号": 1,
    "单位": "药山镇",
    "标题": "药山镇支部连心聚民意",
    "类别": "动态信息",
    "作者": "周试一",
    "报送日期": "2022-06-08",
}


@pytest.fixture(scope="session")
def names() -> Names:
    """Every default unit and outlet."""
    outlets = OutletNames(defaults.read_outlets(defaults.folder() / "outlets.toml"))
    return Names(UnitNames(defaults.default_units()), outlets)


Read = Callable[..., FileReading]
Sheet = Callable[..., Path]


@pytest.fixture
def read(names: Names) -> Read:
    """Read a file with the decisions given by key."""

    def read_with(path: Path, answers: Mapping[str, str] | None = None, **choices: Any) -> FileReading:
        return read_file(path, names, Choices(Decisions(answers), **choices), Unwatched())

    return read_with


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Write a register whose rows are like ``ROW`` but for what is given; lists are written as they are."""

    def write(
        *rows: Mapping[str, object] | Sequence[object],
        title: str = "2022年6月份报送登记表",
        headings: Sequence[str] = HEADINGS,
        change: Callable[[Any], None] | None = None,
    ) -> Path:
        book = OpenpyxlWorkbook()
        page = book.active
        assert page is not None
        page.title = "6月"
        if title:
            page.append([title])
        page.append(list(headings))
        for number, row in enumerate(rows):
            if isinstance(row, Mapping):
                values = {**ROW, "标题": f"药山镇支部连心聚民意之{number}", **row}
                page.append([values.get(heading) for heading in headings])
            else:
                page.append(list(row))
        if change is not None:
            change(page)
        path = tmp_path / "登记.xlsx"
        book.save(path)
        return path

    return write
