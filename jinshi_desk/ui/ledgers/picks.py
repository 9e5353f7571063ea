"""好稿: the good drafts of the month, with their reasons, and whether they are on the website."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jinshi_desk.domain.months import Month
from jinshi_desk.draft_words import STATUS
from jinshi_desk.services.quality_pick import PickedDraft
from jinshi_desk.ui.ledgers.desks import LedgerDesks
from jinshi_desk.ui.ledgers.ledger_page import LedgerPage, Shown, Workplace
from jinshi_desk.ui.ledgers.pick_acts import PickActs
from jinshi_desk.ui.ledgers.pick_pages import PickPage, PickSettlePage
from jinshi_desk.ui.widgets.buttons import Button
from jinshi_desk.ui.widgets.paged_table import Column
from jinshi_desk.wording import LEVEL

_NARROW = 1080


class Picks(LedgerPage):
    """Lists the drafts that were picked for the month."""

    def __init__(self, at: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(at, "picks", parent)
        look = at.frame.look
        self._do = PickActs(at.desks, at.frame, self)
        self.name_page(self.tr("好稿"))
        self.name_new(self.tr("列好稿"))
        self.view.empty.set_words(self.tr("本月还没有好稿。"), self.tr("列好稿"))
        self.page = PickPage(look, at.desks, at.units)
        self.settle_page = PickSettlePage(look, at.desks)
        self.settle_page.take_back_button.hide()  # the list has one
        self.settle_button = Button(look, self.tr("改理由、记上传…"), "edit", key="Ctrl+D")
        self.void_button = Button(look, self.tr("取消好稿…"), "void", "danger")
        self.texts_button = Button(look, self.tr("导出正文…"), "archive", "quiet", "Ctrl+Shift+E")
        self.texts_button.set_tip(self.tr("每篇正文一个 Word 文件，加一份目录"), "Ctrl+Shift+E")
        self.add_form(self.page, self._do.pick)
        self.add_form(self.settle_page, self._do.settle)
        self.add_act(self.settle_button, self._settle, self._why_not)
        self.add_act(self.void_button, self._take_back, self._why_not)
        self.add_export("picks")
        self.panel.band.insertWidget(self.panel.band.indexOf(self.export_button), self.texts_button)
        self.texts_button.clicked.connect(lambda _on=False: self._do.export_texts(self.month))
        self.new_button.clicked.connect(self.start_new)
        self.view.empty.acted.connect(self.start_new)

    def start_new(self) -> None:
        """Be ready for a good draft that is yet to be named."""
        self.open_form(self.page, lambda: self.page.start(self.month))

    def _columns(self) -> Sequence[Column[PickedDraft]]:
        return (
            Column("number", self.tr("编号"), lambda line: line.draft.number, width=82),
            Column("unit", self.tr("单位"), self._unit, width=108),
            Column("title", self.tr("稿件"), lambda line: line.draft.title, elastic=True),
            Column("reason", self.tr("推荐理由"), lambda line: line.event.reason, width=180, tone="text2"),
            Column("ran", self.tr("采用"), _ran, width=84, tone="text2", folds_below=_NARROW),
            Column("uploaded_on", self.tr("上传"), self._uploaded, width=64, folds_below=_NARROW),
            Column("state", self.tr("状态"), self._state, width=84, sortable=False, chip=_chip),
        )

    @staticmethod
    def read(desks: LedgerDesks, month: Month) -> tuple[PickedDraft, ...]:
        return desks.ledgers.picks(month)

    def _overview(self) -> str:
        standing = [line for line in self._lines if line.stands]
        if not standing:
            return ""
        bare = sum(not line.text for line in standing)
        words = self.tr("{} 篇").format(len(standing))
        return self.tr("{} · 没有正文 {}").format(words, bare) if bare else words

    def _shown(self, line: PickedDraft) -> Shown:
        pick, draft = line.event, line.draft
        ran = "、".join(
            f"{outlet.name}（{LEVEL[outlet.level]}，{adoption.adopted_on.isoformat()}）"
            for adoption, outlet in line.runs
        )
        return Shown(
            f"{self._unit(line)}　《{draft.title}》",
            (self._state(line), _chip(line)),
            (
                (self.tr("作者"), "、".join(author.name for author in draft.authors)),
                (self.tr("采用"), ran),
                (self.tr("理由"), pick.reason),
                (self.tr("推荐"), f"{pick.picked_on.isoformat()}　{pick.picked_by}"),
                (self.tr("上传"), pick.uploaded_on.isoformat() if pick.uploaded_on else ""),
                (self.tr("正文"), self._text(line)),
                (self.tr("取消原因"), pick.voided),
            ),
            draft=draft.number,
        )

    def _unit(self, line: PickedDraft) -> str:
        return self.at.units.name(line.draft.lead)

    def _uploaded(self, line: PickedDraft) -> str:
        return self.short_day(line.event.uploaded_on)

    def _text(self, line: PickedDraft) -> str:
        if line.text:
            return self.tr("{} 字").format(len("".join(line.text.split())))
        return self.tr("没有正文，导出时只在目录里")

    def _state(self, line: PickedDraft) -> str:
        if line.event.voided:
            return self.tr("已取消")
        if not line.stands:
            return STATUS[line.draft.status]
        if not line.text:
            return self.tr("没有正文")
        return self.tr("已上传") if line.event.uploaded_on else self.tr("未上传")

    def _why_not(self, line: PickedDraft) -> str:
        return self.tr("已经取消") if line.event.voided else ""

    def _open_row(self, line: PickedDraft) -> None:
        if not line.event.voided:
            self._settle()

    def _settle(self) -> None:
        line = self.row
        self.open_form(
            self.settle_page, lambda: self.settle_page.start(line.event, line.draft.number, line.draft.title)
        )

    def _take_back(self) -> None:
        self._do.take_back(self.row.draft.number)


def _chip(line: PickedDraft) -> str:
    if not line.stands:
        return "exempt"
    if not line.text:
        return "warn"
    return "ok" if line.event.uploaded_on else "neutral"


def _ran(line: PickedDraft) -> str:
    return line.outlet.name if line.outlet else ""
