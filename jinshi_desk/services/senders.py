"""What the columns of a sender's sheets were taken for by hand; a sender is known by the headings it uses."""

import hashlib
import json
from collections.abc import Mapping

from jinshi_desk.domain.registers import FileReading, SheetReading
from jinshi_desk.store.database import Store

_KEY = "import.headings."


def known_headings(store: Store, reading: FileReading) -> dict[str, str]:
    """Return what the headings of ``reading`` were taken for when such sheets were last imported."""
    known: dict[str, str] = {}
    for sheet in reading.sheets:
        known |= json.loads(store.settings.get(_key(sheet)) or "{}") if sheet.headings else {}
    return known


def remember_headings(store: Store, reading: FileReading, headings: Mapping[str, str]) -> None:
    """Keep what was corrected by hand, inside the caller's act."""
    for sheet in reading.sheets:
        own = {heading: headings[heading] for heading in sheet.headings.values() if heading in headings}
        if own:
            store.settings.put({_key(sheet): json.dumps(own, ensure_ascii=False, sort_keys=True)})


def _key(sheet: SheetReading) -> str:
    written = "\n".join(sorted(sheet.headings.values()))
    return _KEY + hashlib.sha256(written.encode()).hexdigest()[:16]
