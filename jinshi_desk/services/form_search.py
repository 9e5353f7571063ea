"""Finding forms by their number, typed or read from the code on the paper."""

import re

from jinshi_desk.domain.form_numbers import scan_code
from jinshi_desk.store.database import Store

_SCANNED = re.compile(r"[ABC]-[A-Z0-9-]+\Z")


def named_forms(store: Store, words: str) -> list[str]:
    """Return the numbers of forms that contain ``words``, brackets and dashes apart; at most twelve.

    The code of a form whose number a hand scanner can't type (``B-2022-46``) leads to it too.
    """
    typed = words.strip().upper()
    if _SCANNED.match(typed):
        found = [number for kind, number in store.approvals.numbers() if scan_code(kind, number) == typed]
        if found:
            return found
    return store.approvals.named(words)
