"""A clerk who answers by script."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jinshi_desk.domain.returns import Return
from jinshi_desk.ui.widgets.ask_issue import Outgoing

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass
class ScriptedDialogs:
    """Answers every question as the test has set it, and remembers what it was asked."""

    agrees: bool = True
    reason: str | None = "写错了"
    ticked: tuple[str, ...] = ()
    number: str = ""
    """The number typed over the one proposed for a bulletin."""
    files: list[Path] = field(default_factory=list)
    printer: "QPrinter | None" = None
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What was said to follow from a yes."""
    errors: list[str] = field(default_factory=list)

    def confirm(self, question: str, consequence: str, verb: str, *, safe: str = "") -> bool:
        self.asked.append(question)
        self.told.append(consequence)
        return self.agrees

    def ask_reason(
        self, title: str, consequence: str = "", presets: Sequence[str] = (), verb: str = ""
    ) -> str | None:
        self.asked.append(title)
        return self.reason

    def ask_return(
        self, title: str, reasons: Sequence[str], on: date, until: Callable[[date], date]
    ) -> Return | None:
        self.asked.append(title)
        self.told.append(f"{until(on)}")
        return None if self.reason is None else Return.of(on, self.ticked, self.reason)

    def ask_issue(
        self, title: str, consequence: str, proposed: Outgoing, check: Callable[[Outgoing], Sequence[str]]
    ) -> Outgoing | None:
        self.asked.append(title)
        self.told.append(consequence)
        issue = replace(proposed, number=self.number) if self.number else proposed
        return issue if self.agrees and not check(issue) else None

    def choose_file(self, title: str, kinds: Sequence[str] = ()) -> Path | None:
        self.asked.append(title)
        return self.files[0] if self.files else None

    def choose_files(self, title: str, kinds: Sequence[str] = ()) -> list[Path]:
        self.asked.append(title)
        return self.files

    def choose_folder(self, title: str) -> Path | None:
        return self.choose_file(title)

    def save_file(self, title: str, suggested: str, kinds: Sequence[str] = ()) -> Path | None:
        return self.choose_file(title)

    def choose_printer(self, title: str) -> "QPrinter | None":
        self.asked.append(title)
        return self.printer

    def show_error(self, sentence: str, log_file: Path | None = None) -> None:
        self.errors.append(sentence)
