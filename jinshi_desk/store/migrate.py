"""Bring a data file to the schema of this program: numbered SQL, all of a script or nothing of it."""

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
from jinshi_desk.store.sql_file import APPLICATION_ID, SqlFile, desk_error


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

    A copy is kept before anything changes. Nothing is set on a file before it is known to be ours.

    Raises:
        NotADataFile: the file is some other program's.
        NewerDataFile: a newer program wrote it.
        DamagedDataFile: SQLite can't make sense of it.
        MigrationFailed: a script failed; the file stays at the version before it.
        CannotWrite: the folder or file is read-only, or the disk is full.
    """
    scripts = migrations(folder)
    latest = scripts[-1].version
    opened = SqlFile(file)
    try:
        with ExitStack() as unless_current:
            connection = unless_current.enter_context(closing(sqlite3.connect(file, isolation_level=None)))
            version = 0 if new else _version(connection, file)
            if version > latest:
                raise NewerDataFile(file.name, version, latest)
            pending = [script for script in scripts if script.version > version]
            if version and pending:
                _copy(connection, file.with_name(f"{file.name}.升级前-{version}"))
            _apply(connection, file, pending)
            if not pending:  # what a script leaves half read would keep the journal from being set
                opened.take(connection)
                unless_current.pop_all()
    except sqlite3.Error as error:
        named = desk_error(file, error)
        if named is error:
            raise DamagedDataFile(file.name, str(error)) from error
        raise named from error
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
