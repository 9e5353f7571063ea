"""Word documents are read in their final view, and bad ones refused by name."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from jinshi_desk.domain.errors import (
    DamagedFile,
    DeskError,
    EmptyFile,
    EncryptedFile,
    OversizedFile,
    UnknownFileKind,
)
from jinshi_desk.domain.matching import UnitNames
from jinshi_desk.intake import word_package
from jinshi_desk.intake.drafts import DraftProposal, read_draft

TODAY = date(2022, 7, 1)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TITLE = "<w:p><w:r><w:t>药山镇：清渠护秧</w:t></w:r></w:p>"

ReadWord = Callable[..., DraftProposal]


def a_part(root: str, inside: str) -> str:
    return (
        f'<w:{root} xmlns:w="{W}" xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml">{inside}</w:{root}>'
    )


def a_document(*paragraphs: str, **parts: str) -> bytes:
    store = io.BytesIO()
    with ZipFile(store, "w", ZIP_DEFLATED) as package:
        body = "".join(paragraphs)
        package.writestr("word/document.xml", a_part("document", f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", a_part(name, content))
    return store.getvalue()


@pytest.fixture
def read_word(tmp_path: Path, names: UnitNames) -> ReadWord:
    def read(content: bytes, name: str = "稿.docx") -> DraftProposal:
        path = tmp_path / name
        path.write_bytes(content)
        return read_draft(path, names, TODAY)

    return read


def test_insertions_are_in_and_deletions_out(read_word: ReadWord) -> None:
    revised = (
        "<w:p><w:r><w:t>已清渠</w:t></w:r><w:del><w:r><w:delText>2</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
        "<w:r><w:t>公里。</w:t></w:r></w:p>"
    )
    read = read_word(a_document(TITLE, revised))
    assert (read.body, read.notes) == ("已清渠3公里。", ("revisions_accepted",))


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read_word: ReadWord) -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>已清渠</w:t></w:r></w:p>"
    read = read_word(a_document(TITLE, joined, "<w:p><w:r><w:t>3公里。</w:t></w:r></w:p>"))
    assert read.body == "已清渠3公里。"


def test_a_deleted_row_is_out(read_word: ReadWord) -> None:
    def row(words: str, properties: str = "") -> str:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>" for word in words.split())
        return f"<w:tr>{properties}{cells}</w:tr>"

    table = f"<w:tbl>{row('村 公里')}{row('旧村 9', '<w:trPr><w:del/></w:trPr>')}{row('新村 3')}</w:tbl>"
    read = read_word(a_document(TITLE, table))
    assert (read.body, read.notes) == ("村\t公里\n新村\t3", ("revisions_accepted",))


def test_a_text_box_is_read_once(read_word: ReadWord) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>图为清渠现场。</w:t></w:r></w:p></w:txbxContent>"
    shown = (
        "<w:p><w:r><w:t>已清渠3公里。</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    read = read_word(a_document(TITLE, shown))
    assert (read.body, read.notes) == ("已清渠3公里。\n图为清渠现场。", ("text_boxes",))


def test_footnotes_stand_after_the_body_and_below_the_byline(read_word: ReadWord) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    noted = f"<w:p><w:r><w:t>已清渠3公里</w:t></w:r>{mark}<w:r><w:t>。</w:t></w:r></w:p>"
    byline = "<w:p><w:r><w:t>（李试二）</w:t></w:r></w:p>"
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>含支渠。</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>无人引用。</w:t></w:r></w:p></w:footnote>'
    )
    read = read_word(a_document(TITLE, noted, byline, footnotes=notes))
    assert (read.body, read.notes) == ("已清渠3公里。\n含支渠。", ("footnotes",))
    assert [author.name for author in read.authors] == ["李试二"]


def test_hidden_text_and_comments_are_left_out_with_a_note(read_word: ReadWord) -> None:
    text = (
        "<w:p><w:r><w:t>已清渠3公里。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>"
        '<w:r><w:commentReference w:id="1"/></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>属实。</w:t></w:r></w:p>'
    )
    read = read_word(a_document(TITLE, text))
    assert (read.body, set(read.notes)) == ("已清渠3公里。属实。", {"hidden_text", "comments"})


def test_a_title_in_two_centred_lines_is_one_title(read_word: ReadWord) -> None:
    document = docx.Document()
    for line in ("药山镇：“屋场会”开出", "为民服务“新路子”", "（2022年6月3日）", "团市委　赵样四"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("已清渠3公里。")
    store = io.BytesIO()
    document.save(store)
    read = read_word(store.getvalue())
    assert (read.title, read.body) == ("药山镇：“屋场会”开出为民服务“新路子”", "已清渠3公里。")
    assert [author.name for author in read.authors] == ["赵样四"]


def test_automatic_numbers_are_part_of_the_text(read_word: ReadWord) -> None:
    def item(text: str, level: int) -> str:
        numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        return f"<w:p><w:pPr>{numbers}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    def level(number: int, kind: str, pattern: str) -> str:
        manner = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/>'
        return f'<w:lvl w:ilvl="{number}">{manner}</w:lvl>'

    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2）")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    items = (item("现状", 0), item("田", 1), item("渠", 1), item("问题", 0), item("路", 1))
    read = read_word(a_document(TITLE, *items, numbering=numbering))
    assert read.body == "一、现状\n1）田\n2）渠\n二、问题\n1）路"


def test_pictures_with_few_words_are_a_photo_draft(read_word: ReadWord) -> None:
    picture = "<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
    assert read_word(a_document(TITLE, picture, "<w:p><w:r><w:t>清渠。</w:t></w:r></w:p>")).form == "photo"


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + TITLE + "</w:sdtContent></w:sdt>" * depth


def other_zip() -> bytes:
    store = io.BytesIO()
    with ZipFile(store, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return store.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITIES = '<!DOCTYPE a [<!ENTITY b "笑"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def with_entities() -> bytes:
    store = io.BytesIO(a_document(TITLE))
    with ZipFile(store, "a") as package:
        package.writestr("word/styles.xml", ENTITIES)
    return store.getvalue()


def a_bomb() -> bytes:
    store = io.BytesIO(a_document(TITLE))
    with ZipFile(store, "a", ZIP_DEFLATED) as package:
        for number in range(3):
            package.writestr(f"word/media/{number}.bmp", b"\0" * (70 << 20))
    return store.getvalue()


BAD = {
    "老格式.doc": (OLE, UnknownFileKind),
    "老格式.docx": (OLE, UnknownFileKind),
    "照片.jpg": (b"\xff\xd8", UnknownFileKind),
    "文字.docx": ("药山镇：清渠护秧".encode(), UnknownFileKind),
    "表格.docx": (other_zip(), UnknownFileKind),
    "文档.txt": (a_document(TITLE), UnknownFileKind),
    "图片.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UnknownFileKind),
    "乱码.txt": (b"\xff\xff\xff", UnknownFileKind),
    "截断.txt": ("药山镇".encode()[:-1], DamagedFile),
    "截断.docx": (a_document(TITLE)[:-40], DamagedFile),
    "实体.docx": (with_entities(), DamagedFile),
    "太深.docx": (a_document(nested(5000)), DamagedFile),
    "不是XML.docx": (a_document("<w:p>"), DamagedFile),
    "加密.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
    "空.docx": (b"", EmptyFile),
    "空.txt": (b"", EmptyFile),
    "空白.txt": ("\n　\n".encode(), EmptyFile),
    "空白.docx": (a_document("<w:p/>"), EmptyFile),
    "炸弹.docx": (a_bomb(), OversizedFile),
    "太长.txt": (b"x" * (3 << 20), OversizedFile),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_by_name(read_word: ReadWord, name: str) -> None:
    content, error = BAD[name]
    with pytest.raises(DeskError) as refused:
        read_word(content, name)
    assert type(refused.value) is error
    assert refused.value.args[0] == name


def test_a_part_too_big_to_be_a_draft_is_refused(
    read_word: ReadWord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "PART_LIMIT", 100)
    with pytest.raises(OversizedFile):
        read_word(a_document(TITLE))


def test_styles_that_rest_on_each_other_end(read_word: ReadWord) -> None:
    ring = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>药山镇：清渠护秧</w:t></w:r></w:p>'
    assert read_word(a_document(styled, styles=ring)).unit == "YS"
