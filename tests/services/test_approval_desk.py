"""Opening, numbering, filling and voiding approval forms; what they know from the start."""

from dataclasses import replace
from datetime import date, time

import pytest

from jinshi_desk.domain.approval_forms import Article, DepartmentFacts, FormState, PushFacts, UnitFacts
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.commissions import NewCommission
from jinshi_desk.domain.drafts import Author
from jinshi_desk.domain.errors import (
    AlreadyOnForm,
    ApprovalOver,
    NotFileable,
    ReasonMissing,
    UnknownApproval,
    UnknownDraft,
    WrongStatus,
)
from jinshi_desk.services.form_settings import FormSettingsDesk
from tests.office import JUNE, Office, a_draft, unit_id


def test_forms_are_numbered_by_unit_and_month(office: Office) -> None:
    first, second, other = office.log(), office.log(), office.log(unit="药山镇")
    july = office.log(received="2022-07-01")
    numbers = [office.approval.start(number) for number in (first, second, other, july)]
    assert numbers == ["202206-XZ-01", "202206-XZ-02", "202206-YS-01", "202207-XZ-01"]


def test_a_late_draft_is_numbered_in_the_month_it_counts_for(office: Office) -> None:
    assert office.approval.start(office.log(received="2022-07-02", makeup=True)) == "202206-XZ-01"


def test_the_departments_own_news_gets_form_b(office: Office) -> None:
    numbers = [office.approval.start(office.log(unit="研究室")) for _ in range(2)]
    assert numbers == ["部审〔2022〕1号", "部审〔2022〕2号"]


def test_a_draft_has_one_form_of_a_kind(office: Office) -> None:
    draft = office.log()
    assert office.approval.start(draft) == office.approval.start(draft)
    assert [form.number for form in office.approval.of_draft(draft)] == ["202206-XZ-01"]


def test_a_void_number_is_listed_and_never_given_again(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.approval.void(number, "填错单位")
    assert office.approval.start(draft) == "202206-XZ-02"
    rows = {row.number: row.state for row in office.approval.forms(JUNE)}
    assert rows == {"202206-XZ-01": FormState.VOID, "202206-XZ-02": FormState.DRAFT}
    with pytest.raises(ApprovalOver):
        office.approval.void(number, "又作废")


def test_voiding_wants_a_reason(office: Office) -> None:
    number = office.approval.start(office.log())
    with pytest.raises(ReasonMissing):
        office.approval.void(number, " ")
    assert office.approval.open(number).approval.state is FormState.DRAFT


def test_numbers_follow_the_offices_own_pattern(office: Office) -> None:
    desk = FormSettingsDesk(office.store, office.undo)
    first = office.approval.start(office.log())
    desk.save(replace(desk.settings(), patterns={**desk.settings().patterns, FormKind.A: "{year}-{seq}号"}))
    second = office.approval.start(office.log(unit="药山镇"))
    third = office.approval.start(office.log())
    assert (first, second, third) == ("202206-XZ-01", "2022-01号", "2022-02号")


def test_a_pattern_that_meets_an_old_number_runs_past_it(office: Office) -> None:
    desk = FormSettingsDesk(office.store, office.undo)
    office.approval.start(office.log())
    desk.save(replace(desk.settings(), patterns={**desk.settings().patterns, FormKind.A: "202206-XZ-{seq}"}))
    assert office.approval.start(office.log(received="2022-07-01")) == "202206-XZ-02"


def test_a_pattern_without_a_running_number_is_refused(office: Office) -> None:
    desk = FormSettingsDesk(office.store, office.undo)
    with pytest.raises(NotFileable):
        desk.save(replace(desk.settings(), patterns={**desk.settings().patterns, FormKind.A: "{year}"}))
    with pytest.raises(NotFileable):
        desk.save(replace(desk.settings(), limits={**desk.settings().limits, FormKind.A: 0}))
    assert desk.settings().patterns[FormKind.A] == "{year}{month}-{unit}-{seq}"


def test_units_of_like_names_have_codes_of_their_own(office: Office) -> None:
    desk = FormSettingsDesk(office.store, office.undo)
    office.approval.start(office.log())
    with pytest.raises(NotFileable):
        desk.set_unit_code(unit_id("药山镇"), "XZ")
    desk.set_unit_code(unit_id("新洲镇"), "xzz")
    assert office.approval.start(office.log()) == "202206-XZZ-01"
    assert office.approval.start(office.log(unit="市信访局")) == "202206-XFJ-01"
    for _ in range(5):  # two forms, two drafts, the code
        office.undo.last()
    assert desk.unit_codes()[unit_id("新洲镇")] == "XZ"


# ---- what is never asked twice


def test_a_form_knows_what_the_units_last_one_said(office: Office) -> None:
    first = office.approval.start(office.log())
    office.approval.fill(first, UnitFacts("0736-4200000", "常德日报", "摘要", photos=2))
    second = office.approval.start(office.log(body="新洲镇建立问题清单。\n第二段。"))
    facts = office.approval.open(second).approval.facts
    assert facts == UnitFacts("0736-4200000", "常德日报", "新洲镇建立问题清单。")
    other = office.approval.open(office.approval.start(office.log(unit="药山镇"))).approval.facts
    assert other == UnitFacts()


def test_a_long_text_is_summed_up_by_its_first_sentences(office: Office) -> None:
    body = "第一句说了事情的经过。" * 15
    facts = office.approval.open(office.approval.start(office.log(body=body))).approval.facts
    assert isinstance(facts, UnitFacts)
    assert facts.summary == "第一句说了事情的经过。" * 10
    endless = office.approval.open(office.approval.start(office.log(body="长" * 300))).approval.facts
    assert isinstance(endless, UnitFacts)
    assert facts.summary.endswith("。")
    assert (len(endless.summary), endless.summary[-1]) == (120, "…")


def test_a_commissioned_draft_names_its_commission(office: Office) -> None:
    draft = office.log()
    asked = NewCommission(unit_id("新洲镇"), "联建经验", date(2022, 6, 1), date(2022, 6, 20))
    row = office.commission.record(asked)
    office.commission.deliver(row, date(2022, 6, 10), draft)
    facts = office.approval.open(office.approval.start(draft)).approval.facts
    assert isinstance(facts, UnitFacts)
    assert facts.commission_number == str(row)


def test_a_form_b_goes_where_the_last_one_went(office: Office) -> None:
    first = office.approval.start(office.log(unit="研究室"))
    office.approval.fill(first, DepartmentFacts("津市党建网", "部务会安排"))
    second = office.approval.open(office.approval.start(office.log(unit="研究室"))).approval.facts
    assert second == DepartmentFacts("津市党建网")


def test_a_push_knows_its_place_in_the_year(office: Office) -> None:
    (first,) = office.approval.start_push([office.log()])
    office.approval.fill(first, PushFacts(date(2022, 7, 3), 62, time(18, 30), "周试一"))
    (second,) = office.approval.start_push([office.log()])
    facts = office.approval.open(second).approval.facts
    assert facts == PushFacts(date(2022, 7, 3), 63, time(18, 30), "周试一")


def test_an_article_knows_the_pictures_of_its_form_a(office: Office) -> None:
    draft = office.log()
    office.approval.fill(office.approval.start(draft), UnitFacts(photos=3, reprinted_from="红星网"))
    (number,) = office.approval.start_push([draft])
    (article,) = office.approval.open(number).approval.articles
    assert (article.photos, article.reprinted_from) == (3, "红星网")


# ---- filling


def test_what_is_typed_is_kept_and_can_be_taken_back(office: Office) -> None:
    number = office.approval.start(office.log())
    facts = UnitFacts("0736-4200000", "红星网", "第一段\n第二段", 2, 1, "名册一份")
    office.approval.fill(number, facts)
    assert office.approval.open(number).approval.facts == facts
    office.undo.last()
    assert office.approval.open(number).approval.facts == UnitFacts()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (UnitFacts(office_phone="0" * 61), "office_phone"),
        (UnitFacts(summary="要" * 301), "summary"),
        (UnitFacts(photos=-1), "photos"),
        (UnitFacts(videos=1000), "videos"),
    ],
)
def test_a_field_that_no_form_holds_is_refused(office: Office, facts: UnitFacts, field: str) -> None:
    number = office.approval.start(office.log())
    with pytest.raises(NotFileable) as refused:
        office.approval.fill(number, facts)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert office.approval.open(number).approval.facts == UnitFacts()


def test_control_characters_are_cleaned_from_what_is_typed(office: Office) -> None:
    number = office.approval.start(office.log())
    office.approval.fill(number, UnitFacts(outlet="红星\u202e网\n", summary="一\u0000段\n二段"))
    assert office.approval.open(number).approval.facts == UnitFacts(outlet="红星网", summary="一段\n二段")


def test_the_binder_place_is_noted_and_taken_back(office: Office) -> None:
    number = office.approval.start(office.log())
    office.approval.bind(number, "2022年第3盒")
    assert office.approval.open(number).approval.binder == "2022年第3盒"
    with pytest.raises(NotFileable):
        office.approval.bind(number, "盒" * 61)
    office.undo.last()
    assert office.approval.open(number).approval.binder == ""


# ---- pushes


def test_a_push_has_up_to_eight_articles(office: Office) -> None:
    drafts = [office.log() for _ in range(9)]
    with pytest.raises(NotFileable):
        office.approval.start_push(drafts)
    with pytest.raises(NotFileable):
        office.approval.start_push([])
    (number,) = office.approval.start_push(drafts[:8])
    (row,) = office.approval.forms()
    assert (row.number, row.title) == (number, "公众号7月3日推送（8条）")


def test_a_push_can_have_a_form_for_each_article(office: Office) -> None:
    numbers = office.approval.start_push([office.log(), office.log()], one_each=True)
    assert numbers == ("微审〔2022〕1次", "微审〔2022〕2次")
    pushes = [office.approval.open(number).approval.facts for number in numbers]
    assert pushes == [PushFacts(date(2022, 7, 3), 1)] * 2
    office.undo.last()
    assert {row.state for row in office.approval.forms()} == {FormState.VOID}


def test_a_draft_is_on_one_push_at_a_time(office: Office) -> None:
    draft = office.log()
    (number,) = office.approval.start_push([draft])
    with pytest.raises(AlreadyOnForm):
        office.approval.start_push([office.log(), draft])
    with pytest.raises(NotFileable):
        office.approval.start_push([twice := office.log(), twice])
    assert [row.number for row in office.approval.forms()] == [number]


def test_the_articles_of_a_push_can_be_changed(office: Office) -> None:
    first, second = office.log(), office.log()
    (number,) = office.approval.start_push([first])
    found = office.approval.open(number)
    office.sign(number, "王测三")
    more = office.store.drafts.get(second)
    lines = (
        replace(found.approval.articles[0], column="选调之声"),
        Article(more.id, more.number, more.title, more.lead),
    )
    office.approval.set_articles(number, lines)
    changed = office.approval.open(number).approval
    assert [article.column for article in changed.articles] == ["选调之声", ""]
    assert (changed.state, changed.course.next) == (FormState.CHANGED, Step.FIRST_REVIEW)
    office.undo.last()
    assert office.approval.open(number).approval.course.passed == (Step.FIRST_REVIEW,)


# ---- what cannot be


def test_no_form_is_opened_for_a_draft_that_is_gone(office: Office) -> None:
    draft = office.log()
    office.register.void(draft, "失实")
    with pytest.raises(WrongStatus):
        office.approval.start(draft)
    with pytest.raises(WrongStatus):
        office.approval.start_push([draft])
    with pytest.raises(UnknownDraft):
        office.approval.start("2022-0099")
    with pytest.raises(UnknownApproval):
        office.approval.open("202206-XZ-01")
    assert office.approval.forms() == []


def test_a_title_of_400_characters_and_60_authors_never_reach_a_form(office: Office) -> None:
    for draft in (
        a_draft("长" * 400),
        replace(a_draft(), authors=tuple(Author(f"作者{number:02d}") for number in range(60))),
    ):
        with pytest.raises(NotFileable):
            office.register.log(draft)
    assert office.store.drafts.all() == []


def test_opening_taken_back_leaves_a_void_number(office: Office) -> None:
    number = office.approval.start(office.log())
    office.undo.last()
    assert office.approval.open(number).approval.voided == "撤销开表"
    assert office.store.audit.of(number)[-1].act == "undo"


def test_a_number_is_found_however_it_is_typed(office: Office) -> None:
    office.approval.start(office.log())
    office.approval.start(office.log(unit="研究室"))
    assert office.approval.named("202206xz01") == ["202206-XZ-01"]
    assert office.approval.named("部审(2022) 1号") == ["部审〔2022〕1号"]
    assert office.approval.named("xz") == ["202206-XZ-01"]
    assert office.approval.named("—") == []
