"""The second schema over the first: entries stay, and returns come over from the audit chain."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jinshi_desk.domain.months import Month
from tests.office import JUNE, Office
from tests.store import released

FIRST = released.RELEASES / "0001.sql"


def _returned(number: int, subject: str, act: str, on: str, reason: str) -> tuple[object, ...]:
    after = f'{{"status":"returned","status_reason":"{reason}"}}'
    return number, f"{on}T09:30:00+08:00", "clerk", act, subject, "{}", after, "", f"hash {number}"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    file = tmp_path / "老台账.jinshi"
    released.load(FIRST.read_text(encoding="utf-8"), file)
    return file


def test_returns_of_the_first_release_are_counted(old_file: Path) -> None:
    with closing(sqlite3.connect(old_file)) as connection, connection:
        (first, second) = (
            row[0] for row in connection.execute("SELECT number FROM draft ORDER BY id LIMIT 2")
        )
        records = (
            _returned(901, first, "become_returned", "2022-06-14", "数据不实"),
            _returned(902, first, "resubmit", "2022-06-15", ""),
            _returned(903, first, "become_returned", "2022-06-20", "缺少成效"),
            _returned(904, second, "become_returned", "2022-06-21", "点错了"),
            _returned(905, second, "undo", "2022-06-21", ""),
        )
        connection.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", records)
    office = Office(old_file)
    found = office.store.returns.of_month(JUNE)
    assert [reason for _, reason in found] == ["数据不实", "缺少成效"]
    assert len({draft for draft, _ in found}) == 1
    assert office.store.returns.of_month(Month(2022, 7)) == []
    office.store.close()


def test_entries_of_the_first_release_stand_and_book_on(old_file: Path) -> None:
    office = Office(old_file)
    with closing(sqlite3.connect(old_file)) as connection:
        before = connection.execute("SELECT count(*), sum(cents) FROM ledger").fetchone()
        (number,) = connection.execute(
            "SELECT number FROM draft JOIN ledger ON ledger.draft = draft.id"
            " WHERE status = 'accepted' LIMIT 1"
        ).fetchone()
    office.register.revise(number, office.register.open(number).draft)
    with closing(sqlite3.connect(old_file)) as connection:
        assert connection.execute("SELECT count(*), sum(cents) FROM ledger").fetchone() == before
        events = connection.execute(
            "SELECT count(instruction), count(commission), count(deduction), count(correction) FROM ledger"
        ).fetchone()
    assert events == (0, 0, 0, 0)
    office.store.close()


@pytest.mark.parametrize("table", ["instruction", "commission", "deduction", "correction"])
def test_events_are_never_deleted(table: str, tmp_path: Path) -> None:
    file = tmp_path / "台账.jinshi"
    released.load((released.RELEASES / "0002.sql").read_text(encoding="utf-8"), file)
    with (
        closing(sqlite3.connect(file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never deleted"),
    ):
        connection.execute(f"DELETE FROM {table}")
