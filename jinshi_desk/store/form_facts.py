"""A form's own facts and its result as JSON and back."""

import json
from dataclasses import asdict
from datetime import date, time
from typing import Any

from jinshi_desk.domain.approval_forms import FACTS_OF, Facts, Release
from jinshi_desk.domain.approvals import FormKind

_DAYS = ("pushed_on", "on")
_TIMES = ("scheduled_at", "at")


def written(value: Facts | Release) -> str:
    """Return a value as JSON; days and times as ISO 8601."""
    return json.dumps(asdict(value), ensure_ascii=False, default=_iso)


def facts(kind: FormKind, text: str) -> Facts:
    """Return the facts of a form of this kind."""
    return FACTS_OF[kind](**_read(text))


def release(text: str | None) -> Release | None:
    """Return the result that was recorded, none before it."""
    return Release(**_read(text)) if text else None


def _iso(value: date | time) -> str:
    return value.isoformat()


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    for key, value in found.items():
        if value is not None and key in _DAYS:
            found[key] = date.fromisoformat(value)
        elif value is not None and key in _TIMES:
            found[key] = time.fromisoformat(value)
    return found
