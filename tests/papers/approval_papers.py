"""Approval forms filled to the last field."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from jinshi_desk.domain.drafts import Category, Form, Source
from jinshi_desk.domain.form_papers import (
    FormA,
    FormArticle,
    FormB,
    FormC,
    Reception,
    RecordedSignature,
)


def a_signature(signer: str, day: int = 28, opinion: str = "同意报送") -> RecordedSignature:
    return RecordedSignature(signer, date(2022, 6, day), opinion, "宋知微")


def a_form_a(**changes: Any) -> FormA:
    """Return Form A of a draft from 药山镇, with ``changes``."""
    form = FormA(
        number="202206-YS-02",
        unit="药山镇",
        submitted_on=date(2022, 6, 28),
        title="“三张清单”压实村级换届后“回头看”责任",
        category=Category.EXPERIENCE,
        form=Form.TEXT,
        authors=("陈志远", "王小满"),
        office_phone="0736-4200000",
        word_count=1864,
        source=Source.COMMISSIONED,
        commission_number="约2022-07",
        outlet="湘组研究",
        summary="药山镇建立问题、责任、整改三张清单，对换届后的23个村（社区）党组织开展“回头看”。\n推动97项承诺事项落地。",
        photos=2,
        videos=1,
        other_attachments="汇总表",
        may_be_public=True,
        secrecy_check=a_signature("王建平", opinion=""),
        info_officer=a_signature("陈志远"),
        supervising_leader=a_signature("刘晓东", 29),
        unit_head=a_signature("周立群", 29),
        reception=Reception(
            receiver="宋知微", received_on=date(2022, 6, 30), draft_number="2022-0137", valid=True
        ),
    )
    return replace(form, **changes)


def a_form_b(**changes: Any) -> FormB:
    """Return Form B of a piece by an office of the department, with ``changes``."""
    form = FormB(
        number="部审〔2022〕46号",
        code="B2022-46",
        office="组织一室",
        drafter="李清和",
        drafted_on=date(2022, 6, 20),
        title="6月主题党日活动安排",
        category=Category.NEWS,
        channel="津市党建网、“津市组工”微信公众号",
        may_be_public=True,
        basis="根据年度工作要点，配合七一前主题党日活动。",
        office_head=a_signature("何文渊", 21),
        research_office=a_signature("宋知微", 21, "文字已核"),
        supervising_leader=a_signature("梁守正", 22, "同意发布"),
        department_head=a_signature("郑怀民", 22, "同意"),
        dispatched_on=date(2022, 6, 23),
        dispatched_through="津市党建网",
        adoption="红星网6月25日采用",
    )
    return replace(form, **changes)


def an_article(place: int) -> FormArticle:
    """Return one of the articles of a push."""
    return FormArticle(
        title=f"老街坊议事会让小区事有人管之{place}",
        column="选调之声",
        unit="襄阳街街道",
        authors=("赵一鸣",),
        word_count=900 + place,
        photos=3,
        videos=1,
        source=Source.REPRINT,
        reprinted_from="红星网",
        draft_number=f"2022-{place:04}",
    )


def a_form_c(articles: int = 8, **changes: Any) -> FormC:
    """Return Form C of a push of that many articles, with ``changes``."""
    form = FormC(
        number="微审〔2022〕63次",
        code="C2022-63",
        pushed_on=date(2022, 6, 30),
        push_number=63,
        scheduled_at=time(17, 30),
        publisher="宋知微",
        articles=tuple(an_article(place) for place in range(1, articles + 1)),
        first_review=a_signature("宋知微", 29, "图片来源已核"),
        second_review=a_signature("何文渊", 29, "职务已核"),
        final_review=a_signature("梁守正", 30, "可以发布"),
        published_at=datetime(2022, 6, 30, 17, 31),  # noqa: DTZ001  # the office has one time zone
        link="https://mp.example.cn/s/63",
        checked_after="19:00核查，无误",
        correction="无更正",
    )
    return replace(form, **changes)
