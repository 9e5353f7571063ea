"""The signing of approval forms (审批表, §5): the steps of each kind, how far one has come, whose turn it is.

Signatures are given on paper and recorded here. Nothing recorded is ever rewritten: a round that was sent
back, a signature that was withdrawn, and those that a change of the text overtook all stay to be seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.problems import Problem, Severity

SIGNER_LIMIT = 20
OPINION_LIMIT = 200
"""Characters; what a signature cell can hold."""


class FormKind(StrEnum):
    """Which form: A of a unit, B of the department's own news, C of a push of the WeChat account."""

    A = "A"
    B = "B"
    C = "C"


class Step(StrEnum):
    """A signature that a form waits for; the author is the form's start and signs none."""

    INFO_OFFICER = "info_officer"
    SECRECY_CHECK = "secrecy_check"
    SUPERVISING_LEADER = "supervising_leader"
    UNIT_HEAD = "unit_head"
    RECEPTION = "reception"
    OFFICE_HEAD = "office_head"
    RESEARCH_OFFICE = "research_office"
    DEPARTMENT_HEAD = "department_head"
    FIRST_REVIEW = "first_review"
    SECOND_REVIEW = "second_review"
    FINAL_REVIEW = "final_review"


class Ruling(StrEnum):
    """What a signer decided; 留用 keeps the form at its step, to be decided later."""

    PASSED = "passed"
    RETURNED = "returned"
    REJECTED = "rejected"
    KEPT = "kept"


STEPS: dict[FormKind, tuple[Step, ...]] = {
    FormKind.A: (
        Step.INFO_OFFICER,
        Step.SECRECY_CHECK,
        Step.SUPERVISING_LEADER,
        Step.UNIT_HEAD,
        Step.RECEPTION,
    ),
    FormKind.B: (
        Step.OFFICE_HEAD,
        Step.RESEARCH_OFFICE,
        Step.SECRECY_CHECK,
        Step.SUPERVISING_LEADER,
        Step.DEPARTMENT_HEAD,
    ),
    FormKind.C: (Step.FIRST_REVIEW, Step.SECOND_REVIEW, Step.FINAL_REVIEW),
}
"""The steps of each kind in the order they are signed; 部主要领导 signs what is major or sensitive alone."""


def steps_of(kind: FormKind, *, major: bool = False) -> tuple[Step, ...]:
    """Return the steps that a form must pass, in order."""
    return tuple(step for step in STEPS[kind] if major or step is not Step.DEPARTMENT_HEAD)


@dataclass(frozen=True, slots=True)
class NewSignature:
    """A signature as it stands on the paper. ``same_person`` says why one person signs twice (Form C)."""

    step: Step
    signer: str
    signed_on: date
    ruling: Ruling = Ruling.PASSED
    opinion: str = ""
    same_person: str = ""


@dataclass(frozen=True, slots=True)
class Signature(NewSignature):
    """A signature as it was recorded; ``content`` is the hash of what was signed."""

    id: int = field(kw_only=True)
    content: str = field(kw_only=True)
    recorded_by: str = field(kw_only=True)
    recorded_at: str = field(kw_only=True)
    withdrawn: str = field(kw_only=True, default="")
    """Why it was taken back; empty while it stands."""


def content_hash(pieces: Iterable[tuple[str, str, Sequence[str]]]) -> str:
    """Return the SHA-256 of what is signed: of every piece in order title, text and hashes of pictures."""
    import hashlib  # brings OpenSSL, which nothing wants before the first form is read
    import json

    said = [[title, body, list(pictures)] for title, body, pictures in pieces]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Course:
    """How far a form has come.

    ``standing`` are the signatures of the present round that count, ``rounds`` all that were ever recorded,
    those withdrawn included. ``changed``: title, text or pictures were changed after a step, so that all are
    signed anew (修改后重审). ``edited``: they were changed after the signatures had done their work.
    """

    steps: tuple[Step, ...]
    rounds: tuple[tuple[Signature, ...], ...]
    standing: tuple[Signature, ...]
    changed: bool
    edited: bool = False

    @property
    def passed(self) -> tuple[Step, ...]:
        """The steps of the form that are signed and passed."""
        signed = {signature.step for signature in self.standing if signature.ruling is Ruling.PASSED}
        return tuple(step for step in self.steps if step in signed)

    @property
    def ruling(self) -> Ruling | None:
        """What was decided last in this round; none before its first signature."""
        return self.standing[-1].ruling if self.standing else None

    @property
    def complete(self) -> bool:
        return self.ruling is Ruling.PASSED and self.passed == self.steps

    @property
    def next(self) -> Step | None:
        """The step that may be signed now; none of a form that is complete or was not taken."""
        if self.ruling is Ruling.REJECTED:
            return None
        if self.ruling is Ruling.RETURNED:
            return self.steps[0]
        return next((step for step in self.steps if step not in self.passed), None)

    @property
    def last_day(self) -> date | None:
        """The day of the last signature that was not withdrawn, of whatever round."""
        days = [each.signed_on for round_ in self.rounds for each in round_ if not each.withdrawn]
        return max(days, default=None)


def course_of(
    steps: tuple[Step, ...], signatures: Iterable[Signature], content: str, *, settled: bool = False
) -> Course:
    """Return how far a form has come that now says ``content``; ``signatures`` in the order of recording.

    A signature stands for what was signed: once the content differs, the round is over and every step is
    signed anew. What is ``settled``, as a draft that was sent out, keeps its signatures whatever is edited.
    """
    rounds: list[list[Signature]] = [[]]
    standing: list[Signature] = []
    changed = False
    for signature in signatures:
        if signature.withdrawn:
            rounds[-1].append(signature)
            continue
        overtaken = bool(standing) and standing[-1].content != signature.content
        if standing and (overtaken or standing[-1].ruling is Ruling.RETURNED):
            changed |= overtaken
            rounds.append([])
            standing = []
        rounds[-1].append(signature)
        standing = [each for each in standing if each.step is not signature.step] + [signature]
    moved = bool(standing) and standing[-1].content != content
    if moved and not settled:
        changed = True
        standing = []
    kept = tuple(tuple(round_) for round_ in rounds if round_)
    return Course(steps, kept, tuple(standing), changed, moved and settled)


def signing_problems(course: Course, new: NewSignature, kind: FormKind, today: date) -> Iterator[Problem]:
    """Yield everything odd in a signature at the step that is next; the bad ones keep it off the record."""
    if not new.signer.strip():
        yield Problem("signer", "missing")
    elif len(new.signer) > SIGNER_LIMIT:
        yield Problem("signer", "too_long", detail=str(SIGNER_LIMIT))
    if new.signed_on > today:
        yield Problem("signed_on", "future")
    elif course.last_day is not None and new.signed_on < course.last_day:
        yield Problem("signed_on", "before_last", detail=f"{course.last_day.month}月{course.last_day.day}日")
    if new.ruling is not Ruling.PASSED and not new.opinion.strip():
        yield Problem("opinion", "missing")
    elif len(new.opinion) > OPINION_LIMIT:
        yield Problem("opinion", "too_long", detail=str(OPINION_LIMIT))
    if kind is FormKind.C and _signed_before(course, new):
        severity = Severity.WARN if new.same_person.strip() else Severity.BAD
        yield Problem("signer", "same_person", severity, new.signer)


def _signed_before(course: Course, new: NewSignature) -> bool:
    """Tell whether the signer passed another step of this round (三审 wants three persons)."""
    if course.ruling is Ruling.RETURNED:
        return False
    return any(each.signer == new.signer and each.step is not new.step for each in course.standing)


def received_as(signature: Signature, status: Status) -> Status:
    """Return what becomes of a draft when the research office takes its Form A in so (§2)."""
    if status is not Status.RECEIVED:
        return status
    return {
        Ruling.PASSED: Status.ACCEPTED,
        Ruling.RETURNED: Status.RETURNED,
        Ruling.REJECTED: Status.REJECTED,
        Ruling.KEPT: status,
    }[signature.ruling]


_REVIEWED = (Status.ACCEPTED, Status.IN_REVIEW, Status.APPROVED)


def reviewed_as(status: Status, courses: Iterable[Course]) -> Status:
    """Return where an accepted draft stands by its Forms B and C: 有效, 审核中 or 可发 (§2)."""
    if status not in _REVIEWED:
        return status
    found = tuple(courses)
    if any(course.complete for course in found):
        return Status.APPROVED
    if any(course.ruling in (Ruling.PASSED, Ruling.KEPT) for course in found):
        return Status.IN_REVIEW
    return Status.ACCEPTED
