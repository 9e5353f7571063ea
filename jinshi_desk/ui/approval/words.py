"""How a form and its steps are told in the window."""

from datetime import date

from jinshi_desk.domain.approval_forms import Approval, FormState
from jinshi_desk.domain.approvals import FormKind, Ruling, Signature
from jinshi_desk.form_words import FORM_STATE, RULING, STEP
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.services.form_rows import FormRow
from jinshi_desk.ui.widgets.steps import StepLine, StepState

_LEVEL = {
    FormState.DRAFT: "neutral",
    FormState.OUT: "warn",
    FormState.SIGNING: "info",
    FormState.KEPT: "info",
    FormState.RETURNED: "warn",
    FormState.REJECTED: "neutral",
    FormState.CHANGED: "warn",
    FormState.SIGNED: "ok",
    FormState.RELEASED: "ok",
    FormState.VOID: "exempt",
}


OVER = (FormState.VOID, FormState.RELEASED)
"""Where nothing can be signed or filled any more."""


def state_words(row: FormRow) -> str:
    """Return where a form stands, as its chip says it: ``签批 2/5``."""
    if row.state is not FormState.SIGNING:
        return FORM_STATE[row.state]
    return f"{'三审' if row.kind is FormKind.C else '签批'} {row.signed}/{row.steps}"


def state_level(row: FormRow) -> str:
    """Return the level of that chip."""
    return _LEVEL[row.state]


def month_day(day: date) -> str:
    """Return ``6月28日``."""
    return f"{day.month}月{day.day}日"


def step_lines(shown: OpenForm) -> list[StepLine]:
    """Return the steps of a form, with who signed and when, and for whom it waits."""
    form, course = shown.approval, shown.approval.course
    signed = {signature.step: signature for signature in course.standing}
    passed = frozenset(course.passed) if course.ruling is not Ruling.RETURNED else frozenset()
    lines = []
    for step in form.steps:
        signature = signed.get(step)
        if step in passed and signature is not None:
            lines.append(
                StepLine(STEP[step], StepState.DONE, _said(signature), month_day(signature.signed_on))
            )
        elif step is course.next and form.state not in OVER:
            words = "　".join(
                part for part in (shown.signers.get(step, ""), _awaits(form, signature)) if part
            )
            lines.append(StepLine(STEP[step], StepState.NOW, words, _waited(shown)))
        else:
            words = _said(signature) if signature is not None else "未到"
            lines.append(StepLine(STEP[step], StepState.LATER, words))
    return lines


def history_lines(form: Approval) -> list[str]:
    """Return what was signed and no longer counts, round by round: sent back, overtaken or withdrawn."""
    counts = {signature.id for signature in form.course.standing}
    told = []
    for number, round_ in enumerate(form.course.rounds, start=1):
        for each in round_:
            if each.id not in counts:
                why = f"，已撤回：{each.withdrawn}" if each.withdrawn else ""
                told.append(
                    f"第 {number} 轮　{month_day(each.signed_on)}　{STEP[each.step]}　{_said(each)}{why}"
                )
    return told


def _said(signature: Signature) -> str:
    ruling = "" if signature.ruling is Ruling.PASSED else RULING[signature.ruling]
    return "　".join(part for part in (signature.signer, ruling, signature.opinion) if part)


def _awaits(form: Approval, signature: Signature | None) -> str:
    if signature is not None and signature.ruling is Ruling.KEPT:
        return RULING[Ruling.KEPT]
    return "等候签回" if form.outside else "待签"


def _waited(shown: OpenForm) -> str:
    waiting = shown.waiting
    if waiting is None:
        return ""
    if waiting.overdue:
        return f"逾期 已等 {waiting.days} 天"
    if waiting.out_since:
        return f"在外 {waiting.days_out} 天" if waiting.days_out else "今天送出"
    return f"已等 {waiting.days} 天" if waiting.days else "今天起等"
