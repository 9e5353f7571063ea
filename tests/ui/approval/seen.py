"""What a clerk sees of the tab."""

from jinshi_desk.ui.approval.tab import ApprovalTab


def rows(tab: ApprovalTab) -> list[list[str]]:
    """The list's rows as their texts."""
    model = tab.list.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def forms(tab: ApprovalTab) -> list[str]:
    """The last column."""
    return [row[-1] for row in rows(tab)]


def titles(tab: ApprovalTab) -> list[str]:
    """The titles in the list."""
    return [row[3] for row in rows(tab)]
