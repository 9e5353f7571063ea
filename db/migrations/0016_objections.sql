-- What units object to, and how it was ruled: until now it was said on the telephone and forgotten.
--
-- An objection may be about a month that is closed or issued, so nothing here is bound to open months: only the
-- correction that a ruling leads to is. What was said and ruled stays as it was; a later ruling takes the place of an
-- earlier one, which is kept.

CREATE TABLE objection ( -- 异议
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    raised_by   TEXT NOT NULL CHECK (length(trim(raised_by)) > 0),
    channel     TEXT NOT NULL CHECK (channel IN ('group', 'phone', 'paper', 'sms', 'visit')),
    text        TEXT NOT NULL CHECK (length(trim(text)) > 0),
    draft       INTEGER REFERENCES draft (id),
    kind        TEXT CHECK (kind IN ('adoption', 'upgrade', 'reversal', 'instruction', 'commission', 'quota_base',
                        'quota_short', 'deduction', 'correction', 'carry')), -- of the points it is about
    deduction   INTEGER REFERENCES deduction (id),
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX objection_month ON objection (month);
CREATE INDEX objection_unit ON objection (unit);

CREATE TABLE objection_ruling ( -- 裁定
    id        INTEGER PRIMARY KEY,
    objection INTEGER NOT NULL REFERENCES objection (id),
    finding   TEXT NOT NULL CHECK (finding IN ('upheld', 'partly', 'dismissed', 'withdrawn')),
    remedy    TEXT CHECK (remedy IN ('change', 'correction', 'nothing')),
    ruled_by  TEXT NOT NULL CHECK (length(trim(ruled_by)) > 0),
    ruled_on  TEXT NOT NULL CHECK (ruled_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason    TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    voided    TEXT NOT NULL DEFAULT '',
    CHECK ((finding IN ('upheld', 'partly')) = (remedy IS NOT NULL))
) STRICT;

CREATE INDEX objection_ruling_objection ON objection_ruling (objection);

CREATE TABLE objection_correction ( -- the correction that a ruling led to
    correction INTEGER PRIMARY KEY REFERENCES correction (id),
    objection  INTEGER NOT NULL REFERENCES objection (id)
) STRICT;

CREATE INDEX objection_correction_objection ON objection_correction (objection);

CREATE TRIGGER objection_is_never_deleted BEFORE DELETE ON objection
BEGIN SELECT RAISE (ABORT, 'objections are voided, never deleted'); END;

CREATE TRIGGER objection_stays_as_told
BEFORE UPDATE OF unit, month, received_on, raised_by, channel, text, draft, kind, deduction ON objection
BEGIN SELECT RAISE (ABORT, 'what a unit objected stays as told'); END;

CREATE TRIGGER objection_ruling_is_never_deleted BEFORE DELETE ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'rulings are voided, never deleted'); END;

CREATE TRIGGER objection_ruling_stays_as_given
BEFORE UPDATE OF objection, finding, remedy, ruled_by, ruled_on, reason ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'a ruling stays as given'); END;

CREATE TRIGGER objection_correction_is_never_deleted BEFORE DELETE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;

CREATE TRIGGER objection_correction_is_never_changed BEFORE UPDATE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;
