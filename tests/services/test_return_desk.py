"""退回修改: for several reasons, with the text for the chat group, and right in the bulletin."""

from datetime import date

import pytest

from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.errors import DeskError, MonthClosed, NotFileable, ReasonMissing, WrongStatus
from jinshi_desk.domain.returns import Return
from jinshi_desk.domain.working_days import Holiday
from tests.office import JULY, JUNE, Office

TODAY = date(2022, 7, 3)


def back(*reasons: str, remark: str = "", on: date = TODAY) -> Return:
    return Return.of(on, reasons, remark)


def test_a_draft_goes_back_for_several_reasons_at_once(office: Office) -> None:
    number = office.log("屋场夜话聚民心", accepted=False)
    text = office.returns.send_back([number], back("标题不准", "篇幅不符", remark="第二段请补数字"))
    assert office.status(number) == Status.RETURNED
    assert office.register.open(number).draft.status_reason == "标题不准、篇幅不符；第二段请补数字"
    assert text == (
        "【退回修改】新洲镇：《屋场夜话聚民心》需修改后重报，主要问题：标题不准、篇幅不符。第二段请补数字。"
        "请于7月6日前报回，仍按原报送日期计算；逾期按报回日期计算。——市委组织部研究室"
    )
    assert office.returns.chat_text([number]) == text


def test_each_reason_counts_by_itself_in_the_bulletin(office: Office) -> None:
    office.day = date(2022, 6, 20)
    for reasons in (("标题不准", "篇幅不符"), ("篇幅不符", "文字差错"), ("篇幅不符", "标题不准")):
        office.returns.send_back([office.log(accepted=False)], back(*reasons, on=office.day))
    assert office.sentences(JUNE)["T16"] == "审核退回3篇，主要问题：篇幅不符；标题不准；文字差错。"


def test_what_was_typed_is_the_reason_where_none_was_ticked() -> None:
    assert back(remark="请核对人名").reasons == ("请核对人名",)
    assert back("标题不准", "标题不准 ", remark=" ") == Return(TODAY, ("标题不准",))


def test_several_drafts_go_back_in_one_act_with_a_line_each(office: Office) -> None:
    numbers = [office.log("甲", accepted=False), office.log("乙", unit="药山镇")]
    lines = office.returns.send_back(numbers, back("标题不准")).splitlines()
    assert [line[:14] for line in lines] == ["【退回修改】新洲镇：《甲》需", "【退回修改】药山镇：《乙》需"]
    office.undo.last()
    assert [office.status(number) for number in numbers] == [Status.RECEIVED, Status.ACCEPTED]
    assert office.store.returns.all() == []


def test_the_holiday_table_moves_the_day_that_is_told(office: Office) -> None:
    office.holidays.replace(2022, [Holiday(date(2022, 7, 4)), Holiday(date(2022, 7, 5))])
    assert office.returns.deadline(TODAY) == date(2022, 7, 8)


def test_a_return_noted_later_keeps_the_day_it_was_made(office: Office) -> None:
    number = office.log(received="2022-06-20", accepted=False)
    office.returns.send_back([number], back("标题不准", on=date(2022, 6, 28)))
    assert office.store.returns.of_month(JUNE) == [(1, "标题不准")]
    assert office.store.returns.of_month(JULY) == []


def test_two_returns_on_one_day_are_both_kept(office: Office) -> None:
    number = office.log(accepted=False)
    for reason in ("标题不准", "篇幅不符"):
        office.returns.send_back([number], back(reason))
        office.versions.resubmit(number, TODAY)
    assert [made.reasons for _, _, made in office.store.returns.all()] == [("标题不准",), ("篇幅不符",)]


# ---- refused


@pytest.mark.parametrize(
    ("returned", "refusal", "sentence"),
    [
        (back(), ReasonMissing, "退回修改要写明原因。"),
        (back(" ", remark="\n"), ReasonMissing, "退回修改要写明原因。"),
        (back("标题不准", on=date(2022, 7, 4)), NotFileable, "还有没填对的地方：退回日期在今天之后。"),
        (
            back("标题不准", on=date(2022, 6, 9)),
            NotFileable,
            "还有没填对的地方：退回早于收稿（2022-06-10）。",
        ),
    ],
)
def test_a_return_that_cannot_be_is_refused(
    returned: Return, refusal: type[DeskError], sentence: str, office: Office
) -> None:
    number = office.log(accepted=False)
    with pytest.raises(refusal) as refused:
        office.returns.send_back([number], returned)
    assert error_sentence(refused.value) == sentence
    assert office.status(number) == Status.RECEIVED


def test_nothing_of_a_closed_month_goes_back(office: Office) -> None:
    number = office.log(received="2022-06-20", accepted=False)
    office.close(JUNE)
    with pytest.raises(MonthClosed) as refused:
        office.returns.send_back([number], back("标题不准"))
    assert error_sentence(refused.value) == "2022年6月已关账，改动请登在未关账的月份。"


def test_one_draft_that_cannot_go_back_keeps_the_others(office: Office) -> None:
    gone = office.log(accepted=False)
    office.register.reject(gone, "内容不符")
    other = office.log(accepted=False)
    with pytest.raises(WrongStatus):
        office.returns.send_back([other, gone], back("标题不准"))
    assert office.status(other) == Status.RECEIVED


def test_there_is_no_text_for_a_draft_that_was_never_returned(office: Office) -> None:
    number = office.log()
    with pytest.raises(WrongStatus) as refused:
        office.returns.chat_text([number])
    assert error_sentence(refused.value) == f"{number} 现在是“有效”，不能写退回文字。"


def test_a_return_that_a_sheet_told_of_can_be_told_to_the_group(office: Office) -> None:
    number = office.log("屋场夜话", accepted=False)
    with office.store.writing("import"):
        office.store.drafts.set_status(1, Status.RETURNED, "缺图", date(2022, 7, 1), None)
    assert "需修改后重报，主要问题：缺图。请于7月6日前报回" in office.returns.chat_text([number])
    with office.store.writing("import"):
        office.store.drafts.set_status(1, Status.RETURNED, "", date(2022, 7, 1), None)
    assert "需修改后重报。请于7月6日前报回" in office.returns.chat_text([number])


# ---- the office's list


def test_the_shipped_reasons_are_there_until_the_office_has_its_own(office: Office) -> None:
    assert "事实要素不全" in office.returns.reasons()
    office.returns.keep_reasons("标题不准\n\n 数据  矛盾 \n标题不准")
    assert office.returns.reasons() == ("标题不准", "数据 矛盾")
    office.undo.last()
    assert "事实要素不全" in office.returns.reasons()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [(" \n", "至少要留一条原因"), ("标题不准\n" + "很" * 21, f"原因“{'很' * 21}”太长")],
)
def test_a_list_that_cannot_be_used_is_refused(text: str, phrase: str, office: Office) -> None:
    with pytest.raises(NotFileable) as refused:
        office.returns.keep_reasons(text)
    assert phrase in error_sentence(refused.value)


def test_an_unchanged_list_is_no_act(office: Office) -> None:
    last = office.store.audit.last()
    office.returns.keep_reasons("\n".join(office.returns.reasons()))
    assert office.store.audit.last() == last
