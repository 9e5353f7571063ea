"""Bring a data file to the schema of this program: numbered SQL, all of a script or nothing of it."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from jinshi_desk.domain.errors import (
    CannotWrite,
    DamagedDataFile,
    MigrationFailed,
    NewerDataFile,
    NotADataFile,
)
from jinshi_desk.store.sql_file import APPLICATION_ID, SqlFile, desk_error, is_read_only


class Migration(NamedTuple):
    """One numbered script."""

    version: int
    file: Path


def migrations(folder: Path) -> tuple[Migration, ...]:
    """Return the scripts ``0001_….sql`` of ``folder``, in order."""
    found = (Migration(int(file.name[:4]), file) for file in folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple(sorted(found, key=lambda migration: migration.version))


def migrate(file: Path, folder: Path, *, new: bool = False) -> SqlFile:
    """Bring ``file`` up to date, or create it where it is ``new``, and return it open.

    A copy is kept before anything changes. Nothing is set on a file before it is known to be ours. One that
    is up to date and that the machine lets nobody change is opened for reading (decision 0103).

    Raises:
        NotADataFile: the file is some other program's.
        NewerDataFile: a newer program wrote it.
        DamagedDataFile: SQLite can't make sense of it.
        MigrationFailed: a script failed; the file stays at the version before it.
        CannotWrite: the folder or file is read-only and something has to be written, or the disk is full.
    """
    scripts = migrations(folder)
    try:
        try:
            return _opened(SqlFile(file, read_only=not new and not _may_write(file)), scripts, new=new)
        except sqlite3.Error as error:
            if new or not is_read_only(error):
                raise
            return _opened(SqlFile(file, read_only=True), scripts, new=False)
    except sqlite3.Error as error:
        named = desk_error(file, error)
        if named is error:
            raise DamagedDataFile(file.name, str(error)) from error
        raise named from error


def _may_write(file: Path) -> bool:
    """Tell whether the file's own rights let it be written to; those of its folder show when it is tried."""
    return os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _opened(opened: SqlFile, scripts: Sequence[Migration], *, new: bool) -> SqlFile:
    file, latest = opened.file, scripts[-1].version
    with ExitStack() as unless_current:
        connection = unless_current.enter_context(closing(opened.new_connection()))
        version = 0 if new else _version(connection, file)
        if version > latest:
            raise NewerDataFile(file.name, version, latest)
        pending = [script for script in scripts if script.version > version]
        if pending and opened.read_only:
            raise CannotWrite(file.name, "它由旧程序写成，要先升级，却是只读的")
        if version and pending:
            _copy(connection, file.with_name(f"{file.name}.升级前-{version}"))
        _apply(connection, file, pending)
        if not pending:  # what a script leaves half read would keep the journal from being set
            opened.take(connection)
            unless_current.pop_all()
    return opened


def _version(connection: sqlite3.Connection, file: Path) -> int:
    """Return the file's schema version."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != APPLICATION_ID:
        raise NotADataFile(file.name)
    return version


def _copy(connection: sqlite3.Connection, copy: Path) -> None:
    """Keep the file as it was, what still lies in the journal beside it included."""
    try:
        with closing(sqlite3.connect(copy)) as kept:
            connection.backup(kept)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise CannotWrite(copy.name, str(error)) from error


def _apply(connection: sqlite3.Connection, file: Path, scripts: Sequence[Migration]) -> None:
    for script in scripts:
        connection.execute("PRAGMA foreign_keys = OFF")  # a rebuild's DROP must not cascade
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(script.file.read_text(encoding="utf-8")):
                connection.execute(statement)
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            if orphans:
                raise MigrationFailed(file.name, script.version, f"外键 {orphans[0]}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {script.version}")
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise MigrationFailed(file.name, script.version, str(error)) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def statements(script: str) -> list[str]:
    """Split a script into statements; a trigger's inner semicolons stay inside it."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    if pending.strip():
        found.append(pending)
    return found
