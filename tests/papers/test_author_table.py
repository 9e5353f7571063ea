"""Annex 3, the authors' points, stands alike on the page, in the document and in the workbook."""

from pathlib import Path

from jinshi_desk.domain.bulletins import AuthorRow
from jinshi_desk.papers.typesetting import Press
from tests.papers.agreement import assert_same_numbers
from tests.papers.bulletins import a_bulletin, a_notice
from tests.papers.test_three_files import three_files

AUTHORS = (
    AuthorRow(1, "周试一", "新洲镇", 850, 4225, 1),
    AuthorRow(2, "李试二", "药山镇", 300, 300, 2),
    AuthorRow(3, "欧阳试三", "市卫生健康局", -150, 75, 3),
)


def test_authors_agree_in_all_three_files(press: Press, tmp_path: Path) -> None:
    june = a_bulletin(author_table=AUTHORS)
    assert_same_numbers(june, *three_files(press, june, tmp_path))


def test_annex_3_is_there_only_with_authors() -> None:
    assert len(a_notice().annexes) == 2
    third = a_notice(author_table=AUTHORS).annexes[2]
    assert third.name == "2022年6月份作者积分表"
    assert third.tables[0].printed_rows[2] == ("3", "欧阳试三", "市卫生健康局", "−1.5", "0.75", "3")
