"""What is done to forms: asked for where it must be, done at the desks, told with the way back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from jinshi_desk.domain.approval_forms import Article, Facts, Release
from jinshi_desk.domain.approvals import FormKind, NewSignature, Ruling
from jinshi_desk.domain.credits import credit_line
from jinshi_desk.form_words import RULING, STEP
from jinshi_desk.services.approval import OpenForm
from jinshi_desk.ui.approval.desks import ApprovalDesks
from jinshi_desk.ui.approval.words import month_day
from jinshi_desk.ui.frame import Frame


class FormActs(QObject):
    """Does things; nothing here knows a widget."""

    def __init__(self, desks: ApprovalDesks, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desks = desks
        self._frame = frame

    def start(self, draft: str, kind: FormKind | None = None) -> str:
        """Open the form of a draft, or bring up the one it is on; return its number."""
        before = {form.number for form in self._desks.forms.of_draft(draft)}
        number = self._desks.forms.start(draft, kind)
        if number not in before:
            self._tell(self.tr("已开表：{}").format(number))
        return number

    def start_push(self, drafts: Sequence[str], *, one_each: bool) -> str:
        """Open the form of a push, or one for each draft; return the first number."""
        numbers = self._desks.forms.start_push(drafts, one_each=one_each)
        self._tell(self.tr("已开三审表：{}").format("、".join(numbers)))
        return numbers[0]

    def sign(self, number: str, new: NewSignature) -> None:
        """Record a signature."""
        self._desks.signing.sign(number, new)
        ruling = "" if new.ruling is Ruling.PASSED else f"，{RULING[new.ruling]}"
        said = self.tr("已登记：{}，{}，{}{}")
        self._tell(said.format(STEP[new.step], new.signer, month_day(new.signed_on), ruling))

    def release(self, number: str, release: Release) -> None:
        """Note when and through what a form's drafts went out."""
        self._desks.releasing.release(number, release)
        self._tell(self.tr("已登记发出：{}，{}").format(number, month_day(release.on)))

    def withdraw(self, shown: OpenForm) -> bool:
        """Take the last signature of a form back, for a reason that is asked for."""
        form = shown.approval
        last = form.course.standing[-1]
        reason = self._frame.dialogs.ask_reason(
            self.tr("撤回{}的签批？").format(STEP[last.step]),
            self.tr("{} {}的签批不再算数，记录留着。").format(last.signer, month_day(last.signed_on)),
            (self.tr("登记错了"), self.tr("签批人要求撤回"), self.tr("日期登错")),
            self.tr("撤回签批"),
        )
        if reason is None:
            return False
        self._desks.signing.withdraw(form.number, last.step, reason)
        self._tell(self.tr("已撤回签批：{}").format(STEP[last.step]))
        return True

    def fill(self, shown: OpenForm, facts: Facts, articles: tuple[Article, ...]) -> None:
        """File what was typed into a form."""
        form = shown.approval
        self._desks.forms.fill(form.number, facts, None if articles == form.articles else articles)
        self._tell(self.tr("已保存 {}").format(form.number))

    def void(self, number: str) -> None:
        """Void a form, for a reason that is asked for."""
        reason = self._frame.dialogs.ask_reason(
            self.tr("作废审批表 {}？").format(number),
            self.tr("编号不再使用，仍列在表里；稿件可以另开一份。"),
            (self.tr("开错了"), self.tr("稿件另开新表"), self.tr("推送取消")),
            self.tr("作废"),
        )
        if reason is not None:
            self._desks.forms.void(number, reason)
            self._tell(self.tr("已作废：{}").format(number))

    def send_back(self, drafts: Sequence[str], title: str) -> None:
        """Return the drafts of a form to their units; the text for the chat group is ready to paste."""
        desk = self._desks.returns
        returned = self._frame.dialogs.ask_return(
            self.tr("退回《{}》修改？").format(title), desk.reasons(), self._desks.today(), desk.deadline
        )
        if returned is not None:
            QGuiApplication.clipboard().setText(desk.send_back(drafts, returned))
            self._tell(self.tr("已退回：《{}》，退回文字已复制，可贴到群里").format(title))

    def attach(self, number: str, files: Sequence[Path]) -> None:
        """Keep copies of files with a form."""
        for file in files:
            self._desks.files.attach(number, file)
        if files:
            self._tell(self.tr("已附 {} 个文件：{}").format(len(files), files[-1].name))

    def detach(self, number: str, attachment: int) -> None:
        """Take a file off a form, for a reason that is asked for."""
        reason = self._frame.dialogs.ask_reason(
            self.tr("取下这个附件？"),
            self.tr("文件仍在附件文件夹里。"),
            (self.tr("附错了"), self.tr("换清楚的扫描件")),
            self.tr("取下"),
        )
        if reason is not None:
            self._desks.files.detach(number, attachment, reason)
            self._tell(self.tr("已取下附件"))

    def bind(self, number: str, place: str) -> None:
        """Note where the signed paper is kept."""
        self._desks.forms.bind(number, place)
        self._tell(self.tr("已记存放位置：{}").format(place or self.tr("空")))

    def copy_credits(self, shown: OpenForm) -> None:
        """Put the credit line of every article into the clipboard."""
        names, signed = self._desks.forms.unit_names(), shown.approval.course.standing
        lines = []
        for draft in shown.drafts:
            units = "、".join(names[unit] for unit in draft.units)
            line = credit_line(units, [author.name for author in draft.authors], signed)
            lines.append(f"《{draft.title}》\n{line}" if len(shown.drafts) > 1 else line)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._frame.notices.tell_act(self.tr("署名行已复制，可贴到文末"))

    def _tell(self, words: str) -> None:
        """Say what was done, with the way back."""
        self._frame.notices.tell_saved(datetime.now().astimezone())
        self._frame.notices.tell_act(words, self._take_back)

    def _take_back(self) -> None:
        self._desks.undo.last()
        self._frame.notices.tell_saved(datetime.now().astimezone())
        self._frame.notices.tell_act(self.tr("已撤销"))
