"""Files of approval forms: the signed paper as scan or photo, and pictures of the draft (§5)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinshi_desk.domain.approval_forms import Approval, Attachment, AttachmentRole
from jinshi_desk.domain.drafts import Draft
from jinshi_desk.domain.errors import ApprovalOver, ReasonMissing, UnknownAttachment
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.form_effects import bring_in_line
from jinshi_desk.services.form_records import TOPICS, note_form
from jinshi_desk.store.database import Store

_UNDONE = "撤销附件"


class FormFiles:
    """What a clerk attaches to a form. Pictures are part of what is signed: one more, and all sign anew."""

    def __init__(self, store: Store, today: Callable[[], date], undo: Undo) -> None:
        self._store = store
        self._today = today
        self._undo = undo

    def attach(self, number: str, file: Path, role: AttachmentRole = AttachmentRole.SIGNED) -> int:
        """Keep a copy of a file with a form; return the attachment's id.

        Raises:
            UnknownApproval, ApprovalOver: there is no such form, or it is void.
            CannotRead, EmptyFile, OversizedAttachment, UnknownFileContent, WrongFileName: it can't be kept.
            CannotWrite: the folder beside the data file can't be written to.
        """
        form = self._living(number)
        stored = self._store.attachments.keep(file)
        with self._store.writing("attach", *TOPICS) as act:
            row = self._store.attachments.add(form.id, role, stored, self._today())
            act.after["file"] = stored.name
            note_form(self._store, act, form, number, self._follow(number))
        self._undo.remember(number, lambda: self._put("undo", number, row, _UNDONE))
        return row

    def detach(self, number: str, attachment: int, reason: str) -> None:
        """Take a file off a form, for a reason; the copy stays in the folder.

        Raises:
            UnknownApproval, ApprovalOver, ReasonMissing: as the words say.
            UnknownAttachment: the form has none of this id.
        """
        self._attachment(self._living(number), attachment)
        if not reason.strip():
            raise ReasonMissing("取下附件")
        self._put("detach", number, attachment, reason.strip())
        self._undo.remember(number, lambda: self._put("undo", number, attachment, ""))

    def path(self, number: str, attachment: int) -> Path:
        """Return where the copy of a form's file lies.

        Raises:
            UnknownApproval, UnknownAttachment: there is none.
        """
        found = self._attachment(self._store.approvals.get(number), attachment)
        return self._store.attachments.place(found.sha256, found.kind)

    def missing(self, number: str) -> frozenset[int]:
        """Return the attachments of a form whose copy is no longer in the folder.

        Raises:
            UnknownApproval: there is no such form.
        """
        found = self._store.approvals.get(number).attachments
        place = self._store.attachments.place
        return frozenset(each.id for each in found if not place(each.sha256, each.kind).is_file())

    def _put(self, name: str, number: str, attachment: int, voided: str) -> None:
        form = self._store.approvals.get(number)
        with self._store.writing(name, *TOPICS) as act:
            self._store.attachments.void(attachment, voided)
            act.after["file_voided"] = voided
            note_form(self._store, act, form, number, self._follow(number))

    def _follow(self, number: str) -> list[Draft]:
        form = self._store.approvals.get(number)
        return [stood.draft for stood in bring_in_line(self._store, form, self._today())]

    def _living(self, number: str) -> Approval:
        form = self._store.approvals.get(number)
        if form.voided:
            raise ApprovalOver(number, form.state, "附文件")
        return form

    @staticmethod
    def _attachment(form: Approval, attachment: int) -> Attachment:
        found = next((each for each in form.attachments if each.id == attachment), None)
        if found is None:
            raise UnknownAttachment(form.number)
        return found
