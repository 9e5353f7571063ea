"""``remind`` on the command line: what urges the units that owe, for paper and for the group."""

from pathlib import Path

import pytest

from tests.cli.test_unit_command import Clerk
from tests.office import Office


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    office = Office(data_file)
    office.log(unit="药山镇")
    office.store.close()
    return Clerk(data_file, capsys)


def test_a_month_that_owes_has_its_sheets_and_its_text(clerk: Clerk, tmp_path: Path) -> None:
    out = tmp_path / "催报"
    assert clerk("remind", "2022-06", "--stage", "25", "--out", str(out), "--text") == 0
    said = clerk.said.splitlines()
    assert said[0].startswith("【催报】以下单位6月信息仍未达到2条：")
    assert "药山镇（1条）" in said[0]
    names = ["催报单-2022-06.pdf", "催报单-2022-06-各单位.pdf", "催报文字-2022-06.txt"]
    assert said[1:] == [str(out / name) for name in names]
    assert (out / names[2]).read_text(encoding="utf-8") == f"{said[0]}\n"
    assert all((out / name).read_bytes().startswith(b"%PDF") for name in names[:2])


def test_without_a_stage_the_day_decides(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("remind", "2022-06", "--out", str(tmp_path), "--text") == 0
    assert clerk.said.startswith("【逾期未报】截至7月5日")


def test_a_month_that_owes_nothing_writes_nothing(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("remind", "2021-12", "--out", str(tmp_path / "催报")) == 0
    assert clerk.said == "2021年12月没有欠报的单位\n"
    assert not (tmp_path / "催报").exists()


def test_a_folder_that_is_a_file_is_named(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "催报").touch()
    assert clerk("remind", "2022-06", "--out", str(tmp_path / "催报")) == 1
    assert "催报" in clerk.said
