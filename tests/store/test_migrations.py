"""The data file's schema: made whole, upgraded whole, or left exactly as it was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk import complaints, paths
from jinshi_desk.domain.errors import (
    CannotWrite,
    DamagedDataFile,
    DataFileExists,
    DeskError,
    FolderGiven,
    MigrationFailed,
    NewerDataFile,
    NoDataFile,
    NotADataFile,
)
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.store import tables
from jinshi_desk.store.database import create_store, open_store
from jinshi_desk.store.migrate import migrations, statements
from jinshi_desk.store.sql_file import APPLICATION_ID
from tests.office import Office
from tests.store import released

MIGRATIONS = paths.migrations()
NEWEST = migrations(MIGRATIONS)[-1].version


def _ask(file: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def _do(file: Path, *script: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in script:
            connection.execute(statement)


def _schema(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return released.schema(connection)


@pytest.fixture
def next_migrations(tmp_path: Path) -> Callable[[str], Path]:
    """A folder with the migrations and one more, of this SQL."""

    def add(sql: str) -> Path:
        folder = shutil.copytree(MIGRATIONS, tmp_path / "migrations")
        (folder / f"{NEWEST + 1:04d}_next.sql").write_text(sql, encoding="utf-8")
        return folder

    return add


# ---- the schema


def test_a_fresh_file_has_the_schema_that_is_written_down(tmp_path: Path) -> None:
    file = tmp_path / "台账.jinshi"
    create_store(file, MIGRATIONS).close()
    assert _schema(file) == released.SCHEMA.read_text(encoding="utf-8")


def test_a_fresh_file_is_marked_as_ours(data_file: Path) -> None:
    assert _ask(data_file, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert _ask(data_file, "PRAGMA user_version") == [(NEWEST,)]
    assert _ask(data_file, "PRAGMA foreign_key_check") == []
    assert _ask(data_file, "PRAGMA integrity_check") == [("ok",)]


def test_migrations_are_numbered_without_gaps() -> None:
    assert [script.version for script in migrations(MIGRATIONS)] == list(range(1, NEWEST + 1))


def test_every_table_is_strict(data_file: Path) -> None:
    with closing(sqlite3.connect(data_file)) as connection:
        ours = set(released.tables(connection))
    loose = {name for _, name, kind, _, _, strict in _ask(data_file, "PRAGMA table_list") if not strict}
    assert ours
    assert not ours & loose


@pytest.mark.parametrize("model", tables.ALL, ids=lambda model: model._meta.table_name)
def test_a_model_has_the_columns_of_its_table(model: type[tables._Table], data_file: Path) -> None:
    meta: Any = model._meta
    kinds = {"TEXT": "TEXT", "INT": "INTEGER", "BLOB": "BLOB", "AUTO": "INTEGER"}
    keys = meta.primary_key.field_names if meta.composite_key else (meta.primary_key.name,)
    modelled = {
        field.column_name: (
            kinds[field.field_type],
            not field.null and field.field_type != "AUTO",
            field.name in keys,
        )
        for field in meta.sorted_fields
    }
    stored = {
        name: (kind, bool(filled) or (bool(key) and kind != "INTEGER"), bool(key))
        for _, name, kind, filled, _, key in _ask(data_file, f'PRAGMA table_info("{meta.table_name}")')
    }
    if meta.table_name == "draft_words":  # its key is the draft's, so SQLite calls it an alias of the row
        stored["draft"] = modelled["draft"]
    assert modelled == stored


def test_every_table_has_a_model(data_file: Path) -> None:
    with closing(sqlite3.connect(data_file)) as connection:
        ours = set(released.tables(connection))
    assert {model._meta.table_name for model in tables.ALL} == ours


def test_a_trigger_is_one_statement() -> None:
    script = """\
-- why
CREATE TABLE a (b);
CREATE TRIGGER c BEFORE DELETE ON a
BEGIN SELECT 1; SELECT 2;
END;
-- end"""
    assert [statement.strip().splitlines()[0] for statement in statements(script)] == [
        "-- why",
        "CREATE TRIGGER c BEFORE DELETE ON a",
        "-- end",
    ]


# ---- upgrading

_MOVED = {("person", "unit"): "(SELECT unit FROM post WHERE post.person = person.id)"}
"""Where later schemas keep what a column held."""


def test_an_upgrade_keeps_a_copy_with_what_still_lay_in_the_journal(
    data_file: Path, next_migrations: Callable[[str], Path]
) -> None:
    office = Office(data_file)
    number = office.log()
    fallen = data_file.with_name("断电.jinshi")  # what is on the disk at a power cut: file and journal
    shutil.copy(data_file, fallen)
    shutil.copy(f"{data_file}-wal", f"{fallen}-wal")
    office.store.close()
    assert _ask_alone(fallen, "SELECT count(*) FROM draft") == 0
    open_store(fallen, next_migrations("CREATE TABLE later (id INTEGER) STRICT;\n")).close()
    (copy,) = fallen.parent.glob("断电.jinshi.升级前-*")
    assert copy.name.endswith(f"升级前-{NEWEST}")
    assert _ask(copy, "SELECT number FROM draft") == _ask(fallen, "SELECT number FROM draft") == [(number,)]
    assert _ask(copy, "PRAGMA user_version") == [(NEWEST,)]
    assert _ask(fallen, "PRAGMA user_version") == [(NEWEST + 1,)]


def _ask_alone(file: Path, sql: str) -> object:
    """Ask the file without its journal."""
    bare = shutil.copy(file, file.with_suffix(".bare"))
    return _ask(Path(bare), sql)[0][0]


def test_a_file_that_is_up_to_date_is_not_copied(data_file: Path) -> None:
    Office(data_file).store.close()
    assert [file.name for file in data_file.parent.iterdir()] == [data_file.name]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE later (id INTEGER) STRICT;\nDELETE FROM setting;\nINSERT INTO nowhere VALUES (1);\n",
        "UPDATE setting SET value = '';\nINSERT INTO unit_alias (unit, alias) VALUES ('没有', '别名');\n",
        "DELETE FROM outlet_alias;\nCREATE TABEL later (id INTEGER);\n",
    ],
    ids=["a table that is not there", "an orphan", "a slip of the pen"],
)
def test_a_broken_script_leaves_version_and_content(
    script: str, data_file: Path, next_migrations: Callable[[str], Path]
) -> None:
    with closing(sqlite3.connect(data_file)) as connection:
        before = list(released.dump(connection))
    with pytest.raises(MigrationFailed) as refused:
        open_store(data_file, next_migrations(script))
    assert refused.value.args[:2] == (data_file.name, NEWEST + 1)
    assert f"第 {NEWEST + 1} 版" in complaints.error_sentence(refused.value)
    with closing(sqlite3.connect(data_file)) as connection:
        assert list(released.dump(connection)) == before
    Office(data_file).store.close()


@pytest.mark.parametrize("dump", sorted(released.RELEASES.glob("*.sql")), ids=lambda file: file.stem)
def test_every_released_schema_upgrades_with_its_rows(dump: Path, tmp_path: Path) -> None:
    file, untouched = tmp_path / "老台账.jinshi", tmp_path / "原样.jinshi"
    for made in (file, untouched):
        released.load(dump.read_text(encoding="utf-8"), made)
    office = Office(file)
    assert list(office.store.audit.breaks()) == []
    found = office.register.page(RegisterQuery(words="药山 屋场 zsy"), 0, 9)
    office.store.close()
    assert _schema(file) == released.SCHEMA.read_text(encoding="utf-8")
    assert _ask(file, "PRAGMA foreign_key_check") == []
    assert [row.title for row in found] == ["药山镇：“屋场会”开到家门口"]
    with closing(sqlite3.connect(untouched)) as connection:
        kept = released.tables(connection)
    assert kept
    for table in kept:
        with closing(sqlite3.connect(untouched)) as connection:
            names = released.columns(connection, table)
        kept_as = ", ".join(_MOVED.get((table, name), f'"{name}"') for name in names)
        were = ", ".join(f'"{name}"' for name in names)
        rows = _ask(untouched, f'SELECT {were} FROM "{table}"')
        assert rows, table
        assert rows == _ask(file, f'SELECT {kept_as} FROM "{table}"'), table


def test_the_newest_schema_has_a_dump() -> None:
    assert (released.RELEASES / f"{NEWEST:04d}.sql").is_file()


# ---- files that are refused


def _foreign(file: Path) -> None:
    _do(file, "CREATE TABLE account (id INTEGER)", "INSERT INTO account VALUES (1)")


def _foreign_and_marked(file: Path) -> None:
    _do(file, "PRAGMA application_id = 7", "PRAGMA user_version = 1")


def _foreign_without_tables(file: Path) -> None:
    _do(file, "CREATE TABLE account (id INTEGER)", "DROP TABLE account", "VACUUM")


def _text(file: Path) -> None:
    file.write_text("这不是数据文件，是一篇很长的稿件。" * 100, encoding="utf-8")


def _newer(file: Path) -> None:
    create_store(file, MIGRATIONS).close()
    _do(file, f"PRAGMA user_version = {NEWEST + 1}")


def _cut_short(file: Path) -> None:
    create_store(file, MIGRATIONS).close()
    file.write_bytes(file.read_bytes()[:5000])


def _empty(file: Path) -> None:
    file.touch()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (_foreign, NotADataFile),
        (_foreign_and_marked, NotADataFile),
        (_foreign_without_tables, NotADataFile),
        (_text, NotADataFile),
        (_newer, NewerDataFile),
        (_cut_short, DamagedDataFile),
        (_empty, DamagedDataFile),
    ],
    ids=lambda given: given.__name__.strip("_"),
)
def test_a_file_that_can_not_be_opened_is_named_and_left_alone(
    make: Callable[[Path], None], error: type[DeskError], tmp_path: Path
) -> None:
    file = tmp_path / "台账.jinshi"
    make(file)
    before = file.read_bytes()
    with pytest.raises(error) as refused:
        open_store(file, MIGRATIONS)
    assert file.name in complaints.error_sentence(refused.value)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("missing", "error"),
    [("没有.jinshi", NoDataFile), ("没有/台账.jinshi", NoDataFile), (".", FolderGiven)],
)
def test_a_file_that_is_not_there_is_named(missing: str, error: type[DeskError], tmp_path: Path) -> None:
    with pytest.raises(error):
        open_store(tmp_path / missing, MIGRATIONS)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_created_over(data_file: Path) -> None:
    before = data_file.read_bytes()
    with pytest.raises(DataFileExists):
        create_store(data_file, MIGRATIONS)
    assert data_file.read_bytes() == before


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(CannotWrite):
        create_store(tmp_path / "文件" / "台账.jinshi", MIGRATIONS)


def test_a_failed_creation_leaves_nothing_in_the_way(
    tmp_path: Path, next_migrations: Callable[[str], Path]
) -> None:
    file = tmp_path / "台账.jinshi"
    with pytest.raises(MigrationFailed):
        create_store(file, next_migrations("INSERT INTO nowhere VALUES (1);\n"))
    assert not file.exists()
    create_store(file, MIGRATIONS).close()
