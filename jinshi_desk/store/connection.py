"""The data file as peewee sees it: the same connections, so that models take part in the act under way."""

import peewee

from jinshi_desk.store.sql_file import SqlFile


class DataFile(SqlFile, peewee.SqliteDatabase):
    """The open data file, which the models of ``tables`` are bound to; it opens no connection of its own.

    Apart from ``SqlFile`` because peewee takes longer to import than the register's first page to read.
    """

    def __init__(self, opened: SqlFile) -> None:
        peewee.SqliteDatabase.__init__(self, str(opened.file))
        SqlFile.__init__(self, opened.file, opened.connections, read_only=opened.read_only)
