-- People with history: who worked where from when till when, and who answered for what in a unit.
--
-- Until now a person was a name at a unit. Each of them stays a person, with a post there that has no ends. Records
-- that turn out to be one person are joined: entries and drafts keep theirs, and are read as the one's.

CREATE TABLE person_new (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (length(trim(name)) > 0),
    mark     TEXT NOT NULL DEFAULT '', -- tells namesakes apart
    mobile   TEXT NOT NULL DEFAULT '' CHECK (mobile = '' OR length(mobile) = 11 AND mobile NOT GLOB '*[^0-9]*'),
    pinyin   TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;

CREATE TABLE post (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    since_on TEXT CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: nobody knows
    until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- the last day; NULL: still there
    phone    TEXT NOT NULL DEFAULT '',
    CHECK (since_on <= until_on)
) STRICT;

CREATE TABLE duty (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    duty     TEXT NOT NULL CHECK (duty IN ('info_officer', 'liaison', 'supervising_leader', 'unit_head')),
    since_on TEXT CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CHECK (since_on <= until_on)
) STRICT;

CREATE TABLE person_join (
    id        INTEGER PRIMARY KEY,
    person    INTEGER NOT NULL REFERENCES person (id),
    one       INTEGER NOT NULL REFERENCES person (id) CHECK (one <> person), -- who it is
    reason    TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    joined_at TEXT NOT NULL,
    parted_at TEXT -- somebody else after all
) STRICT;

INSERT INTO person_new (id, name, pinyin, initials) SELECT id, name, pinyin, initials FROM person;
INSERT INTO post (person, unit) SELECT id, unit FROM person ORDER BY id;
DROP TABLE person;
ALTER TABLE person_new RENAME TO person;

CREATE INDEX person_name ON person (name);
CREATE INDEX post_person ON post (person);
CREATE INDEX post_unit ON post (unit);
CREATE INDEX duty_person ON duty (person);
CREATE UNIQUE INDEX person_join_once ON person_join (person) WHERE parted_at IS NULL;

CREATE TRIGGER person_join_is_never_deleted BEFORE DELETE ON person_join
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;

CREATE TRIGGER person_join_is_only_parted BEFORE UPDATE ON person_join
WHEN (OLD.person, OLD.one, OLD.reason, OLD.joined_at) IS NOT (NEW.person, NEW.one, NEW.reason, NEW.joined_at)
  OR OLD.parted_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;
