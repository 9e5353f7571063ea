"""Whose act booked an entry is written with it, and is found for the entries of older files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.domain.ledger import Booked
from jinshi_desk.domain.outlets import Level
from jinshi_desk.store.database import open_store
from tests.office import MAY, Office, a_clock, unit_id
from tests.store import released


@pytest.fixture
def hurried(data_file: Path) -> Iterator[Office]:
    """An office in which everything happens in one second."""
    opened = Office(data_file, a_clock)
    yield opened
    opened.store.close()


def _acts(office: Office, entries: tuple[Booked, ...]) -> list[tuple[str, str]]:
    done = office.store.audit.done(entry.act for entry in entries if entry.act)
    return [(done[entry.act].act, done[entry.act].subject) for entry in entries if entry.act]


def test_of_acts_in_one_second_each_entry_names_its_own(hurried: Office) -> None:
    first, second = hurried.log(), hurried.log()
    hurried.adopt(second)
    hurried.adopt(first, Level.PROVINCE)
    booked = [hurried.store.ledger.of_draft(hurried.store.drafts.get(each).id) for each in (first, second)]
    assert set(_acts(hurried, booked[0])) == {("adopt", first)}
    assert set(_acts(hurried, booked[1])) == {("adopt", second)}


def test_what_a_closing_books_is_the_closers(hurried: Office) -> None:
    hurried.log(received="2022-05-10")
    hurried.close(MAY)
    own = [
        entry for entry in hurried.store.ledger.of_unit(unit_id("新洲镇"), MAY, MAY) if entry.draft is None
    ]
    assert own
    assert set(_acts(hurried, tuple(own))) == {("close", f"month {MAY}")}


def test_entries_of_an_older_file_get_the_record_that_booked_them(tmp_path: Path) -> None:
    file = tmp_path / "老台账.jinshi"
    released.load((released.RELEASES / "0014.sql").read_text(encoding="utf-8"), file)
    open_store(file, paths.migrations()).close()
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT ledger.booked_at, audit.at, draft.number, audit.subject, ledger.kind FROM ledger"
            " LEFT JOIN audit ON audit.id = ledger.act LEFT JOIN draft ON draft.id = ledger.draft"
        ).fetchall()
    assert rows
    for booked_at, at, number, subject, kind in rows:
        assert at is not None
        assert at >= booked_at
        if kind == "adoption" and number is not None:
            assert subject == number
