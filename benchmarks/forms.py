"""(i) An approval form is set as quickly as a page of the same words without its table."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import typst

from benchmarks.measuring import Measured, medians
from jinshi_desk import paths
from jinshi_desk.domain.drafts import Category, Form, Source
from jinshi_desk.domain.form_papers import FormA, RecordedSignature
from jinshi_desk.papers.approval_forms import pages
from jinshi_desk.papers.form_values import value
from jinshi_desk.papers.typesetting import Press

_SIGNED = RecordedSignature("刘晓东", date(2022, 6, 29), "同意报送", "宋知微")
_FORM = FormA(
    number="202206-YS-02",
    unit="药山镇",
    submitted_on=date(2022, 6, 28),
    title="“三张清单”压实村级换届后“回头看”责任",
    category=Category.EXPERIENCE,
    form=Form.TEXT,
    authors=("陈志远", "王小满"),
    office_phone="0736-4200000",
    word_count=1864,
    source=Source.ORIGINAL,
    outlet="湘组研究",
    summary="药山镇建立问题、责任、整改三张清单，对换届后的23个村（社区）党组织开展“回头看”，"
    "逐村研判班子运行情况，推动97项承诺事项落地。",
    photos=2,
    may_be_public=True,
    info_officer=_SIGNED,
    supervising_leader=_SIGNED,
)
_LABELS = (
    "组工信息报送审批表编号报送单位报送日期稿件标题稿件类别体裁作者办公电话字数稿件来源原创约稿转载拟投媒体内容摘要附件照片张视频个其他"
    "保密审查经审查，本稿不涉及国家秘密、工作秘密和不宜公开的个人信息，可以公开不宜公开审查人年月日信息员核对意见签名分管领导审核意见"
    "单位主要负责人签发意见盖章研究室接收收稿人时间稿件编号有效退回原因注一式两份报送单位、研究室各存一份稿件附后采用结果由研究室登记"
)
_PLAIN = '#set page(paper: "a4")\n#set text(font: ("FandolFang R", "GW Song"))\n#sys.inputs.words'
_EMPTY = '#set page(paper: "a4")\n#sys.inputs.words'


def measure(_sample: Path, folder: Path) -> Iterator[Measured]:
    """Compare the form with a page of its words, each time with another title, and with an empty page."""
    shipped = paths.resources() / "fonts"
    (folder / "plain.typ").write_text(_PLAIN, encoding="utf-8")
    (folder / "empty.typ").write_text(_EMPTY, encoding="utf-8")
    numbers = itertools.count()
    words = _LABELS + "".join(part for part in value(_FORM).values() if isinstance(part, str))
    press = Press(system_fonts=False)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(shipped)])
    compiler = typst.Compiler(root=str(folder), font_paths=fonts)

    def form(press: Press) -> None:
        assert not pages(press, [replace(_FORM, title=f"{_FORM.title}{next(numbers)}")]).cut

    def page(compiler: typst.Compiler, name: str, shown: str) -> None:
        inputs = {"words": f"{shown}{next(numbers)}"}
        compiler.compile(input=str(folder / name), format="svg", sys_inputs=inputs)

    def cold_page() -> None:
        fresh = typst.Fonts(include_system_fonts=False, font_paths=[str(shipped)])
        page(typst.Compiler(root=str(folder), font_paths=fresh), "plain.typ", words)

    ours, floor = medians([lambda: form(Press(system_fonts=False)), cold_page], runs=9)
    yield Measured("an approval form, first", "a plain page of its words, first", ours, floor, within=0.12)
    ours, plain, empty = medians(
        [
            lambda: form(press),
            lambda: page(compiler, "plain.typ", words),
            lambda: page(compiler, "empty.typ", ""),
        ],
        runs=25,
    )
    yield Measured("an approval form, changed", "a plain page of its words, changed", ours, plain, goal=3)
    yield Measured("the same", "an empty page, changed", ours, empty)
