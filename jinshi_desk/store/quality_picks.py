"""Drafts picked as good."""

from collections.abc import Iterable
from datetime import date

from jinshi_desk.domain.errors import UnknownEvent
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.quality_picks import NewQualityPick, QualityPick
from jinshi_desk.store.connection import DataFile
from jinshi_desk.store.tables import QualityPickRow


class QualityPicks:
    """Every pick that was recorded."""

    def __init__(self, db: DataFile) -> None:
        self._db = db

    def get(self, pick: int) -> QualityPick:
        """Return the pick.

        Raises:
            UnknownEvent: there is none with this id.
        """
        row = QualityPickRow.select().where(QualityPickRow.id == pick).bind(self._db).first()
        if row is None:
            raise UnknownEvent("好稿", pick)
        return _pick(row)

    def all(self, months: Iterable[Month] | None = None) -> tuple[QualityPick, ...]:
        """Return every pick, or those of ``months``, in the order they were made; some were taken back."""
        query = QualityPickRow.select().order_by(QualityPickRow.month, QualityPickRow.id)
        if months is not None:
            query = query.where(QualityPickRow.month.in_([str(month) for month in months]))
        return tuple(map(_pick, query.bind(self._db)))

    def of_draft(self, draft: int) -> QualityPick | None:
        """Return the pick of a draft that stands, if there is one."""
        standing = (QualityPickRow.draft == draft) & (QualityPickRow.voided == "")
        row = QualityPickRow.select().where(standing).bind(self._db).first()
        return _pick(row) if row is not None else None

    def add(self, draft: int, new: NewQualityPick) -> int:
        """Write a pick and return its id."""
        row: int = (
            QualityPickRow.insert(
                draft=draft,
                month=str(new.month),
                reason=new.reason,
                picked_on=new.picked_on.isoformat(),
                picked_by=new.picked_by,
                uploaded_on=new.uploaded_on and new.uploaded_on.isoformat(),
            )
            .bind(self._db)
            .execute()
        )
        return row

    def settle(self, pick: QualityPick) -> None:
        """Write the reason and the day of upload as they are now."""
        QualityPickRow.update(
            reason=pick.reason, uploaded_on=pick.uploaded_on and pick.uploaded_on.isoformat()
        ).where(QualityPickRow.id == pick.id).bind(self._db).execute()

    def void(self, pick: int, reason: str) -> None:
        """Take back; without a reason it stands again."""
        QualityPickRow.update(voided=reason).where(QualityPickRow.id == pick).bind(self._db).execute()


def _pick(row: QualityPickRow) -> QualityPick:
    return QualityPick(
        month=Month.parse(row.month),
        reason=row.reason,
        picked_on=date.fromisoformat(row.picked_on),
        picked_by=row.picked_by,
        uploaded_on=date.fromisoformat(row.uploaded_on) if row.uploaded_on else None,
        id=row.id,
        draft=row.draft,
        voided=row.voided,
    )
