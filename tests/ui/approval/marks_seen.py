"""What a clerk sees of the marks."""

from jinshi_desk.ui.approval.marks_page import MarksPage


def rows(marks: MarksPage) -> list[list[str]]:
    """The list's rows as their texts."""
    model = marks.list.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def forms(marks: MarksPage) -> list[str]:
    """The last column."""
    return [row[-1] for row in rows(marks)]


def titles(marks: MarksPage) -> list[str]:
    """The titles in the list."""
    return [row[3] for row in rows(marks)]
