"""One act, one transaction, one audit record: all of it or nothing, whatever happens in between."""

import getpass
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from jinshi_desk import complaints, paths
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.errors import CannotWrite, DamagedDataFile, FileBusy, NotFileable, ReadOnlyDataFile
from jinshi_desk.domain.ledger import Entry, Kind
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.unit_acts import Edit, Rename
from jinshi_desk.domain.units import Exemption, Group
from jinshi_desk.services.opening import open_to_work
from jinshi_desk.services.units import UnitDesk
from jinshi_desk.store.database import create_store, open_store
from jinshi_desk.store.sql_file import SqlFile
from tests.office import JUNE, Office, a_draft, unit_id

ALL = RegisterQuery()


class PulledPlug(BaseException):
    """What no handler for ordinary errors catches."""


def _content(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        tables = [name for name in names if name != "draft_grams"]
        return [str(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables]


# ---- all or nothing


@pytest.mark.parametrize("failure", [RuntimeError, PulledPlug, FileBusy])
def test_an_act_that_fails_leaves_nothing_and_nobody_is_told(
    office: Office, failure: type[BaseException]
) -> None:
    office.log("先登记的稿件")
    before, told = _content(office.store.file), list[frozenset[Topic]]()
    office.store.on_change(told.append)
    with pytest.raises(failure), office.store.writing("log", Topic.DRAFTS) as act:  # noqa: PT012
        office.register.write(act, a_draft("写到一半"), office.register.open("2022-0001").draft.status)
        raise failure
    assert (_content(office.store.file), told) == (before, [])
    assert office.log("后登记的稿件") == "2022-0002"


def test_what_the_file_refuses_leaves_nothing(office: Office) -> None:
    number = office.log()
    before = _content(office.store.file)
    with pytest.raises(Exception, match="FOREIGN KEY"), office.store.writing("book"):
        office.store.ledger.book([_entry(unit="没有的单位")], office.store.now())
    assert _content(office.store.file) == before
    assert office.register.open(number).draft.number == number


def _entry(**facts: object) -> Entry:
    standard = {"kind": Kind.CORRECTION, "booked_month": JUNE, "cents": 100, "rule_set": "default-2022"}
    return Entry(**(standard | {"clause": "", "arithmetic": ""} | facts))  # type: ignore[arg-type]


def test_listeners_hear_after_the_commit_and_see_what_was_done(office: Office) -> None:
    heard: list[tuple[frozenset[Topic], int]] = []
    with closing(sqlite3.connect(office.store.file)) as other:
        count = "SELECT count(*) FROM draft"
        office.store.on_change(lambda topics: heard.append((topics, other.execute(count).fetchone()[0])))
        office.log()
    ((topics, seen),) = heard
    assert seen == 1
    assert {Topic.DRAFTS, Topic.POINTS, Topic.PEOPLE} <= topics


def test_an_act_inside_an_act_is_a_mistake_and_undoes_both(office: Office) -> None:
    with pytest.raises(RuntimeError, match="inside"), office.store.writing("outer"):  # noqa: PT012
        office.store.settings.put({"outer": "1"})
        with office.store.writing("inner"):
            office.store.settings.put({"inner": "1"})
    assert (office.store.settings.get("outer"), office.store.settings.get("inner")) == ("", "")
    office.log()


def test_an_account_without_a_name_can_work(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert office.register.history(office.log())[0].who == ""


def test_acts_together_are_done_and_told_at_once_each_with_its_record(office: Office) -> None:
    told = list[frozenset[Topic]]()
    office.store.on_change(told.append)
    with office.store.together():
        numbers = [office.log(), office.log()]
        assert told == []
    assert [len(office.register.history(number)) for number in numbers] == [1, 1]
    assert len(told) == 1
    assert Topic.DRAFTS in told[0]


def test_acts_together_are_taken_back_by_the_one_that_fails(office: Office) -> None:
    before, told = _content(office.store.file), list[frozenset[Topic]]()
    office.store.on_change(told.append)
    with pytest.raises(NotFileable), office.store.together():  # noqa: PT012
        office.log("屋场夜话聚民心")
        office.log("屋场夜话聚民心")
    assert (_content(office.store.file), told) == (before, [])
    assert office.log() == "2022-0001"


# ---- several at once


def test_two_threads_write_one_after_the_other(office: Office) -> None:
    def work(unit: str) -> None:
        for _ in range(10):
            office.log(unit=unit)
        office.store.release()

    threads = [threading.Thread(target=work, args=(unit,)) for unit in ("新洲镇", "药山镇")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = {row.number for row in office.register.page(ALL, 0, 99)}
    assert numbers == {f"2022-{place:04d}" for place in range(1, 21)}
    assert list(office.store.audit.breaks()) == []


def test_a_second_thread_waits_for_the_first_act_and_is_no_act_inside_it(office: Office) -> None:
    inside = threading.Event()

    def second() -> None:
        inside.wait()
        office.log("第二件")
        office.store.release()

    other = threading.Thread(target=second)
    other.start()
    with office.store.writing("slow"):
        inside.set()
        office.store.settings.put({"slow": "1"})
    other.join()
    assert office.register.count(ALL) == 1


_HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def _held_elsewhere(file: Path) -> Iterator[None]:
    """Have another program hold the file."""
    command = [sys.executable, "-c", _HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate("\n")


def test_a_file_that_another_program_holds_is_busy_and_free_again_later(office: Office) -> None:
    office.store._db.execute_sql("PRAGMA busy_timeout = 1")
    with _held_elsewhere(office.store.file):
        with pytest.raises(FileBusy) as refused:
            office.log("挡住的稿件")
        assert "占用" in complaints.error_sentence(refused.value)
        assert office.register.count(ALL) == 0  # reading goes on
    office.log("登上的稿件")
    assert office.register.count(ALL) == 1


def test_models_and_plain_sql_write_in_one_transaction(office: Office) -> None:
    store = office.store
    with pytest.raises(CannotWrite), store.writing("exempt"):  # noqa: PT012
        store.units.exempt(Exemption(unit_id("药山镇"), JUNE, "防汛", "部长"))  # a model's
        store.settings.put({"office.name": "研究室"})  # plain SQL
        assert store._sql.value("SELECT reason FROM exemption") == "防汛"
        raise CannotWrite("台账.jinshi", "磁盘已满")
    assert store.units.exemptions() == ()
    assert store.settings.get("office.name") != "研究室"


# ---- the machine


def test_a_full_disk_is_named_and_nothing_is_changed(office: Office) -> None:
    office.log("先登记的稿件")
    before = _content(office.store.file)
    pages = office.store._db.value("PRAGMA page_count")
    office.store._db.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotWrite) as refused:
        office.log("很长的稿件", body="正文" * 100_000)
    assert "磁盘已满" in complaints.error_sentence(refused.value)
    assert _content(office.store.file) == before
    office.store._db.execute_sql(f"PRAGMA max_page_count = {pages + 1000}")
    office.log("腾出空间以后")


def test_a_transaction_that_sqlite_ended_itself_still_tells_the_true_cause(office: Office) -> None:
    with pytest.raises(FileBusy), office.store.writing("log"):  # noqa: PT012
        office.store._db.execute_sql("ROLLBACK")
        raise FileBusy("台账.jinshi")
    office.log()


@contextmanager
def _a_plain_user() -> Iterator[None]:
    """Be somebody whom file permissions bind, also where the tests run as root."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.fixture
def open_folder(data_file: Path) -> Iterator[Path]:
    """A copy of the data file where a plain user can see it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "台账.jinshi"
        file.write_bytes(data_file.read_bytes())
        Path(folder).chmod(0o777)
        file.chmod(0o666)
        yield file
        Path(folder).chmod(0o777)


def _protect_file(file: Path) -> None:
    file.chmod(0o444)


def _protect_folder(file: Path) -> None:
    file.parent.chmod(0o555)


def _protect_both(file: Path) -> None:
    _protect_file(file)
    _protect_folder(file)


@pytest.mark.parametrize("protect", [_protect_file, _protect_folder, _protect_both])
def test_a_read_only_file_can_be_read_and_every_act_is_refused(
    protect: Callable[[Path], None], open_folder: Path
) -> None:
    before = open_folder.read_bytes()
    protect(open_folder)
    with _a_plain_user():
        office = Office(open_folder)
        assert office.store.read_only
        assert office.register.units()
        assert office.figures(JUNE).received == 0
        with pytest.raises(CannotWrite) as refused:
            office.log()
        office.store.close()
        with pytest.raises(ReadOnlyDataFile):
            open_to_work(open_folder)
    assert "只读" in complaints.error_sentence(refused.value)
    assert open_folder.read_bytes() == before
    assert list(open_folder.parent.iterdir()) == [open_folder]


def test_a_read_only_file_of_an_older_program_is_left_alone(open_folder: Path) -> None:
    with closing(sqlite3.connect(open_folder)) as ours:
        (latest,) = ours.execute("PRAGMA user_version").fetchone()
        ours.execute(f"PRAGMA user_version = {latest - 1}")
    before = open_folder.read_bytes()
    _protect_both(open_folder)
    with _a_plain_user(), pytest.raises(CannotWrite) as refused:
        open_store(open_folder, paths.migrations())
    assert "要先升级" in complaints.error_sentence(refused.value)
    assert open_folder.read_bytes() == before


def test_a_read_only_folder_takes_no_new_file(open_folder: Path) -> None:
    _protect_folder(open_folder)
    with _a_plain_user(), pytest.raises(CannotWrite):
        create_store(open_folder.with_name("新台账.jinshi"), paths.migrations())
    assert list(open_folder.parent.iterdir()) == [open_folder]


def test_what_lies_in_the_journal_of_a_read_only_file_is_read_too(open_folder: Path) -> None:
    office = Office(open_folder)
    office.log("刚登记的稿件")
    _protect_file(open_folder)
    with _a_plain_user():
        reader = open_store(open_folder, paths.migrations())
        assert [row.title for row in reader.register.page(ALL, 0, 9)] == ["刚登记的稿件"]
        reader.close()
    office.store.close()


@pytest.mark.parametrize("sound", [0.1, 0.5])
def test_a_damaged_file_is_named_when_it_is_opened_or_read(sound: float, data_file: Path) -> None:
    office = Office(data_file)
    for _ in range(30):
        office.log(body="正文" * 500)
    office.store.close()
    content = bytearray(data_file.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    pages = len(content) // size
    for page in range(int(pages * sound), pages):
        content[page * size : page * size + 64] = b"\xff" * 64
    data_file.write_bytes(content)
    with pytest.raises(DamagedDataFile) as refused:
        _read_everything(data_file)
    assert "备份" in complaints.error_sentence(refused.value)
    assert data_file.read_bytes() == content


def test_a_page_that_is_damaged_is_named_whenever_its_rows_come_up(data_file: Path) -> None:
    office = Office(data_file)
    for _ in range(12):
        office.log(body="正文" * 500)
    office.store.close()
    sound = data_file.read_bytes()
    size = int.from_bytes(sound[16:18], "big")
    refused = 0
    for start in range(size, len(sound), size):
        data_file.write_bytes(sound[:start] + b"\xff" * 64 + sound[start + 64 :])
        db = SqlFile(data_file)
        try:
            db.rows("SELECT body FROM draft ORDER BY id")
        except DamagedDataFile:
            refused += 1
        finally:
            db.close()
    assert refused > 2


def _read_everything(file: Path) -> None:
    office = Office(file)
    try:
        for row in office.register.page(ALL, 0, 99):
            office.register.open(row.number)
        office.figures()
    finally:
        office.store.release()


def test_closing_leaves_one_file(office: Office) -> None:
    office.log()

    def work() -> None:
        office.log()
        office.store.release()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    office.store.close()
    assert [file.name for file in office.store.file.parent.iterdir()] == [office.store.file.name]
    assert Office(office.store.file).register.count(ALL) == 2


# ---- a pulled plug

_LOG_FOR_EVER = """
import sys
from pathlib import Path
from tests.office import Office
office = Office(Path(sys.argv[1]))
while True:
    number = office.log()
    office.adopt(number)
    print(number, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 20])
def test_every_number_that_was_given_is_there_after_a_kill(acknowledged: int, data_file: Path) -> None:
    command = [sys.executable, "-c", _LOG_FOR_EVER, str(data_file)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as clerk:
        assert clerk.stdout is not None
        given = [clerk.stdout.readline().strip() for _ in range(acknowledged)]
        clerk.kill()
        given += clerk.stdout.read().split()
    office = Office(data_file)
    drafts = [office.register.open(number) for number in given]
    assert len(drafts) >= acknowledged
    assert all(draft.cents == 100 for draft in drafts)
    assert list(office.store.audit.breaks()) == []
    assert office.store._db.value("PRAGMA integrity_check") == "ok"
    assert office.register.count(RegisterQuery(words=given[-1])) == 1
    office.store.close()


def test_a_unit_renamed_or_put_into_another_group_is_no_damage(office: Office) -> None:
    units = UnitDesk(office.store, office.undo)
    units.do(Rename(unit_id("新洲镇"), "新样镇", JUNE))
    units.do(Edit(unit_id("药山镇"), Group.BUREAU, (), (), JUNE))
    assert office.store.integrity() == ""


def test_a_row_that_breaks_a_rule_of_the_file_is_told_as_damage(office: Office) -> None:
    office.store.release()
    with closing(sqlite3.connect(office.store.file)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("UPDATE unit SET name = ' ' WHERE id = ?", (unit_id("新洲镇"),))
        db.commit()
    assert "unit" in office.store.integrity()


# ---- what is never changed


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE ledger SET cents = 9900",
        "DELETE FROM ledger",
        "UPDATE audit SET who = '别人'",
        "DELETE FROM audit",
        "DELETE FROM draft",
        "DELETE FROM adoption",
        "INSERT INTO ledger SELECT * FROM ledger",
        "REPLACE INTO audit SELECT id, at, '别人', act, subject, before, after, previous, hash FROM audit",
    ],
)
def test_the_file_itself_refuses_to_change_what_is_booked_or_recorded(tampering: str, office: Office) -> None:
    office.adopt(office.log())
    before = _content(office.store.file)
    with closing(sqlite3.connect(office.store.file)) as other:
        other.execute("PRAGMA recursive_triggers = ON")  # else REPLACE deletes unseen
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(tampering)
    assert _content(office.store.file) == before


def test_nothing_is_booked_into_a_closed_month(office: Office) -> None:
    office.close(JUNE)
    with pytest.raises(Exception, match="closed"), office.store.writing("book"):
        office.store.ledger.book([_entry(unit=unit_id("新洲镇"))], office.store.now())
    assert office.store.ledger.sums(JUNE, JUNE) == []


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("UPDATE audit SET who = '别人' WHERE id = 2", [2]),
        ("UPDATE audit SET after = '{}' WHERE id = 3", [3]),
        ("UPDATE audit SET at = '2020-01-01' WHERE id = 1", [1]),
        ("DELETE FROM audit WHERE id = 2", [3]),
        ("UPDATE audit SET hash = 'x' WHERE id = 2", [2, 3]),
    ],
)
def test_the_audit_chain_shows_where_somebody_got_past_the_guards(
    tampering: str, broken: list[int], office: Office
) -> None:
    for _ in range(3):
        office.log()
    assert list(office.store.audit.breaks()) == []
    with closing(sqlite3.connect(office.store.file)) as other:
        other.execute("DROP TRIGGER audit_is_never_changed")
        other.execute("DROP TRIGGER audit_is_never_deleted")
        other.execute(tampering)
        other.commit()
    assert list(office.store.audit.breaks()) == broken


def test_every_act_leaves_one_record(office: Office) -> None:
    number = office.log()
    adoption = office.adopt(number)
    office.adoption.void(adoption, "登错")
    office.register.return_(number, "补充数据")
    assert [record.act for record in office.register.history(number)] == [
        "log",
        "adopt",
        "void_adoption",
        "become_returned",
    ]


# ---- two programs on one file


@pytest.fixture
def other_desk(office: Office) -> Iterator[Office]:
    """The same file, open in another program."""
    other = Office(office.store.file)
    yield other
    other.store.close()


def _heard(office: Office) -> list[frozenset[Topic]]:
    told: list[frozenset[Topic]] = []
    office.store.on_change(told.append)
    return told


def test_what_another_program_writes_is_noticed_once(office: Office, other_desk: Office) -> None:
    told = _heard(office)
    office.store.notice_others()
    assert told == []
    other_desk.log("别处登记的")
    office.store.notice_others()
    office.store.notice_others()
    assert told == [frozenset(Topic)]


def test_an_act_of_ones_own_is_no_news_from_elsewhere(office: Office) -> None:
    told = _heard(office)
    office.log("自己登记的")
    own = list(told)
    office.store.notice_others()
    assert told == own
    assert frozenset(Topic) not in told


def test_an_act_tells_also_what_was_written_before_it_elsewhere(office: Office, other_desk: Office) -> None:
    told = _heard(office)
    other_desk.log("别处登记的")
    with office.store.writing("void", Topic.DRAFTS):
        pass
    assert told == [frozenset(Topic)]


def test_an_act_that_failed_leaves_what_others_wrote_to_be_noticed(
    office: Office, other_desk: Office
) -> None:
    told = _heard(office)
    other_desk.log("别处登记的")
    with pytest.raises(PulledPlug), office.store.writing("void", Topic.DRAFTS):
        raise PulledPlug
    office.store.notice_others()
    assert told == [frozenset(Topic)]


def test_looking_for_others_never_waits_and_never_complains(
    office: Office, other_desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _heard(office)
    other_desk.log("别处登记的")
    with office.store.writing("void", Topic.DRAFTS):
        looking = threading.Thread(target=office.store.notice_others)
        looking.start()
        looking.join()
        assert told == []

    def gone() -> int:
        raise FileBusy("台账.jinshi")

    monkeypatch.setattr(office.store, "_last_record", gone)
    office.store.notice_others()
    assert told == [frozenset(Topic)]
