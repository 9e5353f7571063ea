"""What holds for the whole batch: the questions asked once, and what the import will do."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jinshi_desk.domain.registers import Action
from jinshi_desk.services.importing import BatchAnswers, OpenSheet
from jinshi_desk.sheet_words import LEDGER, added_phrase
from jinshi_desk.ui.theme import Look
from jinshi_desk.ui.widgets.filters import Segment, Segments
from jinshi_desk.ui.widgets.labels import label

_YES, _NO = "yes", "no"


class BatchView(QWidget):
    """``answers`` is what was chosen; a question is shown only where the sheet does not say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms = Segments(look, self.tr("审批表"))
        self.proof = Segments(look, self.tr("采用"))
        self.forms.show_segments([Segment(_YES, self.tr("全部齐全")), Segment(_NO, self.tr("都没有"))])
        self.proof.show_segments([Segment(_YES, self.tr("已核对凭据")), Segment(_NO, self.tr("待核实"))])
        self._ask_forms = _asked(look, self.tr("审批表"), self.forms)
        self._ask_proof = _asked(look, self.tr("采用"), self.proof)
        self._head = label(self.tr("表上没写的，这一批都按"), "h2")
        self._then = label(self.tr("导入后"), "h2")
        self._words = label("", "body")
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._ask_forms)
        column.addWidget(self._ask_proof)
        column.addSpacing(4)
        column.addWidget(self._then)
        column.addWidget(self._words)

    @property
    def answers(self) -> BatchAnswers:
        """What holds for rows that do not say."""
        return BatchAnswers(forms_on_file=self.forms.current == _YES, verified=self.proof.current == _YES)

    def show_sheet(self, opened: OpenSheet) -> None:
        """Show what ``opened`` leaves open, and what will become of its rows."""
        forms, proof = opened.asks_for_forms, opened.asks_for_proof
        self._ask_forms.setVisible(forms)
        self._ask_proof.setVisible(proof)
        self._head.setVisible(forms or proof)
        self._words.setText("\n".join(self._consequences(opened)))

    def _consequences(self, opened: OpenSheet) -> list[str]:
        rows = opened.reading.rows
        coming = [row for row in rows if row.action is Action.IMPORT and row.proposal]
        adoptions = sum(len(row.proposal.adoptions) for row in coming if row.proposal)
        facts = [
            self.tr("{} {} 条").format(LEDGER[sheet.ledger or ""], brought)
            for sheet in opened.reading.sheets
            if (brought := sum(row.action is Action.IMPORT and row.fact is not None for row in sheet.rows))
        ]
        words = [self.tr("{} 行进入台账，带 {} 次采用").format(len(coming), adoptions)]
        if facts and not coming:
            words.clear()
        if facts:
            words.append(self.tr("{}进入台账").format("、".join(facts)))
        words += map(added_phrase, opened.added)
        if unused := opened.unused:
            words.append(self.tr("没有用到的列：{}").format("、".join(unused)))
        if asked := sum(row.action is Action.ASK for row in rows):
            words.append(self.tr("{} 行待定，不导入；另存一张表，逐行写明原因").format(asked))
        there = sum(row.action is Action.SKIP and row.reason == "already_registered" for row in rows)
        if there:
            words.append(self.tr("{} 行台账里已有，不重复登记").format(there))
        months = sorted(
            {
                f"{row.proposal.received_on:%Y-%m}"
                for row in coming
                if row.proposal and row.proposal.received_on
            }
        )
        if len(months) > 1:
            words.append(self.tr("收稿月份：{}").format("、".join(months)))
        return words


def _asked(look: Look, name: str, segments: Segments) -> QWidget:
    asked = QWidget()
    row = QHBoxLayout(asked)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = label(name, "label")
    words.setFixedWidth(look.theme.size("label_w"))
    row.addWidget(words)
    row.addWidget(segments)
    row.addStretch()
    return asked
