"""``approval`` on the command line: printed, signed, withdrawn, voided; one sentence where it is refused."""

import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook

from jinshi_desk.cli import main
from jinshi_desk.domain.approvals import STEPS, FormKind
from jinshi_desk.form_words import STEP
from tests.office import Office


class Clerk:
    """Types commands on a data file and reads what comes back."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._file = file
        self._capsys = capsys
        self.said = ""

    def __call__(self, *words: str | Path) -> int:
        code = main([*map(str, words), "--data", str(self._file)])
        heard = self._capsys.readouterr()
        self.said = heard.out.strip() if code == 0 else heard.err.strip()
        return code

    def misuse(self, *words: str) -> str:
        """Say what makes no sense; return what is answered."""
        with pytest.raises(SystemExit) as left:
            main([*words, "--data", str(self._file)])
        assert left.value.code == 2
        return self._capsys.readouterr().err


@pytest.fixture
def clerk(data_file: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """An office with a draft of 新洲镇 and one of 研究室, the first on its form."""
    office = Office(data_file)
    office.approval.start(office.log("屋场夜话", approval_on_file=False))
    office.log("换届情况", unit="研究室")
    office.store.close()
    return Clerk(data_file, capsys)


def pages(file: Path) -> int:
    document = pdfium.PdfDocument(file)
    number = len(document)
    document.close()
    return number


def test_a_form_is_written_by_its_number_or_its_drafts(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("approval", "202206-XZ-01", "--out", tmp_path / "一.pdf") == 0
    assert clerk.said == f"已存 1 份到 {tmp_path / '一.pdf'}"
    assert clerk("approval", "2022-0001", "2022-0002", "--out", tmp_path / "二.pdf", "--json") == 0
    told = json.loads(clerk.said)
    assert (told["forms"][0], told["cut"], pages(tmp_path / "二.pdf")) == ("202206-XZ-01", [], 2)
    assert told["forms"][1].startswith("部审〔")


def test_blank_forms_are_written_as_often_as_wanted(clerk: Clerk, tmp_path: Path) -> None:
    for kind in "ABC":
        assert clerk("approval", "--blank", kind, "--copies", "3", "--out", tmp_path / f"{kind}.pdf") == 0
        assert pages(tmp_path / f"{kind}.pdf") == 3
    assert clerk("approval", "--blank", "A", "--copies", "999", "--out", tmp_path / "多.pdf") == 1
    assert clerk.said == "还有没填对的地方：份数应在 1 到 200 之间。"


def test_a_batch_is_one_file(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("approval", "2022-0001", "--kind", "B", "--out", tmp_path / "乙.pdf") == 0
    words = ("--batch", "--month", "2022-06", "--unit", "新洲镇", "--out", tmp_path / "批.pdf")
    assert clerk("approval", *words) == 0
    assert pages(tmp_path / "批.pdf") == 1
    assert clerk("approval", "--batch", "--out", tmp_path / "全.pdf") == 0
    assert pages(tmp_path / "全.pdf") == 2
    assert clerk("approval", "--batch", "--kind", "C", "--out", tmp_path / "空.pdf") == 1
    assert not (tmp_path / "空.pdf").exists()


def test_what_was_signed_is_recorded_step_by_step(clerk: Clerk) -> None:
    number = "202206-XZ-01"
    words = ("--signer", "陈试四", "--on", "2022-06-20")
    assert clerk("approval", "sign", number, "info_officer", *words) == 0
    assert clerk.said == "202206-XZ-01：签批中，已签 1/5，等保密审查"
    assert clerk("approval", "sign", "202206xz01", "保密", "--signer", "王测三", "--opinion", "可以公开") == 0
    assert clerk("approval", "sign", number, "分管领导审核", "--signer", "刘样五", "--json") == 0
    record = json.loads(clerk.said)
    assert (record["state"], record["signed"], record["step"]) == ("signing", 3, "unit_head")
    assert [each["signer"] for each in record["rounds"][0]] == ["陈试四", "王测三", "刘样五"]
    assert clerk("approval", "sign", number, "主要负责人", "--signer", "高样二") == 0
    assert clerk("approval", "sign", number, "研究室接收", "--signer", "李主任") == 0
    assert clerk.said == "202206-XZ-01：已签齐，已签 5/5"
    assert clerk("list", "drafts", "--month", "2022-06", "--unit", "新洲镇", "--json") == 0
    assert [draft["approval_form"] for draft in json.loads(clerk.said)] == [True]


def test_a_verdict_is_recorded_with_its_reason_and_withdrawn_with_one(clerk: Clerk) -> None:
    number = "202206-XZ-01"
    words = ("approval", "sign", number, "info_officer", "--signer", "陈试四", "--verdict", "退回修改")
    assert clerk(*words) == 1
    assert clerk.said == "还有没填对的地方：不通过的要写明意见。"
    assert clerk(*words, "--opinion", "数字不对") == 0
    assert clerk.said.startswith("202206-XZ-01：退回修改")
    assert clerk("approval", "withdraw", number, "info_officer") == 1
    assert clerk.said == "撤回签批要写明原因。"
    assert clerk("approval", "withdraw", number, "info_officer", "--reason", "登错") == 0
    assert clerk("approval", "void", number, "--reason", "填错单位", "--json") == 0
    assert json.loads(clerk.said)["voided"] == "填错单位"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("sign", "202206-XZ-01", "unit_head", "--signer", "高样二"),
            "202206-XZ-01 现在轮到“信息员核对”，先登记这一步，再登“主要负责人签发”。",
        ),
        (
            ("sign", "202206-XZ-01", "编审", "--signer", "高样二"),
            f"202206-XZ-01 没有“编审”这一步，可写：{'、'.join(map(STEP.__getitem__, STEPS[FormKind.A]))}。",
        ),
        (
            ("sign", "202206-XZ-01", "info_officer", "--signer", "高样二", "--on", "2999-01-01"),
            "还有没填对的地方：签批日期在今天之后。",
        ),
        (
            ("sign", "202206-XZ-01", "info_officer", "--signer", "高样二", "--on", "昨天"),
            "“昨天”不是日期，应写成 2022-06-30 这样。",
        ),
        (
            ("sign", "202206-XZ-09", "info_officer", "--signer", "高样二"),
            "没有编号为“202206-XZ-09”的审批表，核对编号后再试。",
        ),
        (("void", "202206-XZ-01"), "作废审批表要写明原因。"),
        (
            ("attach", "202206-XZ-01", "没有.pdf"),
            "读不了 没有.pdf：没有这个文件或文件夹。检查文件是否存在、能否打开。",
        ),
        (("2022-0099", "--out", "无.pdf"), "没有编号为“2022-0099”的审批表，核对编号后再试。"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    words: tuple[str, ...], sentence: str, clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert clerk("approval", *words) == 1
    assert clerk.said == sentence
    assert not (tmp_path / "无.pdf").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "打印要写 --out 文件"),
        (("sign", "202206-XZ-01"), "sign 后写编号和步骤"),
        (("sign", "202206-XZ-01", "info_officer"), "登记签批要写 --signer 签批人"),
        (("sign", "202206-XZ-01", "某步", "--signer", "高样二"), "认不出步骤“某步”"),
        (("sign", "202206-XZ-01", "编审", "--signer", "高", "--verdict", "好"), "认不出--verdict“好”"),
        (("--out", "一.pdf"), "写编号，或 --batch"),
        (("202206-XZ-01", "--month", "2022-06", "--out", "一.pdf"), "写编号，或 --batch"),
        (("202206-XZ-01", "--blank", "A", "--out", "一.pdf"), "--blank 不和编号、--batch 一起写"),
    ],
)
def test_what_makes_no_sense_is_told(words: tuple[str, ...], said: str, clerk: Clerk) -> None:
    assert said in clerk.misuse("approval", *words)


def test_a_signed_paper_is_attached(clerk: Clerk, tmp_path: Path) -> None:
    scan = tmp_path / "签批件.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + b"\x00" * 64)
    assert clerk("approval", "attach", "202206-XZ-01", scan, "--json") == 0
    assert json.loads(clerk.said)["attachments"] == ["签批件.pdf"]
    assert clerk("verify", "--json") == 0


def test_forms_are_listed_and_exported(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("approval", "2022-0002", "--out", tmp_path / "乙.pdf") == 0
    assert clerk("list", "approvals", "--month", "2022-06", "--json") == 0
    (record,) = json.loads(clerk.said)
    known = {
        key: record[key] for key in ("number", "kind", "state", "unit", "drafts", "steps", "step", "out")
    }
    assert known == {
        "number": "202206-XZ-01",
        "kind": "A",
        "state": "draft",
        "unit": "XZ",
        "drafts": ["2022-0001"],
        "steps": 5,
        "step": "info_officer",
        "out": False,
    }
    assert clerk("list", "approvals", "--unit", "研究室") == 0
    assert "换届情况" in clerk.said
    assert clerk("export", "approvals", "--out", tmp_path / "表.xlsx") == 0
    sheet = load_workbook(tmp_path / "表.xlsx").active
    assert sheet is not None
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"202206-XZ-01", "报送审批表", "信息员核对", "草稿", "待签回"} <= texts


def test_a_field_that_was_cut_is_told(
    clerk: Clerk, data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(data_file)
    office.log("长" * 200)
    office.store.close()
    assert main(["approval", "2022-0003", "--out", str(tmp_path / "长.pdf"), "--data", str(data_file)]) == 0
    assert "“稿件标题”太长" in capsys.readouterr().err.replace("标　题", "标题")


def test_what_is_not_signed_whole_does_not_go_out(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk("approval", "2022-0002", "--out", tmp_path / "部审.pdf", "--json") == 0
    (number,) = json.loads(clerk.said)["forms"]
    assert clerk("approval", "release", number) == 1
    assert "组室负责人" in clerk.said
    for step in STEPS[FormKind.B][:-1]:
        assert clerk("approval", "sign", number, STEP[step], "--signer", "李主任", "--on", "2022-07-01") == 0
    assert clerk("approval", "release", number, "--on", "2022-06-30") == 1
    assert clerk("approval", "release", number, "--on", "2022-07-02", "--through", "上报", "--json") == 0
    assert json.loads(clerk.said)["state"] == "released"
    assert "认不出时间" in clerk.misuse("approval", "release", number, "--at", "傍晚")
