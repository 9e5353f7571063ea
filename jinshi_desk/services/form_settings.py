"""What the office decides about approval forms: their numbers, who signs what, how long a step may wait."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinshi_desk.domain import form_numbers
from jinshi_desk.domain.approval_forms import Approval
from jinshi_desk.domain.approvals import STEPS, FormKind, Step
from jinshi_desk.domain.changes import Topic
from jinshi_desk.domain.drafts import clean_line
from jinshi_desk.domain.problems import Problem
from jinshi_desk.services.contacts import contacts
from jinshi_desk.services.filing import Undo, refuse_bad
from jinshi_desk.store.database import Store

LIMIT_MAX = 60
_DEFAULT_LIMITS = {FormKind.A: 3, FormKind.B: 2, FormKind.C: 1}
_OF_THE_OFFICE = (
    *(step for step in STEPS[FormKind.B] if step is not Step.OFFICE_HEAD),
    *STEPS[FormKind.C],
    Step.RECEPTION,
)
"""The steps that the department's own people sign; the others are remembered unit by unit."""


@dataclass(frozen=True, slots=True)
class FormSettings:
    """Patterns of numbers, working days a step may wait, and who signs the department's steps as a rule."""

    patterns: Mapping[FormKind, str]
    limits: Mapping[FormKind, int]
    signers: Mapping[Step, str]


def form_settings(store: Store) -> FormSettings:
    """Return what the office decided, and the defaults for the rest."""
    get = store.settings.get
    return FormSettings(
        {kind: get(_pattern(kind)) or form_numbers.DEFAULT_PATTERNS[kind] for kind in FormKind},
        {kind: int(get(_limit(kind)) or _DEFAULT_LIMITS[kind]) for kind in FormKind},
        {step: get(_signer(step)) for step in _OF_THE_OFFICE},
    )


def default_signer(store: Store, settings: FormSettings, step: Step, form: Approval) -> str:
    """Return who signs a step as a rule: whom the office or the unit's roster names, else the last one."""
    kind, unit = form.kind, form.unit
    if step in _OF_THE_OFFICE and (kind is not FormKind.A or step is Step.RECEPTION):
        return settings.signers[step] or store.approvals.last_signer(step, kind)
    known = contacts(store, unit, form.opened_on)
    named = {
        Step.INFO_OFFICER: known.correspondent,
        Step.SUPERVISING_LEADER: known.supervising_leader,
        Step.UNIT_HEAD: known.unit_head,
        Step.OFFICE_HEAD: known.unit_head,
    }
    return named.get(step, "") or store.approvals.last_signer(step, kind, unit)


class FormSettingsDesk:
    """What a clerk decides about forms in 设置."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def settings(self) -> FormSettings:
        """Return what the office decided, and the defaults for the rest."""
        return form_settings(self._store)

    def check(self, new: FormSettings) -> tuple[Problem, ...]:
        """Return everything wrong with what was typed."""
        patterns = new.patterns.values()
        found = [problem for pattern in patterns for problem in form_numbers.pattern_problems(pattern)]
        if not all(1 <= days <= LIMIT_MAX for days in new.limits.values()):
            found.append(Problem("limit", "range", detail=str(LIMIT_MAX)))
        return tuple(found)

    def save(self, new: FormSettings) -> None:
        """Write what the office decided, in one act; numbers once given stay as they are.

        Raises:
            NotFileable: a pattern can't number forms, or a limit is no number of days.
        """
        refuse_bad(self.check(new))
        values = {_pattern(kind): pattern for kind, pattern in new.patterns.items()}
        values |= {_limit(kind): str(days) for kind, days in new.limits.items()}
        values |= {_signer(step): clean_line(name) for step, name in new.signers.items()}
        before = {key: self._store.settings.get(key) for key in values}
        self._put("settings", before, values)
        self._undo.remember("settings", lambda: self._put("undo", values, before))

    def unit_codes(self) -> dict[str, str]:
        """Return the code of every unit that was numbered, by unit."""
        return self._store.form_numbers.codes()

    def set_unit_code(self, unit: str, code: str) -> None:
        """Give a unit another code, for the numbers to come.

        Raises:
            NotFileable: it is no code, or another unit has it.
        """
        code = clean_line(code).upper()
        old = self.unit_codes().get(unit, "")
        others = {other for of, other in self.unit_codes().items() if of != unit}
        refuse_bad(form_numbers.code_problems(code, others))
        self._set_code("unit_code", unit, code)
        self._undo.remember(f"unit code {unit}", lambda: self._set_code("undo", unit, old))

    def _set_code(self, name: str, unit: str, code: str) -> None:
        with self._store.writing(name, Topic.SETTINGS) as act:
            act.subject = f"unit code {unit}"
            act.before = {"code": self.unit_codes().get(unit, "")}
            act.after = {"code": code}
            if code:
                self._store.form_numbers.set_code(unit, code)
            else:
                self._store.form_numbers.drop_code(unit)

    def _put(self, name: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        with self._store.writing(name, Topic.SETTINGS, Topic.APPROVALS) as act:
            act.subject = "settings"
            act.before = dict(before)
            act.after = dict(after)
            self._store.settings.put(after)


def _pattern(kind: FormKind) -> str:
    return f"approval.pattern.{kind}"


def _limit(kind: FormKind) -> str:
    return f"approval.limit.{kind}"


def _signer(step: Step) -> str:
    return f"approval.signer.{step}"
