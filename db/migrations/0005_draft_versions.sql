-- A draft that was returned comes back under its number as a new version; what it said before stays readable.
-- It is returned for several reasons at once, and the three working days are counted by the office's own table.

ALTER TABLE draft ADD COLUMN attachments TEXT NOT NULL DEFAULT ''; -- names of pictures and files, a line each

CREATE TABLE draft_version ( -- 历次稿: what a draft said until it came in again; the present version stands in draft
    id                 INTEGER PRIMARY KEY,
    draft              INTEGER NOT NULL REFERENCES draft (id),
    number             INTEGER NOT NULL CHECK (number >= 1),
    came_on            TEXT NOT NULL CHECK (came_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    replaced_on        TEXT NOT NULL CHECK (replaced_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    title              TEXT NOT NULL CHECK (length(trim(title)) > 0),
    authors            TEXT NOT NULL CHECK (json_valid(authors)), -- [[name, role], …]
    authors_incomplete INTEGER NOT NULL CHECK (authors_incomplete IN (0, 1)),
    word_count         INTEGER CHECK (word_count >= 0),
    body               TEXT NOT NULL,
    attachments        TEXT NOT NULL,
    undone             INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)) -- the resubmission was taken back
) STRICT;

CREATE UNIQUE INDEX draft_version_number ON draft_version (draft, number) WHERE undone = 0;

CREATE TRIGGER draft_version_is_never_deleted BEFORE DELETE ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept'); END;

CREATE TRIGGER draft_version_is_never_changed
BEFORE UPDATE OF draft, number, came_on, replaced_on, title, authors, authors_incomplete, word_count, body, attachments
ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept as they were'); END;

CREATE TABLE draft_remark ( -- 指导意见: what the unit was told to do better
    id       INTEGER PRIMARY KEY,
    draft    INTEGER NOT NULL REFERENCES draft (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    noted_on TEXT NOT NULL CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    noted_by TEXT NOT NULL CHECK (length(trim(noted_by)) > 0),
    remark   TEXT NOT NULL CHECK (length(trim(remark)) > 0),
    undone   INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX draft_remark_draft ON draft_remark (draft);

CREATE TRIGGER draft_remark_is_never_deleted BEFORE DELETE ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept'); END;

CREATE TRIGGER draft_remark_is_never_changed
BEFORE UPDATE OF draft, version, noted_on, noted_by, remark ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept as they were'); END;

-- Until now a draft had one return a day, for one reason.

DROP INDEX draft_return_day;

ALTER TABLE draft_return RENAME TO draft_return_before;

CREATE TABLE draft_return ( -- 退回: when a version went back to its unit, and what was said besides the reasons
    id          INTEGER PRIMARY KEY,
    draft       INTEGER NOT NULL REFERENCES draft (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    returned_on TEXT NOT NULL CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason      TEXT NOT NULL, -- a line each, as the bulletin counts them (T16)
    remark      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX draft_return_day ON draft_return (returned_on);
CREATE INDEX draft_return_draft ON draft_return (draft);

INSERT INTO draft_return (draft, version, returned_on, reason)
SELECT draft, 1, returned_on, replace(reason, char(10), ' ') FROM draft_return_before ORDER BY draft, returned_on;

DROP TABLE draft_return_before;

CREATE TABLE holiday ( -- 节假日: days off, and Saturdays and Sundays that are worked; the office's own table
    day    TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    worked INTEGER NOT NULL CHECK (worked IN (0, 1)),
    name   TEXT NOT NULL DEFAULT '' -- 春节
) STRICT, WITHOUT ROWID;
