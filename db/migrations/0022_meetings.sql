-- The office's monthly meeting (§1 row 47): where the month is told, who came, and what was resolved to be done.
--
-- It books no point and a meeting is held after its month is closed, so nothing here guards closed months. A unit that
-- is not on the list may come too: then its line is words alone.

CREATE TABLE meeting ( -- 例会记录
    id       INTEGER PRIMARY KEY,
    held_on  TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    place    TEXT NOT NULL,
    host     TEXT NOT NULL CHECK (length(trim(host)) > 0),
    recorder TEXT NOT NULL,
    month    TEXT CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'), -- whose bulletin was told
    agenda   TEXT NOT NULL CHECK (length(trim(agenda)) > 0), -- a line for each item
    minutes  TEXT NOT NULL,
    voided   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX meeting_standing ON meeting (held_on) WHERE voided = ''; -- one a day

CREATE TABLE meeting_attendance (
    meeting  INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    unit     TEXT REFERENCES unit (id),
    names    TEXT NOT NULL,
    CHECK (unit IS NOT NULL OR length(trim(names)) > 0),
    PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE resolution ( -- 议定事项
    id      INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text    TEXT NOT NULL CHECK (length(trim(text)) > 0),
    who     TEXT NOT NULL CHECK (length(trim(who)) > 0),
    due_on  TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    result  TEXT NOT NULL DEFAULT '',
    voided  TEXT NOT NULL DEFAULT '',
    CHECK (done_on IS NOT NULL OR result = '')
) STRICT;

CREATE INDEX resolution_meeting ON resolution (meeting);

CREATE TRIGGER meeting_is_never_deleted BEFORE DELETE ON meeting
BEGIN SELECT RAISE (ABORT, 'meetings are struck out, never deleted'); END;

CREATE TRIGGER resolution_is_never_deleted BEFORE DELETE ON resolution
BEGIN SELECT RAISE (ABORT, 'resolutions are struck out, never deleted'); END;

CREATE TRIGGER resolution_stays_as_it_was_resolved BEFORE UPDATE OF meeting, text, who, due_on ON resolution
BEGIN SELECT RAISE (ABORT, 'what was resolved stays'); END;
