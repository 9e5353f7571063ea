"""Templates of the office: used where there are any, named when broken, bounded when slow."""

import json
from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.complaints import error_sentence as sentence
from jinshi_desk.domain.errors import CannotWrite, TemplateBroken, TemplateSlow
from jinshi_desk.domain.form_papers import FormA, FormB
from jinshi_desk.papers import approval_forms as paper
from jinshi_desk.papers.notices import value as notice_value
from jinshi_desk.papers.own_templates import copy_templates
from jinshi_desk.papers.typesetting import Press
from tests.papers.approval_papers import a_form_a
from tests.papers.bulletins import a_notice
from tests.papers.measuring import read_pages

SLOW = "#let n = 0\n#for i in range(300) { for j in range(30000) { n += calc.rem(i * j, 7) } }\n#n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The office's folder, with a copy of everything."""
    copy_templates(tmp_path / "版面")
    return tmp_path / "版面"


@pytest.fixture
def office_press(own: Path) -> Press:
    return Press(own=own, system_fonts=False)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def words(printed: paper.PrintedForms) -> str:
    return read_pages(printed.content[0])[0].squeezed


def test_a_copy_has_every_template_and_the_list_of_fonts(own: Path) -> None:
    copied = {str(path.relative_to(own)) for path in own.rglob("*") if path.is_file()}
    shipped = paths.resources() / "papers"
    assert copied == {str(path.relative_to(shipped)) for path in shipped.rglob("*") if path.is_file()}
    assert {"form_a.typ", "bulletin.typ", "lib/fonts.json"} <= copied


def test_copying_again_leaves_what_the_office_edited(own: Path) -> None:
    (own / "form_b.typ").unlink()
    edit(own / "form_a.typ", "一式两份", "一式三份")
    assert copy_templates(own) == [own / "form_b.typ"]
    assert "一式三份" in (own / "form_a.typ").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(CannotWrite):
        copy_templates(tmp_path / "文件" / "版面")


def test_an_unedited_copy_prints_the_same(press: Press, office_press: Press) -> None:
    assert paper.pdf(office_press, [a_form_a()]) == paper.pdf(press, [a_form_a()])


def test_the_offices_template_is_the_one_printed_and_an_edit_shows_at_once(
    own: Path, office_press: Press
) -> None:
    assert "一式两份" in words(paper.pdf(office_press, [FormA()]))
    edit(own / "form_a.typ", "一式两份", "一式三份")
    printed = paper.pdf(office_press, [FormA()])
    assert "一式三份" in words(printed)
    assert printed.fault is None


@pytest.mark.parametrize(
    ("old", "new", "said_at", "said"),
    [
        ("notes[注", "note[注", "note[注", "没有“note”这个名称"),
        ("heading([组工", "heading((组工", "sheet({", "括号或引号没有配成对"),
        ("it.unit", "it.unite", "it.unite", "填写内容里没有“unite”这一项"),
        ("9mm, 9mm", "9cmm, 9mm", "9cmm", "不认识的单位 cmm"),
        ('"lib/form.typ"', '"lib/forms.typ"', "forms.typ", "找不到文件 forms.typ"),
        ('"lib/form.typ"', '"@preview/form:1.0.0"', "@preview", "不能用网上的排版包"),
        ("heading([", 'panic("坏")\n  heading([', "panic", "版面自己报错：坏"),
        ("size: 10.5pt", "size: 10.5", "size: 10.5)", "这里应是 length，写成了 float"),
        ("size: 10.5pt", "sized: 10.5pt", "sized", "不认识的参数 sized"),
    ],
)
def test_a_broken_template_is_told_by_line_and_reason_and_the_shipped_one_prints(
    own: Path, office_press: Press, old: str, new: str, said_at: str, said: str
) -> None:
    edit(own / "form_a.typ", old, new)
    lines = (own / "form_a.typ").read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if said_at in line)
    printed = paper.pdf(office_press, [FormA()])
    assert "一式两份" in words(printed)
    assert isinstance(printed.fault, TemplateBroken)
    assert f"自定版面 form_a.typ 第 {number} 行 有错：{said}；" in sentence(printed.fault)


def test_a_broken_form_b_does_not_touch_form_a(own: Path, office_press: Press) -> None:
    (own / "form_b.typ").write_text("#nothing", encoding="utf-8")
    assert paper.pdf(office_press, [FormA()]).fault is None
    assert paper.pdf(office_press, [FormA(), FormB()]).fault is not None


def test_a_file_that_is_not_text_is_named(own: Path, office_press: Press) -> None:
    (own / "form_a.typ").write_bytes("#let 表 = 1".encode("gb18030"))
    fault = paper.pdf(office_press, [FormA()]).fault
    assert fault is not None
    assert "文件不是 UTF-8 编码的文本" in sentence(fault)


def test_what_typst_says_otherwise_is_passed_on(own: Path, office_press: Press) -> None:
    edit(own / "form_a.typ", "#let secrecy", "#assert(1 == 2)\n#let secrecy")
    fault = paper.pdf(office_press, [FormA()]).fault
    assert fault is not None
    assert "排版程序说“assertion failed”" in sentence(fault)


def test_a_slow_template_is_left_alone_until_it_is_changed(own: Path) -> None:
    hasty = Press(own=own, system_fonts=False, patience=0.05)
    good = (own / "approval_forms.typ").read_text(encoding="utf-8")
    (own / "approval_forms.typ").write_text(SLOW, encoding="utf-8")
    for _ in range(2):
        printed = paper.pdf(hasty, [FormA()])
        assert isinstance(printed.fault, TemplateSlow)
        assert "一式两份" in words(printed)
    patient = Press(own=own, system_fonts=False)
    (own / "approval_forms.typ").write_text(good, encoding="utf-8")
    assert paper.pdf(patient, [FormA()]).fault is None


def test_a_slow_template_is_not_run_twice(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = Press(own=own, system_fonts=False, patience=0.05)
    (own / "approval_forms.typ").write_text(SLOW, encoding="utf-8")
    paper.pdf(hasty, [FormA()])
    monkeypatch.setattr("jinshi_desk.papers.own_templates.Thread", None)
    assert isinstance(paper.pdf(hasty, [FormA()]).fault, TemplateSlow)


def test_the_offices_fonts_serve_the_shipped_templates_too(tmp_path: Path) -> None:
    lib = tmp_path / "版面" / "lib"
    lib.mkdir(parents=True)
    lists = json.loads((paths.resources() / "papers" / "lib" / "fonts.json").read_text(encoding="utf-8"))
    (lib / "fonts.json").write_text(
        json.dumps({"song": ["Libertinus Serif", *lists["song"]]}), encoding="utf-8"
    )
    press = Press(own=tmp_path / "版面", system_fonts=False)
    assert press.fonts_in_use()["song"].family == "Libertinus Serif"
    assert press.fonts_in_use()["fang"].family == "FandolFang R"
    assert paper.pdf(press, [FormA()]).fault is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"fang": ["仿宋",\n', "fonts.json 第 2 行 有错：括号、引号或逗号不对"),
        ("[]", "fonts.json 有错：应是"),
        ('{"fang": []}', "fonts.json 有错：每种用途至少要列一个字体名"),
        ('{"fang": [1]}', "fonts.json 有错：每种用途至少要列一个字体名"),
    ],
)
def test_a_broken_list_of_fonts_is_told_and_the_shipped_one_used(
    own: Path, office_press: Press, text: str, said: str
) -> None:
    (own / "lib" / "fonts.json").write_text(text, encoding="utf-8")
    printed = paper.pdf(office_press, [FormA()])
    assert printed.fault is not None
    assert said in sentence(printed.fault)
    assert "一式两份" in words(printed)


def test_a_list_of_fonts_that_is_not_text_is_told(own: Path, office_press: Press) -> None:
    (own / "lib" / "fonts.json").write_bytes("仿宋".encode("gb18030"))
    fault = paper.pdf(office_press, [FormA()]).fault
    assert fault is not None
    assert "fonts.json 有错：文件不是 UTF-8 编码的文本" in sentence(fault)


def test_a_broken_bulletin_is_told_too(own: Path, office_press: Press) -> None:
    value = notice_value(a_notice(points_tables=(), pieces=()))
    office_press.pdf("bulletin", value)
    assert office_press.fault("bulletin") is None
    edit(own / "bulletin.typ", "#blank-line", "#blank-lines")
    assert "工作情况的通报" in read_pages(office_press.pdf("bulletin", value))[0].squeezed
    fault = office_press.fault("bulletin")
    assert fault is not None
    assert "bulletin.typ 第 9 行 有错：没有“blank-lines”这个名称" in sentence(fault)


def test_what_an_own_template_tells_amiss_is_ignored(own: Path, office_press: Press) -> None:
    told = '#metadata("怪") <told>\n#metadata((form: 9)) <told>\n#metadata((cut: "甲")) <told>\n'
    (own / "approval_forms.typ").write_text(told, encoding="utf-8")
    printed = paper.pdf(office_press, [FormA()])
    assert (printed.cut, printed.fault) == ((), None)


def test_the_offices_folder_lies_beside_its_data_file() -> None:
    assert paths.own_papers(Path("办公室") / "数据.jinshi") == Path("办公室") / "版面"
