-- What units raise, what is worth writing up, and who is to write how much (§1 rows 43, 44, 46).
--
-- None of the three books points: what a lead or a task comes to is counted from drafts and adoptions. So a closed
-- month has nothing here to guard; rows are struck out with a reason, never deleted, and what was told stays as told.

CREATE TABLE suggestion ( -- 问题建议
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    concern     TEXT NOT NULL CHECK (concern IN ('problem', 'advice')),
    text        TEXT NOT NULL CHECK (length(trim(text)) > 0),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    office      TEXT REFERENCES unit (id), -- the 组室 that handles it; NULL: nobody yet
    handler     TEXT NOT NULL DEFAULT '',
    due_on      TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reply       TEXT NOT NULL DEFAULT '',
    closed_on   TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided      TEXT NOT NULL DEFAULT '',
    CHECK (due_on >= received_on),
    CHECK (closed_on >= received_on),
    CHECK ((closed_on IS NULL) = (length(trim(reply)) = 0)) -- nothing is closed without a reply
) STRICT;

CREATE INDEX suggestion_unit ON suggestion (unit);
CREATE INDEX suggestion_open ON suggestion (due_on) WHERE closed_on IS NULL AND voided = '';

CREATE TABLE lead ( -- 线索
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    subject     TEXT NOT NULL CHECK (length(trim(subject)) > 0),
    found_on    TEXT NOT NULL CHECK (found_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    office      TEXT REFERENCES unit (id) CHECK (office <> unit), -- the 组室 in charge
    assigned_on TEXT CHECK (assigned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    draft       INTEGER REFERENCES draft (id), -- what came of it
    shelved_on  TEXT CHECK (shelved_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    shelved     TEXT NOT NULL DEFAULT '', -- why it was laid aside
    voided      TEXT NOT NULL DEFAULT '',
    CHECK ((office IS NULL) = (assigned_on IS NULL)),
    CHECK (assigned_on >= found_on),
    CHECK (shelved_on >= found_on),
    CHECK ((shelved_on IS NULL) = (length(trim(shelved)) = 0)),
    CHECK (draft IS NULL OR shelved_on IS NULL)
) STRICT;

CREATE INDEX lead_draft ON lead (draft) WHERE draft IS NOT NULL;

CREATE TABLE assignment ( -- 任务到人
    id          INTEGER PRIMARY KEY,
    person      INTEGER NOT NULL REFERENCES person (id),
    period      TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]'
        OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    counting    TEXT NOT NULL CHECK (counting IN ('valid', 'adopted')),
    category    TEXT CHECK (category IN ('news', 'essay', 'experience', 'research')), -- NULL: any
    target      INTEGER NOT NULL CHECK (target > 0),
    assigned_on TEXT NOT NULL CHECK (assigned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX assignment_person ON assignment (person);

CREATE TRIGGER suggestion_is_never_deleted BEFORE DELETE ON suggestion
BEGIN SELECT RAISE (ABORT, 'suggestions are voided, never deleted'); END;

CREATE TRIGGER suggestion_stays_as_told BEFORE UPDATE OF unit, concern, text, received_on ON suggestion
BEGIN SELECT RAISE (ABORT, 'what a unit told stays as told'); END;

CREATE TRIGGER lead_is_never_deleted BEFORE DELETE ON lead
BEGIN SELECT RAISE (ABORT, 'leads are voided, never deleted'); END;

CREATE TRIGGER lead_stays_as_found BEFORE UPDATE OF unit, subject, found_on ON lead
BEGIN SELECT RAISE (ABORT, 'a lead stays as found'); END;

CREATE TRIGGER assignment_is_never_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE (ABORT, 'tasks are voided, never deleted'); END;

CREATE TRIGGER assignment_is_only_voided
BEFORE UPDATE OF person, period, counting, category, target, assigned_on ON assignment
BEGIN SELECT RAISE (ABORT, 'a task stays as given'); END;
