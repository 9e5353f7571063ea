"""计分细则 on paper: a version of the rules as a notice, so that the office sees what it adopts (§3.2)."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from jinshi_desk.domain.bulletins import Letterhead, Sentence
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.notices import Notice
from jinshi_desk.domain.periods import Period
from jinshi_desk.domain.rules import read_rules
from jinshi_desk.domain.tables import Table
from jinshi_desk.papers.typesetting import Press
from jinshi_desk.services.notice_files import NoticeFiles
from jinshi_desk.services.office import letterhead
from jinshi_desk.services.rule_sections import RuleSections
from jinshi_desk.store.database import Store

TEMPLATE = "bulletin"
_MM_A_CHARACTER = 2.2  # of a workbook's columns


class RuleAnnexDesk:
    """What a clerk does to have the rules on paper."""

    def __init__(self, store: Store, press: Press, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today
        self.files = NoticeFiles(press)

    def of_month(self, month: Month) -> Notice:
        """Return the rules in force in ``month`` as they are printed.

        Raises:
            NoRules: the month lies before the first version.
        """
        return self.of_version(self._store.rules.book().at(month).id)

    def of_version(self, version: str) -> Notice:
        """Return a version of the rules as it is printed."""
        return self.of_text(self._store.rules.text(version))

    def of_text(self, toml: str) -> Notice:
        """Return rules that are not in force yet as they would be printed.

        Raises:
            BadRules: they can't be used.
        """
        units = {unit.id: unit.name for unit in self._store.units.all()}
        return annex(toml, letterhead(self._store), self._today(), units)


def annex(toml: str, head: Letterhead, dated: date, units: Mapping[str, str]) -> Notice:
    """Return the rules ``toml`` as a notice without addressee; ``units`` are names by id.

    Raises:
        BadRules: they can't be used.
    """
    rules = read_rules(toml)
    sections = tuple(RuleSections(rules, tomllib.loads(toml, parse_float=Decimal), units).all())
    tables = tuple(_for_workbook(table) for section in sections for table in section.tables)
    since = rules.effective_from.label
    number = f"（{rules.doc_no}）" if rules.doc_no else ""
    return Notice(
        period=Period(rules.effective_from, rules.effective_from),
        template=TEMPLATE,
        stem=f"计分细则-{rules.effective_from}",
        title=rules.title,
        addressee="",
        opening=Sentence("opening", f"本细则{number}自{since}起执行。除注明外，数字的单位是分。"),
        sections=sections,
        annexes=(),
        sheets=tables,
        signer=head.signer,
        dated=dated,
        contact="",
    )


def _for_workbook(table: Table) -> Table:
    columns = (replace(column, width=column.width / _MM_A_CHARACTER) for column in table.columns)
    return replace(table, columns=tuple(columns))
