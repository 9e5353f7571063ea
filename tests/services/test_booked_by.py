"""Every point says who booked it, by what and when; also after a reopening, an import, a correction."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from jinshi_desk.domain.corrections import NewCorrection
from jinshi_desk.domain.months import Month
from jinshi_desk.services.chains import Contribution, booked
from jinshi_desk.services.explain import ExplainDesk
from jinshi_desk.services.importing import BatchAnswers, ImportDesk
from tests.office import JULY, JUNE, MAY, Office, unit_id

TOWN = "新洲镇"


def at_the_desk(office: Office, who: str) -> None:
    """Let ``who`` be logged on from now on."""
    vars(office.store)["_user"] = who


def lines(office: Office, month: Month = JUNE) -> tuple[Contribution, ...]:
    """The lines of the town's month, which add up."""
    chain = ExplainDesk(office.store).figure(f"unit.{unit_id(TOWN)}.total", month)
    assert chain.holds
    return chain.lines


def told(office: Office, month: Month = JUNE) -> dict[str, str]:
    """Who booked the town's points and by what, by what the points are for."""
    found = ((line.what, line.explained) for line in lines(office, month))
    said = {what: booked(each).split(" ") for what, each in found if each is not None}
    return {what: f"{words[0]} {words[-1]}" if len(words) > 1 else words[0] for what, words in said.items()}


def test_an_adoption_names_who_proved_it_and_the_quota_nobody_before_the_closing(office: Office) -> None:
    at_the_desk(office, "甲员")
    number = office.log(unit=TOWN)
    at_the_desk(office, "乙员")
    office.adopt(number)
    assert told(office) == {"采用": "乙员 登记采用", "任务缺额": "关账时入账，现为试算"}


def test_a_reopened_month_is_booked_by_whoever_closes_it_again(office: Office) -> None:
    office.log(unit=TOWN)
    at_the_desk(office, "甲员")
    office.close(MAY, JUNE)
    assert told(office)["任务缺额"] == "甲员 关账"
    at_the_desk(office, "乙员")
    office.issuing.reopen(JUNE, "漏了一篇")
    assert told(office)["任务缺额"] == "关账时入账，现为试算"
    office.log(unit=TOWN)
    at_the_desk(office, "丙员")
    office.close(JUNE)
    assert told(office) == {"任务基础分": "丙员 关账"}


def test_what_was_entered_between_closing_and_reopening_keeps_who_entered_it(office: Office) -> None:
    number = office.log(unit=TOWN)
    office.close(MAY, JUNE)
    at_the_desk(office, "甲员")
    office.adopt(number, on="2022-06-25", registered="2022-07-03")
    assert told(office, JULY)["采用"] == "甲员 登记采用"
    at_the_desk(office, "乙员")
    office.issuing.reopen(JUNE, "漏了一篇")
    assert told(office, JULY)["采用"] == "甲员 登记采用"


def test_an_import_names_the_sheet_that_the_points_came_with(office: Office, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook["Sheet"]
    sheet.append(("报送单位", "标题", "类别", "作者", "报送日期", "采用媒体", "采用日期"))
    sheet.append((TOWN, "屋场夜话聚民心", "动态信息", "周试一", "2022-06-10", "红星网", "2022-06-20"))
    file = tmp_path / "登记表.xlsx"
    workbook.save(file)
    at_the_desk(office, "甲员")
    desk = ImportDesk(office.store, office.register, office.adoption, office.today)
    desk.bring_in(desk.open(file), BatchAnswers())
    (adopted,) = (each for line in lines(office) if (each := line.explained) and each.outlet)
    assert booked(adopted).startswith("甲员 ")
    assert booked(adopted).endswith("（登记表.xlsx）")


def test_a_correction_names_who_put_it_right_and_the_entry_that_was_wrong(office: Office) -> None:
    number = office.log(unit=TOWN, received="2022-05-10")
    at_the_desk(office, "甲员")
    office.adopt(number, on="2022-05-20")
    office.close(MAY)
    wrong = office.store.ledger.of_unit(unit_id(TOWN), MAY, MAY)[0]
    at_the_desk(office, "乙员")
    new = NewCorrection(unit_id(TOWN), MAY, -50, "多记", date(2022, 6, 20), entry=wrong.id)
    office.correction.record(new)
    (line,) = (line for line in lines(office) if line.what == "更正")
    assert told(office)["更正"] == "乙员 登记更正"
    assert told(office, MAY)["采用"] == "甲员 登记采用"
    assert "更正的那笔：2022年5月采用 +1" in line.where


def test_points_taken_back_say_why(office: Office) -> None:
    void, retracted = office.log(unit=TOWN), office.log(unit=TOWN)
    adoptions = [office.adopt(number, on="2022-05-20") for number in (void, retracted)]
    office.close(MAY)
    office.day = date(2022, 6, 28)
    office.register.void(void, "失实")
    office.adoption.retract(adoptions[1], office.day)
    back = [line for line in lines(office) if line.what == "冲回"]
    assert [line.where.split(" ")[-1] for line in back] == ["冲回：稿件作废（失实）", "冲回：6月28日媒体撤稿"]
    assert [line.amount for line in back] == [-100, -100]
