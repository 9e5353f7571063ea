"""What a BIFF workbook's look tells, as .xls and .et have it."""

from collections.abc import Callable
from pathlib import Path

from jinshi_desk.domain.registers import Action, FileReading

Read = Callable[..., FileReading]
DATA = Path(__file__).parent / "data"


def test_merges_formats_and_hidden_rows_of_an_old_workbook_count(read: Read) -> None:
    reading = read(DATA / "hidden_merged.xls")
    first, second, third, hidden, sheet = reading.rows
    assert first.proposal is not None
    assert (first.proposal.units, str(first.proposal.received_on)) == (("YS",), "2022-06-30")
    assert second.notes == ("A列合并单元格下填",)
    assert [str(flag) for flag in second.flags] == [
        "ambiguous_date(6.3 -> 6月3日/6月30日)",
        "unreadable_word_count(True)",
    ]
    assert third.proposal is not None
    assert (third.proposal.units, str(third.proposal.received_on)) == (("XZ",), "2022-06-09")
    assert (hidden.action, str(hidden.flags[0])) == (Action.ASK, "hidden_row")
    assert hidden.proposal is not None
    assert str(hidden.proposal.received_on) == "2022-06-23"
    assert (sheet.sheet, sheet.reason) == ("旧", "hidden_sheet")
