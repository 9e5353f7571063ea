"""What bad input to closed months gets: exit 1, one sentence on stderr, nothing changed (issue 6)."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from jinshi_desk import paths
from jinshi_desk.cli import main
from jinshi_desk.domain.issuing import Issue
from tests.office import JULY, JUNE, MAY, Office

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def books(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """May closed and issued, June closed, July and August open; in July a form is missing."""
    file = tmp_path_factory.mktemp("books") / "台账.jinshi"
    shutil.copy(template, file)
    office = Office(file)
    office.day = date(2022, 9, 6)
    for month in (MAY, JUNE, JULY):
        office.log(f"{month.month}月的一篇", received=f"{month}-10", approval_on_file=month != JULY)
    office.close(MAY, JUNE)
    office.issuing.issue(Issue(MAY, "津组通〔2022〕5号", date(2022, 6, 5)))
    office.store.close()
    return file


@pytest.fixture
def file(books: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(books, tmp_path / books.name))


def mark(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def refused(capsys: Capture, file: Path, *words: str) -> str:
    """Run a command that must be refused, see that nothing changed, and return its sentence."""
    before = mark(file)
    assert main(["--data", str(file), *words]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert mark(file) == before
    (sentence,) = said.err.splitlines()
    return sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("close 2022-08", "关账要按月份先后，先关2022年7月，再关2022年8月。"),
        (
            "close 2022-07",
            "2022年7月还有没办完的（缺审批表 1 篇）；办完再关，或加 --accept-open-items 照样关。",
        ),
        ("close 2022-05", "2022年5月已经关账，没有再改动。"),
        (
            "reopen 2022-05 --reason 漏登",
            "2022年5月通报已于2022年6月5日以津组通〔2022〕5号印发，不能再改动；差错请在台账里登更正。",
        ),
        (
            "issue 2022-05",
            "2022年5月通报已于2022年6月5日以津组通〔2022〕5号印发，不能再改动；差错请在台账里登更正。",
        ),
        ("reopen 2022-07 --reason 漏登", "2022年7月还没关账，先关账，再重新开账。"),
        ("issue 2022-07", "2022年7月还没关账，先关账，再印发。"),
        ("unit rename 药山镇 药山新镇 --from 2022-06", "还有没填对的地方：2022年6月已关账。"),
        (
            "issue 2022-06 --number 津组通〔2022〕6号 --on 2022-02-29",
            "没有“2022-02-29”这一天，2022年2月只有 28 天，核对后再写。",
        ),
    ],
)
def test_what_closed_months_refuse(words: str, sentence: str, file: Path, capsys: Capture) -> None:
    assert refused(capsys, file, *words.split()) == sentence


def test_books_that_do_not_balance_are_not_closed_whatever_is_accepted(file: Path, capsys: Capture) -> None:
    with closing(sqlite3.connect(file)) as books:
        books.execute(
            "INSERT INTO ledger (kind, booked_month, cents, rule_set, clause, arithmetic, unit, booked_at)"
            " SELECT 'adoption', '2022-07', 300, id, 'base.news.prefecture', '3', 'XZ', '2022-07-31'"
            " FROM rule_set LIMIT 1"
        )
        books.commit()
    sentence = refused(capsys, file, "close", "2022-07", "--accept-open-items")
    assert sentence.startswith("2022年7月的账不平（")
    assert sentence.endswith("），不能关账；先在月通报的自查里核对。")


def test_rules_do_not_begin_in_a_closed_month(file: Path, tmp_path: Path, capsys: Capture) -> None:
    shipped = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    rules = tmp_path / "细则.toml"
    text = shipped.replace('id = "default-2022"', 'id = "since-june"')
    rules.write_text(
        text.replace('effective_from = "2022-01"', 'effective_from = "2022-06"'), encoding="utf-8"
    )
    said = refused(capsys, file, "rules", str(rules))
    assert said == "2022年6月已关账，规则不能从那个月起；把起始月份改为2022年7月或以后再换用。"


def test_a_draft_of_a_closed_month_and_one_of_no_day_are_not_logged(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    draft = tmp_path / "新洲镇 屋场夜话.txt"
    draft.write_text("屋场夜话聚民心\n\n　　新洲镇开展活动。\n", encoding="utf-8")
    said = refused(capsys, file, "log", str(draft), "--received-on", "2022-05-20")
    assert said == f"{draft.name} 登不了：2022年5月已关账；一篇都没有登记。"
    said = refused(capsys, file, "log", str(draft), "--received-on", "2022-02-29")
    assert said == "没有“2022-02-29”这一天，2022年2月只有 28 天，核对后再写。"


def test_an_adoption_of_a_month_closed_long_ago_is_booked_in_the_open_one_and_says_so(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    sheet = tmp_path / "采用.xlsx"
    book = Workbook()
    assert book.active is not None
    book.active.append(["标题", "单位", "采用媒体", "采用日期", "登记日期"])
    book.active.append(["5月的一篇", "新洲镇", "湖南日报", "2022-05-20", "2022-06-20"])
    book.active.append(["5月的一篇", "新洲镇", "常德日报", "2022-05-21", "2022-08-30"])
    book.save(sheet)
    assert main(["--data", str(file), "import", str(sheet), "--dry-run", "--json"]) == 0
    told = capsys.readouterr().out
    assert "5月20日采用：那个月已关账，补登计入2022年7月" in told
    assert "5月21日采用：采用已过 60 天，列入2022年7月，不计分" in told
