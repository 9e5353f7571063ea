-- Which sheets (核对单) of units went out: until now nobody could say who was sent what, and what changed since.
--
-- Each keeps the mark of what stood on it. A delivery is struck out, with the reason, and never otherwise changed.

CREATE TABLE sheet_delivery ( -- 核对单发出
    id          INTEGER PRIMARY KEY,
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    sent_on     TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    channel     TEXT NOT NULL CHECK (channel IN ('group', 'phone', 'paper', 'sms', 'visit')),
    sent_by     TEXT NOT NULL CHECK (length(trim(sent_by)) > 0),
    due_on      TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- for objections
    recorded_at TEXT NOT NULL,
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX sheet_delivery_month ON sheet_delivery (month);

CREATE TABLE sheet_delivery_unit (
    delivery INTEGER NOT NULL REFERENCES sheet_delivery (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    cents    INTEGER NOT NULL, -- the month's points on the sheet
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64), -- of what stood on it
    PRIMARY KEY (delivery, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX sheet_delivery_unit_unit ON sheet_delivery_unit (unit);

CREATE TRIGGER sheet_delivery_is_never_deleted BEFORE DELETE ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not deleted'); END;

CREATE TRIGGER sheet_delivery_is_only_struck_out
BEFORE UPDATE OF month, sent_on, channel, sent_by, due_on, recorded_at ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not changed'); END;

CREATE TRIGGER sheet_delivery_unit_is_never_deleted BEFORE DELETE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;

CREATE TRIGGER sheet_delivery_unit_is_never_changed BEFORE UPDATE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;
