-- A closed month is signed out by its number and day, once; before that the last closed one may be opened again.
--
-- Every closing that was undone is kept with what it had frozen. Without its row there no month is opened, so the
-- triggers that look at the last closed month let a reopened one be changed, and guard it anew when it is closed.

CREATE TABLE issue ( -- 印发
    month     TEXT PRIMARY KEY REFERENCES month (month),
    number    TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER issue_is_written_once BEFORE INSERT ON issue
WHEN EXISTS (SELECT 1 FROM issue WHERE month = NEW.month OR number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a month is issued once, under a number of its own'); END;

CREATE TRIGGER issue_is_never_changed BEFORE UPDATE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;

CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;

CREATE TABLE reopening ( -- 重新开账: a closing that was undone
    id          INTEGER PRIMARY KEY,
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    closed_at   TEXT NOT NULL,
    closed_by   TEXT NOT NULL,
    frozen      TEXT, -- what it had frozen; NULL where that was never kept
    sha256      TEXT CHECK ((sha256 IS NULL) = (frozen IS NULL)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    reopened_at TEXT NOT NULL,
    reopened_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER reopening_is_written_once BEFORE INSERT ON reopening
WHEN EXISTS (SELECT 1 FROM reopening WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

CREATE TRIGGER reopening_is_never_changed BEFORE UPDATE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

CREATE TRIGGER reopening_is_never_deleted BEFORE DELETE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

DROP TRIGGER month_is_never_deleted;

CREATE TRIGGER issued_month_is_never_opened BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM issue WHERE month = OLD.month)
BEGIN SELECT RAISE (ABORT, 'an issued month stays closed'); END;

CREATE TRIGGER months_open_from_the_last BEFORE DELETE ON month
WHEN OLD.month < (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'only the last closed month is opened'); END;

CREATE TRIGGER no_month_opens_unrecorded BEFORE DELETE ON month
WHEN NOT EXISTS (
    SELECT 1 FROM reopening
     WHERE month = OLD.month AND closed_at = OLD.closed_at AND frozen IS OLD.frozen AND sha256 IS OLD.sha256)
BEGIN SELECT RAISE (ABORT, 'a closed month is opened with a reason'); END;
