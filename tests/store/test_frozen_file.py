"""A closed month is read-only in the file itself, whatever program writes to it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.services.closing import faults
from jinshi_desk.services.freezing import freeze, thaw, thaw_notice
from jinshi_desk.services.period_notices import faults as notice_faults
from jinshi_desk.store.database import open_store
from tests.store import released

DUMPS = sorted(released.RELEASES.glob("*.sql"))

_DRAFT = "draft WHERE quota_month = '2022-05'"
_ADOPTION = "draft, outlet, mode, position, adopted_on, registered_on, verified, booked_month"
_LEDGER = "kind, booked_month, cents, rule_set, clause, arithmetic, unit, booked_at"


def _of_may(change: str) -> str:
    return f"UPDATE draft SET {change} WHERE quota_month = '2022-05'"


def _adopted(registered: str, booked: str) -> str:
    facts = f"'hxw', 'sole', 'normal', '2022-05-20', '{registered}', 1, '{booked}'"
    return f"INSERT INTO adoption ({_ADOPTION}) SELECT id, {facts} FROM {_DRAFT}"


def _entry(booked: str) -> str:
    copied = _LEDGER.replace("booked_month", f"'{booked}'")
    return f"INSERT INTO ledger ({_LEDGER}) SELECT {copied} FROM ledger WHERE unit IS NOT NULL LIMIT 1"


REFUSED = {
    "its row changed": "UPDATE month SET frozen = '{}'",
    "its row deleted": "DELETE FROM month",
    "closed again": "INSERT INTO month SELECT * FROM month",
    "closed anew": "INSERT OR REPLACE INTO month SELECT * FROM month",
    "one before it closed": "INSERT INTO month (month, closed_at) VALUES ('2022-04', '2022-07-06')",
    "an entry": _entry("2022-05"),
    "an entry before": _entry("2022-01"),
    "another lead": _of_may("lead = 'XZ'"),
    "another category": _of_may("category = 'research'"),
    "another form": _of_may("form = 'photo'"),
    "another source": _of_may("source = 'reprint'"),
    "another day": _of_may("received_on = '2022-05-31'"),
    "made up": _of_may("makeup = 1"),
    "the form gone": _of_may("approval_on_file = 0"),
    "moved out": _of_may("quota_month = '2022-06'"),
    "moved in": "UPDATE draft SET quota_month = '2022-05' WHERE quota_month = '2022-06'",
    "never received": _of_may("status = 'void'"),
    "a loss": _of_may("status = 'void', void_month = '2022-05'"),
    "a partner": f"INSERT INTO draft_partner SELECT id, 1, 'XZ' FROM {_DRAFT}",
    "an author more": f"INSERT INTO draft_author SELECT id, 7, 2, 'author', NULL FROM {_DRAFT}",
    "an author's share": f"UPDATE draft_author SET share = 100 WHERE draft IN (SELECT id FROM {_DRAFT})",
    "an author's role": f"UPDATE draft_author SET role = 'reporter' WHERE draft IN (SELECT id FROM {_DRAFT})",
    "an author moved in": f"UPDATE draft_author SET draft = (SELECT id FROM {_DRAFT}) WHERE position = 1",
    "an author less": f"DELETE FROM draft_author WHERE draft IN (SELECT id FROM {_DRAFT})",
    "an adoption": _adopted("2022-05-20", "2022-05"),
    "an adoption proven": "UPDATE adoption SET verified = 1, booked_month = '2022-05' WHERE verified = 0",
    "an adoption moved in": "UPDATE adoption SET booked_month = '2022-05' WHERE verified = 1",
    "a retraction": "UPDATE adoption SET retracted = '2022-05', retracted_on = '2022-05-30'",
    "an instruction": "UPDATE instruction SET booked_month = '2022-05'",
    "a commission": "UPDATE commission SET booked_month = '2022-05'",
    "a deduction": "UPDATE deduction SET booked_month = '2022-05' WHERE confirmed_on IS NOT NULL",
    "an exemption": "INSERT INTO exemption VALUES ('XZ', '2022-05', '抗洪', '李主任')",
    "an exemption moved": "UPDATE exemption SET month = '2022-05'",
    "a sentence": "INSERT OR REPLACE INTO bulletin_text VALUES ('2022-05', 'T1', NULL, 0)",
    "a sentence moved": "UPDATE bulletin_text SET month = '2022-05'",
    "the platforms": "INSERT INTO platform_month VALUES ('2022-05', 1, 1, 1, 1)",
    "the platforms moved": "UPDATE platform_month SET month = '2022-05'",
}
ALLOWED = {
    "void, the loss in an open month": _of_may("status = 'void', void_month = '2022-06'"),
    "withdrawn": _of_may("status = 'withdrawn'"),
    "a note": _of_may("note = '备注', lead = lead"),
    "adopted since": _adopted("2022-06-20", "2022-06"),
    "the next month closed": "INSERT INTO month (month, closed_at) VALUES ('2022-06', '2022-07-06')",
}


@pytest.fixture(scope="module")
def populated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something in every table, and May closed."""
    file = tmp_path_factory.mktemp("closed") / "台账.jinshi"
    released.a_populated_office(file)
    return file


@pytest.fixture
def db(populated: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(shutil.copy(populated, tmp_path / "台账.jinshi"))) as connection:
        yield connection


@pytest.mark.parametrize("sql", REFUSED.values(), ids=REFUSED)
def test_what_a_closed_month_counted_is_not_touched(sql: str, db: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="closed"):
        db.execute(sql)


@pytest.mark.parametrize("sql", ALLOWED.values(), ids=ALLOWED)
def test_what_happens_later_is_written(sql: str, db: sqlite3.Connection) -> None:
    assert db.execute(sql).rowcount == 1


def test_what_a_closed_month_booked_keeps_its_event(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO month (month, closed_at) VALUES ('2022-07', '2022-08-06')")
    for table in ("instruction", "commission", "deduction", "correction"):
        booked = f"FROM {table} WHERE booked_month IS NOT NULL LIMIT 1"
        (number,) = db.execute(f"SELECT id {booked}").fetchone()
        with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
            db.execute(f"UPDATE {table} SET voided = '登错' WHERE id = ?", (number,))
        columns = ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != "id")
        with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
            db.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} {booked}")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE adoption SET voided = '登错' WHERE verified = 1",
        "UPDATE adoption SET outlet = 'rmrb' WHERE verified = 1",
        "UPDATE adoption SET mode = 'mention' WHERE mode = 'combined'",
        "UPDATE adoption SET position = 'headline' WHERE verified = 1",
        "UPDATE adoption SET verified = 0 WHERE verified = 1",
        "UPDATE adoption SET retracted = NULL, retracted_on = NULL WHERE retracted IS NOT NULL",
        "UPDATE draft SET void_month = '2022-08' WHERE void_month IS NOT NULL",
        "DELETE FROM exemption",
        "UPDATE exemption SET reason = '别的'",
        "DELETE FROM bulletin_text",
        "DELETE FROM platform_month",
        "UPDATE platform_month SET pushes = 0",
        "DELETE FROM draft_partner",
        "UPDATE draft_partner SET unit = 'YJS'",
    ],
)
def test_what_was_booked_and_typed_stays(sql: str, db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO month (month, closed_at) VALUES ('2022-07', '2022-08-06')")
    with pytest.raises(sqlite3.IntegrityError, match="the month is closed"):
        db.execute(sql)


def test_an_adoption_of_a_closed_month_is_taken_down_in_an_open_one(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO month (month, closed_at) VALUES ('2022-06', '2022-07-06')")
    sql = "UPDATE adoption SET retracted = '2022-07', retracted_on = '2022-06-30' WHERE retracted IS NULL"
    assert db.execute(f"{sql} AND booked_month = '2022-06'").rowcount > 0


@pytest.mark.parametrize("dump", DUMPS, ids=lambda file: file.stem)
def test_every_month_and_notice_that_a_release_froze_can_be_read(dump: Path, tmp_path: Path) -> None:
    file = tmp_path / "老台账.jinshi"
    released.load(dump.read_text(encoding="utf-8"), file)
    store = open_store(file, paths.migrations())
    closed = list(store.months.closed())
    texts = [month.frozen for month in closed if month.frozen]
    assert len(texts) == (len(closed) if dump.stem >= "0003" else 0)
    for text in texts:
        assert thaw(freeze(thaw(text))) == thaw(text)
    assert list(faults(store)) == []
    notices = list(store.period_notices.all())
    assert len(notices) == (1 if dump.stem >= "0019" else 0)
    for notice in notices:
        assert freeze(thaw_notice(notice.frozen)) == notice.frozen
    assert list(notice_faults(store)) == []
    store.close()
