"""The desks that the window of 核对单 works at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jinshi_desk.services.sheet_deliveries import SheetDeliveryDesk
from jinshi_desk.services.unit_sheets import UnitSheetDesk

if TYPE_CHECKING:
    from jinshi_desk.ui.ledgers.desks import LedgerDesks


@dataclass(frozen=True, slots=True)
class UnitSheetDesks:
    """Makes sheets, records that they went out, and takes in what units object to."""

    sheets: UnitSheetDesk
    deliveries: SheetDeliveryDesk
    ledgers: "Callable[[], LedgerDesks]"
    today: Callable[[], date]
