"""The notice of a quarter or a year: rewritten and typed into until it goes out, never after."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.balance import CheckName
from jinshi_desk.domain.errors import (
    AlreadyIssued,
    DeskError,
    IssueNumberTaken,
    MonthOfIssuedPeriod,
    NotFileable,
    NoticeHasOpenItems,
    NoticeOutOfBalance,
    StillOpen,
)
from jinshi_desk.domain.issuing import Issue, PeriodIssue
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.periods import Period
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.period_notices import PeriodNoticeDesk
from jinshi_desk.services.safety import verify
from tests.office import JULY, JUNE, MAY, Office
from tests.plain_notice import PlainNotice

QUARTER = Period.parse("2022-Q2")
APRIL = Month(2022, 4)
NUMBER = "津组通〔2022〕9号"


@pytest.fixture
def quarter(office: Office) -> Office:
    """April to June with a draft in each, on the 6th of July, nothing closed."""
    office.day = date(2022, 7, 6)
    for day in ("2022-04-08", "2022-05-08", "2022-06-08"):
        office.log(received=day)
    return office


@pytest.fixture
def closed(quarter: Office) -> Office:
    quarter.close(APRIL, MAY, JUNE)
    return quarter


def _desk(office: Office) -> PeriodNoticeDesk:
    return PeriodNoticeDesk(office.store, Press(), office.today, PlainNotice(office.store))


def _issue(office: Office, number: str = NUMBER, on: str = "2022-07-06") -> PeriodIssue:
    return _desk(office).issue(PeriodIssue(QUARTER, number, date.fromisoformat(on)))


def _said(refused: pytest.ExceptionInfo[DeskError]) -> str:
    return complaints.error_sentence(refused.value)


def _checks(office: Office) -> dict[CheckName, tuple[bool, str]]:
    return {check.name: (check.ok, check.detail) for check in _desk(office).draft(QUARTER).checks}


def _found(office: Office) -> str:
    return next(
        each.detail for each in verify(office.store, office.bulletins) if each.name == "period_notices"
    )


# ---- text and entries


def test_a_rewritten_sentence_stands_until_the_generated_one_is_called_back(quarter: Office) -> None:
    desk = _desk(quarter)
    desk.edit(QUARTER, "Q1", " 收到有效信息3条，\n多于往年。")
    (section,) = desk.draft(QUARTER).notice.sections
    assert [(each.text, each.edited, each.broken) for each in section.sentences] == [
        ("收到有效信息3条， 多于往年。", True, ())
    ]
    desk.edit(QUARTER, "Q1", None)
    assert desk.draft(QUARTER).notice.sections[0].paragraphs == ("共收到有效信息3条。",)
    *_, record = quarter.store.audit.of("notice 2022-Q2")
    assert (record.act, record.before["text"], record.after["text"]) == (
        "period_text",
        "收到有效信息3条， 多于往年。",
        None,
    )


def test_a_sentence_switched_off_is_not_printed_and_keeps_its_text(quarter: Office) -> None:
    desk = _desk(quarter)
    desk.edit(QUARTER, "Q1", "收到3条。")
    desk.include(QUARTER, "Q1", included=False)
    assert desk.draft(QUARTER).notice.printed_sections == ()
    desk.include(QUARTER, "Q1", included=True)
    assert desk.draft(QUARTER).notice.sections[0].paragraphs == ("收到3条。",)


def test_a_number_that_an_edit_no_longer_says_is_told(closed: Office) -> None:
    _desk(closed).edit(QUARTER, "Q1", "共收到有效信息5条。")
    assert _checks(closed)[CheckName.SENTENCES] == (False, "Q1")
    with pytest.raises(NoticeHasOpenItems) as refused:
        _issue(closed)
    assert _said(refused) == (
        "2022年第二季度通报还有要看的（文字与台账不符 Q1）；改好再印发，或加 --accept-open-items 照样印发。"
    )
    issue = PeriodIssue(QUARTER, NUMBER, closed.day)
    assert _desk(closed).issue(issue, accept_open_items=True) == issue


def test_what_no_ledger_knows_is_typed_and_can_be_emptied(quarter: Office) -> None:
    desk = _desk(quarter)
    desk.enter(QUARTER, {"mentored": " 4 ", "topics": "换届之后"})
    assert desk.entries(QUARTER) == {"mentored": "4", "topics": "换届之后"}
    desk.enter(QUARTER, {"mentored": ""})
    assert desk.entries(QUARTER) == {"topics": "换届之后"}
    assert desk.draft(QUARTER).notice.contact == "换届之后"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("mentored", "四对", "导师帮带要填不超过 99999 的整数"),
        ("mentored", "²", "导师帮带要填不超过 99999 的整数"),
        ("mentored", "100000", "导师帮带要填不超过 99999 的整数"),
        ("topics", "长" * 501, "选题方向超过 500 字"),
        ("followers", "1", "没有“followers”这一项"),
    ],
)
def test_what_is_no_entry_is_refused_in_a_phrase(quarter: Office, field: str, typed: str, said: str) -> None:
    with pytest.raises(NotFileable) as refused:
        _desk(quarter).enter(QUARTER, {field: typed})
    assert said in _said(refused)
    assert _desk(quarter).entries(QUARTER) == {}


# ---- issue


def test_a_notice_goes_out_whole_and_bears_its_number_and_day(closed: Office) -> None:
    issue = _issue(closed, "津组通[2022]第09号")
    assert issue == PeriodIssue(QUARTER, NUMBER, closed.day) == _desk(closed).issued(QUARTER)
    kept = _desk(closed).draft(QUARTER)
    assert (kept.notice.dated, kept.sums.valid) == (closed.day, 3)
    closed.store.settings.put({"bulletin.signer": "另一个单位"})
    closed.log(received="2022-07-04")
    assert _desk(closed).draft(QUARTER) == kept
    assert _found(closed) == ""


def test_a_notice_out_takes_no_text_and_no_entry(closed: Office) -> None:
    _issue(closed)
    desk = _desk(closed)
    for late in (
        lambda: desk.edit(QUARTER, "Q1", "改"),
        lambda: desk.include(QUARTER, "Q1", included=False),
        lambda: desk.enter(QUARTER, {"mentored": "4"}),
        lambda: _issue(closed, "津组通〔2022〕10号"),
    ):
        with pytest.raises(AlreadyIssued) as refused:
            late()
    assert "2022年第二季度通报已于2022年7月6日以津组通〔2022〕9号印发" in _said(refused)


def test_a_quarter_with_an_open_month_is_not_issued(quarter: Office) -> None:
    quarter.close(APRIL)
    assert _checks(quarter)[CheckName.MONTHS] == (False, "2022年5月、2022年6月")
    with pytest.raises(StillOpen) as refused:
        _issue(quarter)
    assert _said(refused) == "2022年5月、2022年6月还没关账，先关账，再印发。"


def test_months_and_quarters_never_share_a_number(closed: Office) -> None:
    closed.issuing.issue(Issue(JUNE, NUMBER, closed.day))
    assert _desk(closed).proposed(QUARTER).number == "津组通〔2022〕10号"
    with pytest.raises(IssueNumberTaken) as refused:
        _issue(closed, "津组通(2022)9号")
    assert _said(refused) == "津组通〔2022〕9号是2022年6月通报的文号，换一个文号。"
    _issue(closed, "津组通〔2022〕10号")
    closed.day = date(2022, 8, 6)
    closed.close(JULY)
    assert closed.issuing.proposed(JULY).number == "津组通〔2022〕11号"
    with pytest.raises(IssueNumberTaken) as taken:
        closed.issuing.issue(Issue(JULY, "津组通〔2022〕10号", closed.day))
    assert "2022年第二季度通报的文号" in _said(taken)


def test_a_notice_is_not_issued_in_its_own_quarter(closed: Office) -> None:
    with pytest.raises(NotFileable) as refused:
        _issue(closed, on="2022-06-30")
    assert "印发日期要在2022年第二季度过完以后" in _said(refused)


def test_a_month_of_a_quarter_that_is_out_stays_closed(closed: Office) -> None:
    _issue(closed)
    with pytest.raises(MonthOfIssuedPeriod) as refused:
        closed.issuing.reopen(JUNE, "漏登一篇")
    assert _said(refused) == (
        "2022年6月已算进2022年第二季度通报（津组通〔2022〕9号），不能再开账；差错请在台账里登更正。"
    )


def test_a_notice_that_is_not_the_sum_of_its_months_does_not_go_out(
    closed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlainNotice, "off", 1)
    assert _checks(closed)[CheckName.SUMS] == (False, "有效 4 ≠ 3")
    with pytest.raises(NoticeOutOfBalance) as refused:
        _issue(closed)
    assert "与各月通报 有效 4 ≠ 3" in _said(refused)
    assert _desk(closed).issued(QUARTER) is None


# ---- the file itself


_REST = "issued_on, issued_at, issued_by, frozen, sha256 FROM period_issue"


@pytest.fixture(scope="module")
def issued(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quarter that is out, with a sentence rewritten and a text typed."""
    file = Path(shutil.copy(template, tmp_path_factory.mktemp("issued") / "台账.jinshi"))
    office = Office(file)
    office.day = date(2022, 7, 6)
    office.log(received="2022-06-08")
    _desk(office).edit(QUARTER, "Q1", "共收到有效信息1条。")
    _desk(office).enter(QUARTER, {"topics": "换届之后"})
    office.close(JUNE)
    _issue(office)
    office.store.close()
    return file


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE period_issue SET number = '别的'",
        "DELETE FROM period_issue",
        f"INSERT INTO period_issue SELECT '2022', '2022-12', '别的', {_REST}",
        f"INSERT INTO period_issue SELECT '2022-Q1', '2022-03', number, {_REST}",
        f"INSERT INTO issue VALUES ('2022-06', '{NUMBER}', '2022-07-06', '', '')",
        "INSERT INTO period_text VALUES ('2022-Q2', 'Q1', NULL, 0)",
        "INSERT INTO period_entry VALUES ('2022-Q2', 'mentored', '4')",
        "DELETE FROM period_text",
        "UPDATE period_entry SET period = '2022-Q3'",
        "DELETE FROM month WHERE month = '2022-06'",
    ],
)
def test_the_file_itself_keeps_what_is_out(issued: Path, sql: str) -> None:
    with closing(sqlite3.connect(issued)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(sql)


def test_verify_tells_a_notice_that_somebody_changed(closed: Office) -> None:
    _issue(closed)
    with closing(sqlite3.connect(closed.store.file)) as db, db:
        db.execute("DROP TRIGGER period_issue_is_never_changed")
        db.execute("UPDATE period_issue SET frozen = replace(frozen, '条', '篇')")
    assert _found(closed) == "2022-Q2 SHA-256"
