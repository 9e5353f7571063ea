"""What is done to drafts: asked for where it must be, done at the desks, told with the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from jinshi_desk.domain.adoptions import Adoption, NewAdoption
from jinshi_desk.domain.drafts import NewDraft, Status
from jinshi_desk.domain.versions import Content, NewRemark
from jinshi_desk.services.lists import Scope
from jinshi_desk.ui.frame import Frame
from jinshi_desk.ui.register.desks import Desks
from jinshi_desk.ui.tasks import Task


@dataclass(frozen=True, slots=True)
class _Ask:
    """How the reason for a step is asked for; ``{}`` is the draft or how many."""

    question: str
    consequence: str
    presets: tuple[str, ...]
    verb: str


class DraftActs(QObject):
    """Does things; nothing here knows a widget."""

    def __init__(self, desks: Desks, frame: Frame, today: Callable[[], date]) -> None:
        super().__init__()
        self._desks = desks
        self._frame = frame
        self._today = today
        self._asks = {
            Status.REJECTED: _Ask(
                self.tr("{}不予采纳？"),
                self.tr("不计入有效报送，不能再改回。"),
                (self.tr("内容不符"), self.tr("已有同类稿件"), self.tr("时效已过")),
                self.tr("不采纳"),
            ),
            Status.WITHDRAWN: _Ask(
                self.tr("{}撤稿？"),
                self.tr("不再计入报送和得分，仍可在“已作废”中查看。"),
                (self.tr("报送单位要求撤回"), self.tr("重复报送")),
                self.tr("撤稿"),
            ),
            Status.VOID: _Ask(
                self.tr("作废{}？"),
                self.tr("已得的分冲回，编号不再使用，仍可在“已作废”中查看。"),
                (self.tr("登记错误"), self.tr("内容失实"), self.tr("抄袭")),
                self.tr("作废"),
            ),
        }
        self._done = {
            Status.ACCEPTED: self.tr("已列为有效：{}"),
            Status.REJECTED: self.tr("已定为不予采纳：{}"),
            Status.WITHDRAWN: self.tr("已撤稿：{}"),
            Status.VOID: self.tr("已作废：{}"),
        }

    # --- drafts

    def file(self, draft: NewDraft, lead: int | None = None) -> str:
        """Log a new draft, made of ``lead`` if of any, and return its number."""
        number = self._desks.register.log(draft, lead=lead)
        self._tell(self.tr("已登记 {}：{}").format(number, draft.title))
        return number

    def revise(self, number: str, draft: NewDraft) -> None:
        """File what the form says now."""
        self._desks.register.revise(number, draft)
        self._tell(self.tr("已保存 {}").format(number))

    def resubmit(self, number: str, back_on: date, content: Content, *, duplicate_confirmed: bool) -> None:
        """Take a returned draft in again."""
        receipt = self._desks.versions.resubmit(
            number, back_on, content, duplicate_confirmed=duplicate_confirmed
        )
        draft = self._desks.register.open(number).draft
        words = self.tr("已收第 {} 稿：《{}》，收稿日期 {}")
        self._tell(words.format(draft.version, _shortened(draft.title), receipt.received_on.isoformat()))

    def remark(self, number: str, remark: NewRemark) -> None:
        """Keep a remark on the present version of a draft."""
        self._desks.versions.remark(number, remark)
        self._tell(self.tr("已记指导意见：{}").format(number))

    def copy_return_text(self, number: str) -> None:
        """Put what the chat group is told of a return into the clipboard once more."""
        QGuiApplication.clipboard().setText(self._desks.returns.chat_text([number]))
        self._frame.notices.tell_act(self.tr("退回文字已复制，可贴到群里"))

    def _send_back(self, numbers: Sequence[str]) -> bool:
        """Return drafts, for reasons that are asked for; the text for the chat group is ready to paste."""
        name, desk = self._name(numbers), self._desks.returns
        returned = self._frame.dialogs.ask_return(
            self.tr("退回{}修改？").format(name), desk.reasons(), self._today(), desk.deadline
        )
        if returned is None:
            return False
        QGuiApplication.clipboard().setText(desk.send_back(numbers, returned))
        self._tell(self.tr("已退回：{}，退回文字已复制，可贴到群里").format(name))
        return True

    def become(self, numbers: Sequence[str], then: Status) -> bool:
        """Take ``numbers`` a step on; tell whether it was done, which it is not without a reason."""
        if then is Status.RETURNED:
            return self._send_back(numbers)
        name = self._name(numbers)
        reason = ""
        if then in self._asks:
            ask = self._asks[then]
            said = self._frame.dialogs.ask_reason(
                ask.question.format(name), ask.consequence, ask.presets, ask.verb
            )
            if said is None:
                return False
            reason = said
        self._desks.register.become(numbers, then, reason)
        self._tell(self._done[then].format(name))
        return True

    def mark_forms(self, numbers: Sequence[str], *, on_file: bool) -> None:
        """Mark the approval forms of ``numbers`` as on file or missing."""
        changed = self._desks.approvals.mark(numbers, on_file=on_file)
        words = self.tr("审批表已交：{} 篇") if on_file else self.tr("审批表未交：{} 篇")
        if changed:
            self._tell(words.format(changed))
        else:
            self._frame.notices.tell_act(self.tr("所选稿件本来就是这样，没有改动"))

    def _name(self, numbers: Sequence[str]) -> str:
        if len(numbers) != 1:
            return self.tr("{}篇稿件").format(f" {len(numbers)} ")
        title = self._desks.register.open(numbers[0]).draft.title
        return f"《{_shortened(title)}》"

    # --- adoptions

    def adopt(self, number: str, adoption: NewAdoption) -> None:
        """Record an adoption."""
        self._desks.adoptions.adopt(number, adoption)
        outlet = next(each.name for each in self._desks.register.outlets() if each.id == adoption.outlet)
        waits = "" if adoption.verified else self.tr("，待核实")
        self._tell(self.tr("已登记采用：{}{}").format(outlet, waits))

    def verify(self, adoptions: Sequence[int]) -> None:
        """Tick adoptions as proven."""
        self._desks.adoptions.verify(adoptions)
        self._tell(self.tr("已核实 {} 条采用").format(len(adoptions)))

    def void_adoption(self, adoption: Adoption) -> None:
        """Strike an adoption out, for a reason."""
        reason = self._frame.dialogs.ask_reason(
            self.tr("作废这条采用？"),
            self.tr("当作没有登记过，得分重算；媒体确实登过又撤下的，改用“媒体撤稿”。"),
            (self.tr("登记错误"), self.tr("重复登记"), self.tr("凭据不实")),
            self.tr("作废采用"),
        )
        if reason is not None:
            self._desks.adoptions.void(adoption.id, reason)
            self._tell(self.tr("已作废采用，得分已重算"))

    def retract(self, adoption: Adoption, on: date) -> None:
        """Note that the outlet took a piece down."""
        self._desks.adoptions.retract(adoption.id, on)
        self._tell(self.tr("已记媒体撤稿，得分已重算"))

    # --- lists

    def export(self, scope: Scope) -> Task | None:
        """Write the list out where the clerk says; None where the clerk says not now."""
        name = self.tr("报送登记 {}.xlsx").format(scope.month.label if scope.month else self.tr("全部"))
        path = self._frame.dialogs.save_file(self.tr("导出到"), name, [self.tr("表格 (*.xlsx)")])
        if path is None:
            return None
        file = path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        desk = self._desks.export
        task = self._frame.tasks.start(lambda progress: desk.export("drafts", scope, file, progress))
        task.succeeded.connect(lambda rows: self._on_exported(rows, file))
        return task

    def _on_exported(self, rows: int, file: Path) -> None:
        words = self.tr("已导出 {} 篇：{}").format(rows, file.name)
        self._frame.notices.tell_result(words, self.tr("打开文件夹"), partial(_open_folder, file.parent))

    # --- telling

    def _tell(self, words: str) -> None:
        """Say what was done, with the way back."""
        self._frame.notices.tell_saved(datetime.now().astimezone())
        self._frame.notices.tell_act(words, self._take_back)

    def _take_back(self) -> None:
        subject = self._desks.undo.last()
        self._frame.notices.tell_saved(datetime.now().astimezone())
        words = self.tr("已撤销：{}").format(subject) if subject[:1].isdecimal() else self.tr("已撤销")
        self._frame.notices.tell_act(words)


def _shortened(title: str) -> str:
    return title if len(title) <= 24 else title[:23] + "…"


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
