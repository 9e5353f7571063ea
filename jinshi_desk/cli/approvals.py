"""``approval``: forms printed to a file, signed, voided, their papers attached, their drafts gone out."""

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from jinshi_desk.cli.days import read_day
from jinshi_desk.cli.json_document import print_json
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.approval_forms import Release
from jinshi_desk.domain.approvals import FormKind, NewSignature, Ruling, Step
from jinshi_desk.domain.form_papers import CutField
from jinshi_desk.domain.months import Month
from jinshi_desk.form_words import FORM_STATE, RULING, STEP
from jinshi_desk.papers.approval_forms import PrintedForms
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.approval import ApprovalDesk
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_files import FormFiles
from jinshi_desk.services.form_lists import form_record
from jinshi_desk.services.form_printing import FormPrinting
from jinshi_desk.services.form_search import named_forms
from jinshi_desk.services.office import find_unit
from jinshi_desk.services.releasing import ReleaseDesk
from jinshi_desk.services.signing import SigningDesk
from jinshi_desk.store.database import Store

Asked = argparse.Namespace
K = TypeVar("K", bound=StrEnum)

_ACTS: Mapping[str, tuple[int, str]] = {
    "sign": (3, "sign 后写编号和步骤"),
    "withdraw": (3, "withdraw 后写编号和步骤"),
    "void": (2, "void 后写编号"),
    "attach": (3, "attach 后写编号和文件"),
    "release": (2, "release 后写编号"),
}
"""How many words each act takes with its own, and what is said of another number of them."""


def run(store: Store, asked: Asked) -> int:
    """Do what is asked and print what came of it; wrong usage ends the program."""
    act = asked.words[0] if asked.words else ""
    if act in _ACTS:
        words, said = _ACTS[act]
        if len(asked.words) != words:
            asked.misuse(said)
        return _Acts(store, asked).do(act)
    if asked.out is None:
        asked.misuse("打印要写 --out 文件")
    return _save(store, asked)


class _Acts:
    """Acts on one form."""

    def __init__(self, store: Store, asked: Asked) -> None:
        undo = Undo(store)
        self._asked = asked
        self._forms = ApprovalDesk(store, date.today, undo)
        self._signing = SigningDesk(store, date.today, undo)
        self._files = FormFiles(store, date.today, undo)
        self._releases = ReleaseDesk(store, date.today, undo)
        self._number = _number(store, asked.words[1])
        self._do: Mapping[str, Callable[[], object]] = {
            "sign": self._sign,
            "withdraw": self._withdraw,
            "void": self._void,
            "attach": self._attach,
            "release": self._release,
        }

    def do(self, act: str) -> int:
        """Do it and tell how the form stands now."""
        self._do[act]()
        found = self._forms.open(self._number)
        if self._asked.json:
            print_json(form_record(found.approval, found.waiting))
            return 0
        waits = f"，等{STEP[found.waiting.step]}" if found.waiting else ""
        course = found.approval.course
        print(
            f"{self._number}：{FORM_STATE[found.approval.state]}，"
            f"已签 {len(course.passed)}/{len(course.steps)}{waits}"
        )
        return 0

    def _sign(self) -> None:
        asked = self._asked
        if not asked.signer:
            asked.misuse("登记签批要写 --signer 签批人")
        ruling = _member(RULING, asked.verdict, asked, "--verdict") if asked.verdict else Ruling.PASSED
        new = NewSignature(
            self._step(), asked.signer, _day(asked.on), ruling, asked.opinion or "", asked.same_person or ""
        )
        self._signing.sign(self._number, new)

    def _withdraw(self) -> None:
        self._signing.withdraw(self._number, self._step(), self._asked.reason or "")

    def _void(self) -> None:
        self._forms.void(self._number, self._asked.reason or "")

    def _attach(self) -> None:
        self._files.attach(self._number, Path(self._asked.words[2]))

    def _release(self) -> None:
        asked = self._asked
        release = Release(
            _day(asked.on),
            asked.through or "",
            _time(asked),
            asked.by or "",
            asked.link or "",
        )
        self._releases.release(self._number, release)

    def _step(self) -> Step:
        return _member(STEP, self._asked.words[2], self._asked, "步骤")


def _save(store: Store, asked: Asked) -> int:
    """Write filled or blank forms to a file."""
    printing = FormPrinting(store, office_press(store.file), date.today)
    if asked.blank:
        if asked.words or asked.batch:
            asked.misuse("--blank 不和编号、--batch 一起写")
        printed = printing.save_blank(FormKind(asked.blank), asked.copies, asked.out)
        return _tell(asked, [f"空白{asked.blank}"] * asked.copies, printed)
    if asked.batch and not asked.words:
        numbers = _batch(store, asked)
    elif asked.words and not (asked.month or asked.unit):
        numbers = [_or_opened(store, word, asked) for word in asked.words]
    else:
        asked.misuse("写编号，或 --batch 加 --month、--unit、--kind，或 --blank A、B、C")
    return _tell(asked, numbers, printing.save(numbers, asked.out))


def _batch(store: Store, asked: Asked) -> list[str]:
    """Return the numbers of the living forms of a month, a unit, a kind, in the order they were opened."""
    month = Month.parse(asked.month) if asked.month else None
    unit = find_unit(store, asked.unit).id if asked.unit else None
    return [
        form.number
        for form in store.approvals.all(month)
        if not form.voided
        and (unit is None or form.unit == unit)
        and (asked.kind is None or form.kind.value == asked.kind)
    ]


def _or_opened(store: Store, word: str, asked: Asked) -> str:
    """Return the number of a form, opened where ``word`` is the number of a draft."""
    if not store.drafts.exists(word):
        return _number(store, word)
    kind = FormKind(asked.kind) if asked.kind else None
    return ApprovalDesk(store, date.today, Undo(store)).start(word, kind)


def _number(store: Store, word: str) -> str:
    """Return the number that was typed, brackets and dashes apart, where it is one form's."""
    found = named_forms(store, word)
    return found[0] if len(found) == 1 else store.approvals.get(word).number


def _tell(asked: Asked, forms: list[str], printed: PrintedForms) -> int:
    if asked.json:
        cut = [{"number": each.number, "field": each.label} for each in printed.cut]
        told = {"file": str(asked.out), "forms": forms, "cut": cut}
        print_json(told)
    else:
        print(f"已存 {len(forms)} 份到 {asked.out}")
    for each in printed.cut:
        print(_cut_sentence(each), file=sys.stderr)
    if printed.fault is not None:
        print(error_sentence(printed.fault), file=sys.stderr)
    return 0


def _cut_sentence(cut: CutField) -> str:
    return (
        f"{cut.number or '第' + str(cut.place) + '份'}的“{cut.label}”太长，只印了前面一部分；请改短或另附页。"
    )


def _member(names: Mapping[K, str], word: str, asked: Asked, what: str) -> K:
    """Return the member that is written so, by identifier, by name or by the only name that begins so."""
    found = [member for member, name in names.items() if word in (member.value, name)]
    found = found or [member for member, name in names.items() if name.startswith(word)]
    if len(found) != 1:
        choices = "、".join(f"{name}（{member}）" for member, name in names.items())
        asked.misuse(f"认不出{what}“{word}”，可写 {choices}")
    return found[0]


def _time(asked: Asked) -> time | None:
    if not asked.at:
        return None
    with suppress(ValueError):
        return time.fromisoformat(asked.at)
    asked.misuse(f"认不出时间“{asked.at}”，写 18:30 这样的")
    return None


def _day(text: str | None) -> date:
    return read_day(text) if text else date.today()  # noqa: DTZ011  # the desk's day
