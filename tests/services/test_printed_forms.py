"""What was recorded of a form stands on its paper, and each print of it is recorded."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from jinshi_desk.domain.approval_forms import DepartmentFacts, PushFacts, Release, UnitFacts
from jinshi_desk.domain.approvals import FormKind, NewSignature, Ruling, Step
from jinshi_desk.domain.drafts import Source
from jinshi_desk.domain.errors import ApprovalOver, NotFileable, NothingToPrint, WrongStatus
from jinshi_desk.domain.form_papers import FormA, FormArticle, FormB, FormC, Reception, RecordedSignature
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.unit_acts import Rename
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, Office, unit_id


def paper(office: Office, number: str) -> FormA | FormB | FormC:
    """What the paper of a form shows."""
    (found,) = office.printing.papers([number])
    return found


def test_a_units_form_shows_its_draft_and_what_was_typed(office: Office) -> None:
    draft = office.log(
        "三张清单压实责任", authors=("陈志一", "王测三"), word_count=1864, partners=("药山镇",)
    )
    number = office.approval.start(draft)
    office.approval.fill(number, UnitFacts("0736-4200000", "常德日报", "摘要。", 2, 0, "名册"))
    found = paper(office, number)
    assert isinstance(found, FormA)
    assert found == FormA(
        number="202206-XZ-01",
        code="202206-XZ-01",
        unit="新洲镇、药山镇",
        submitted_on=date(2022, 6, 10),
        title="三张清单压实责任",
        category=found.category,
        form=found.form,
        authors=("陈志一", "王测三"),
        office_phone="0736-4200000",
        word_count=1864,
        source=Source.ORIGINAL,
        outlet="常德日报",
        summary="摘要。",
        photos=2,
        other_attachments="名册",
        reception=Reception(draft_number=draft),
    )


def test_a_form_shows_what_was_signed_and_by_whom_it_was_recorded(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四", "王测三", "刘样五", "高样二", "李主任", on="2022-07-01")
    found = paper(office, number)
    assert isinstance(found, FormA)
    by = office.store.who()
    assert found.info_officer == RecordedSignature("陈试四", date(2022, 7, 1), "", by)
    assert found.unit_head == RecordedSignature("高样二", date(2022, 7, 1), "", by)
    assert found.may_be_public is True
    assert (found.reception.receiver, found.reception.valid) == ("李主任", True)


@pytest.mark.parametrize(
    ("ruling", "public"), [(Ruling.RETURNED, False), (Ruling.REJECTED, False), (Ruling.KEPT, None)]
)
def test_what_may_not_be_public_is_ticked_so(office: Office, ruling: Ruling, public: bool | None) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四")
    office.sign(number, "王测三", ruling=ruling, opinion="含个人信息")
    found = paper(office, number)
    assert isinstance(found, FormA)
    assert found.may_be_public is public


def test_a_form_sent_back_says_why(office: Office) -> None:
    number = office.approval.start(office.log(accepted=False))
    office.sign(number, "陈试四", "王测三", "刘样五", "高样二")
    office.sign(number, "李主任", ruling=Ruling.RETURNED, opinion="数据没有核实")
    found = paper(office, number)
    assert isinstance(found, FormA)
    assert (found.reception.valid, found.reception.return_reason) == (False, "数据没有核实")


def test_a_changed_form_is_reviewed_again_and_says_so(office: Office) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    office.sign(number, "陈试四")
    office.printing.record([number])
    assert paper(office, number).reprint
    row = office.store.drafts.get(draft)
    with office.store.writing("revise") as act:
        office.store.drafts.revise(row, replace(row, title="另题"), row.quota_month)
        act.subject = draft
    found = paper(office, number)
    assert (found.review_again, found.reprint) == (True, False)
    assert isinstance(found, FormA)
    assert found.info_officer is None


def test_a_unit_is_printed_by_the_name_of_its_month(office: Office) -> None:
    number = office.approval.start(office.log())
    UnitDesk(office.store, office.undo).do(Rename(unit_id("新洲镇"), "新样镇", JULY))
    found = paper(office, number)
    assert isinstance(found, FormA)
    assert found.unit == "新洲镇"


def test_the_departments_form_shows_channel_result_and_adoptions(office: Office) -> None:
    draft = office.log(unit="研究室")
    number = office.approval.start(draft)
    office.approval.fill(number, DepartmentFacts("津市党建网", "部务会安排"))
    office.sign(number, "周试一", "王测三", "刘样五", "高样二")
    office.adopt(draft, Level.PROVINCE, on="2022-07-02")
    office.adopt(draft, Level.COUNTY, on="2022-07-02", verified=False)
    office.releasing.release(number, Release(date(2022, 7, 2)))
    found = paper(office, number)
    assert isinstance(found, FormB)
    assert (found.office, found.drafter, found.drafted_on) == ("研究室", "周试一", date(2022, 7, 3))
    assert (found.channel, found.basis, found.code) == ("津市党建网", "部务会安排", "B-2022-1")
    assert (found.dispatched_on, found.dispatched_through) == (date(2022, 7, 2), "津市党建网")
    assert found.adoption == "红星网（7月2日）"
    assert found.supervising_leader is not None
    assert found.department_head is None


def test_a_push_shows_its_articles_and_what_came_of_it(office: Office) -> None:
    draft = office.log(source=Source.REPRINT, word_count=600)
    office.approval.fill(office.approval.start(draft), UnitFacts(photos=2, reprinted_from="红星网"))
    (number,) = office.approval.start_push([draft, office.log(unit="药山镇")])
    office.approval.fill(number, PushFacts(date(2022, 7, 3), 63, time(18, 30), "周试一"))
    office.sign(number, "王测三", "刘样五", "高样二")
    release = Release(
        date(2022, 7, 3),
        at=time(18, 31),
        link="https://example.invalid",
        checked_after="无误",
        correction="无",
    )
    office.releasing.release(number, release)
    found = paper(office, number)
    assert isinstance(found, FormC)
    assert (found.pushed_on, found.push_number, found.scheduled_at) == (date(2022, 7, 3), 63, time(18, 30))
    assert (found.published_at, found.publisher) == (datetime(2022, 7, 3, 18, 31), "周试一")  # noqa: DTZ001  as printed
    assert (found.link, found.checked_after) == ("https://example.invalid", "无误")
    assert found.articles[0] == FormArticle(
        title=office.store.drafts.get(draft).title,
        unit="新洲镇",
        authors=("周试一",),
        word_count=600,
        photos=2,
        source=Source.REPRINT,
        reprinted_from="红星网",
        draft_number=draft,
    )
    assert len(found.articles) == 2
    assert found.first_review is not None


# ---- printing


def text_of(file: Path) -> list[str]:
    document = pdfium.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def test_a_batch_is_one_file_and_every_form_of_it_is_recorded(office: Office, tmp_path: Path) -> None:
    numbers = [office.approval.start(office.log()), office.approval.start(office.log(unit="研究室"))]
    office.printing.save(numbers, tmp_path / "批.pdf")
    pages = text_of(tmp_path / "批.pdf")
    assert len(pages) == 2
    assert "202206-XZ-01" in pages[0].replace(" ", "")
    assert [len(office.store.approvals.get(number).prints) for number in numbers] == [1, 1]
    office.printing.save(numbers[:1], tmp_path / "再.pdf")
    assert "补打" in text_of(tmp_path / "再.pdf")[0]


def test_a_preview_is_no_print(office: Office) -> None:
    number = office.approval.start(office.log())
    printed = office.printing.preview([number])
    assert len(printed.content) == 1
    assert office.store.approvals.get(number).prints == ()
    assert len(office.printing.pages(office.printing.blank(FormKind.C, 2)).content) == 2


def test_blank_forms_are_printed_as_often_as_wanted(office: Office, tmp_path: Path) -> None:
    office.printing.save_blank(FormKind.B, 3, tmp_path / "空.pdf")
    assert len(text_of(tmp_path / "空.pdf")) == 3
    for copies in (0, 201):
        with pytest.raises(NotFileable):
            office.printing.save_blank(FormKind.A, copies, tmp_path / "无.pdf")
    assert not (tmp_path / "无.pdf").exists()


def test_what_is_void_is_not_printed(office: Office, tmp_path: Path) -> None:
    draft = office.log()
    number = office.approval.start(draft)
    gone = office.approval.start(office.log())
    office.approval.void(gone, "填错")
    office.register.void(draft, "失实")
    with pytest.raises(ApprovalOver):
        office.printing.save([gone], tmp_path / "无.pdf")
    with pytest.raises(WrongStatus):
        office.printing.save([number], tmp_path / "无.pdf")
    with pytest.raises(NothingToPrint):
        office.printing.save([], tmp_path / "无.pdf")
    office.printing.record([])
    assert not (tmp_path / "无.pdf").exists()


def test_a_signature_kept_back_at_the_reception_decides_nothing_on_paper(office: Office) -> None:
    number = office.approval.start(office.log())
    office.sign(number, "陈试四", "王测三", "刘样五", "高样二")
    kept = NewSignature(Step.RECEPTION, "李主任", date(2022, 7, 1), Ruling.KEPT, "下期再用")
    office.signing.sign(number, kept)
    found = paper(office, number)
    assert isinstance(found, FormA)
    assert found.reception.valid is None
