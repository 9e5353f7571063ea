-- What else earns or costs points: instructions, commissions, deductions, corrections; and what the bulletin says beside.
--
-- Every ledger entry names the event it is for. Events are struck out with a reason, never deleted.
-- Returns are kept by day: a draft's status knows only the last one, and the bulletin counts them by month.

CREATE TABLE instruction (
    id            INTEGER PRIMARY KEY,
    draft         INTEGER NOT NULL REFERENCES draft (id),
    level         TEXT NOT NULL CHECK (level IN ('county', 'prefecture', 'province', 'national')),
    leader        TEXT NOT NULL CHECK (length(trim(leader)) > 0),
    given_on      TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    registered_on TEXT NOT NULL CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    evidence      TEXT NOT NULL DEFAULT '',
    booked_month  TEXT NOT NULL CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided        TEXT NOT NULL DEFAULT '' -- why it was struck out as wrongly registered
) STRICT;

CREATE INDEX instruction_draft ON instruction (draft);
CREATE INDEX instruction_booked ON instruction (booked_month);

CREATE TABLE commission (
    id           INTEGER PRIMARY KEY,
    unit         TEXT NOT NULL REFERENCES unit (id),
    subject      TEXT NOT NULL CHECK (length(trim(subject)) > 0),
    asked_on     TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    due_on       TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    delivered_on TEXT CHECK (delivered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    draft        INTEGER REFERENCES draft (id), -- what came of it; its units share the points
    not_done_on  TEXT CHECK (not_done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    booked_month TEXT CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided       TEXT NOT NULL DEFAULT '',
    CHECK (due_on >= asked_on),
    CHECK (delivered_on IS NULL OR not_done_on IS NULL),
    CHECK (draft IS NULL OR delivered_on IS NOT NULL),
    CHECK ((booked_month IS NULL) = (delivered_on IS NULL AND not_done_on IS NULL))
) STRICT;

CREATE INDEX commission_due ON commission (due_on);
CREATE INDEX commission_draft ON commission (draft) WHERE draft IS NOT NULL;

CREATE TABLE deduction (
    id           INTEGER PRIMARY KEY,
    unit         TEXT NOT NULL REFERENCES unit (id),
    draft        INTEGER REFERENCES draft (id),
    type         TEXT NOT NULL CHECK (type GLOB '[a-z]*'), -- a key of the rules' deductions
    cents        INTEGER CHECK (cents < 0), -- NULL: as the rules say on the day of confirmation
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    evidence     TEXT NOT NULL DEFAULT '',
    proposed_on  TEXT NOT NULL CHECK (proposed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    proposed_by  TEXT NOT NULL CHECK (length(trim(proposed_by)) > 0),
    confirmed_on TEXT CHECK (confirmed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    confirmed_by TEXT NOT NULL DEFAULT '',
    rejected     TEXT NOT NULL DEFAULT '', -- why it was not confirmed
    booked_month TEXT CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided       TEXT NOT NULL DEFAULT '',
    CHECK ((confirmed_on IS NULL) = (booked_month IS NULL)),
    CHECK (confirmed_on IS NULL OR (rejected = '' AND confirmed_by <> ''))
) STRICT;

CREATE INDEX deduction_draft ON deduction (draft) WHERE draft IS NOT NULL;
CREATE INDEX deduction_booked ON deduction (booked_month) WHERE booked_month IS NOT NULL AND voided = '';
CREATE INDEX deduction_proposed ON deduction (proposed_on) WHERE confirmed_on IS NULL AND rejected = '' AND voided = '';

CREATE TABLE correction (
    id              INTEGER PRIMARY KEY,
    unit            TEXT NOT NULL REFERENCES unit (id),
    corrected_month TEXT NOT NULL CHECK (corrected_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    cents           INTEGER NOT NULL CHECK (cents <> 0),
    reason          TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    registered_on   TEXT NOT NULL CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    entry           INTEGER REFERENCES ledger (id), -- the entry that was wrong, where it is one
    booked_month    TEXT NOT NULL CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided          TEXT NOT NULL DEFAULT '',
    CHECK (booked_month > corrected_month)
) STRICT;

CREATE INDEX correction_booked ON correction (booked_month);
CREATE INDEX correction_unit ON correction (unit, corrected_month);

ALTER TABLE ledger ADD COLUMN instruction INTEGER REFERENCES instruction (id);
ALTER TABLE ledger ADD COLUMN commission INTEGER REFERENCES commission (id);
ALTER TABLE ledger ADD COLUMN deduction INTEGER REFERENCES deduction (id);
ALTER TABLE ledger ADD COLUMN correction INTEGER REFERENCES correction (id);

CREATE INDEX ledger_commission ON ledger (commission) WHERE commission IS NOT NULL;
CREATE INDEX ledger_deduction ON ledger (deduction) WHERE deduction IS NOT NULL;
CREATE INDEX ledger_correction ON ledger (correction) WHERE correction IS NOT NULL;

CREATE TABLE draft_return ( -- 退回: when and why a draft went back to its unit
    draft       INTEGER NOT NULL REFERENCES draft (id),
    returned_on TEXT NOT NULL CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason      TEXT NOT NULL,
    PRIMARY KEY (draft, returned_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_return_day ON draft_return (returned_on);

-- Returns made before this release stand in the audit chain; those that were undone at once are left out.
INSERT OR REPLACE INTO draft_return (draft, returned_on, reason)
SELECT draft.id, substr(record.at, 1, 10), json_extract(record.after, '$.status_reason')
  FROM audit AS record
  JOIN draft ON draft.number = record.subject
 WHERE record.act = 'become_returned'
   AND json_extract(record.after, '$.status_reason') IS NOT NULL
   AND coalesce((SELECT later.act FROM audit AS later
                  WHERE later.subject = record.subject AND later.id > record.id
                  ORDER BY later.id LIMIT 1), '') <> 'undo';

CREATE TABLE platform_month ( -- what the platforms did in a month, typed by hand
    month           TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    pushes          INTEGER NOT NULL CHECK (pushes >= 0),
    articles        INTEGER NOT NULL CHECK (articles >= 0),
    website_updates INTEGER NOT NULL CHECK (website_updates >= 0),
    followers       INTEGER NOT NULL CHECK (followers >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER instruction_is_never_deleted BEFORE DELETE ON instruction
BEGIN SELECT RAISE (ABORT, 'instructions are voided, never deleted'); END;

CREATE TRIGGER commission_is_never_deleted BEFORE DELETE ON commission
BEGIN SELECT RAISE (ABORT, 'commissions are voided, never deleted'); END;

CREATE TRIGGER deduction_is_never_deleted BEFORE DELETE ON deduction
BEGIN SELECT RAISE (ABORT, 'deductions are voided, never deleted'); END;

CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE (ABORT, 'corrections are voided, never deleted'); END;
