-- Reminders that went out: until now the text was copied and the sheet printed, and nobody could say when and to whom.
--
-- A reminder is struck out, with the reason, and never otherwise changed; what each unit owed then stays with it.

CREATE TABLE reminder (
    id          INTEGER PRIMARY KEY,
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    stage       TEXT NOT NULL CHECK (stage IN ('remind', 'urge', 'overdue', 'final')),
    sent_on     TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    channel     TEXT NOT NULL CHECK (channel IN ('group', 'phone', 'paper', 'sms', 'visit')),
    sent_by     TEXT NOT NULL CHECK (length(trim(sent_by)) > 0),
    remark      TEXT NOT NULL DEFAULT '',
    recorded_at TEXT NOT NULL,
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE reminder_unit (
    reminder INTEGER NOT NULL REFERENCES reminder (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    position INTEGER NOT NULL, -- 0 is the unit named first
    quota    INTEGER NOT NULL CHECK (quota > 0),
    counted  INTEGER NOT NULL CHECK (counted >= 0 AND counted < quota),
    PRIMARY KEY (reminder, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_month ON reminder (month);
CREATE INDEX reminder_unit_unit ON reminder_unit (unit);

CREATE TRIGGER reminder_is_never_deleted BEFORE DELETE ON reminder
BEGIN SELECT RAISE (ABORT, 'a reminder is struck out, not deleted'); END;

CREATE TRIGGER reminder_is_only_struck_out BEFORE UPDATE ON reminder
WHEN (OLD.month, OLD.stage, OLD.sent_on, OLD.channel, OLD.sent_by, OLD.remark, OLD.recorded_at)
  IS NOT (NEW.month, NEW.stage, NEW.sent_on, NEW.channel, NEW.sent_by, NEW.remark, NEW.recorded_at)
BEGIN SELECT RAISE (ABORT, 'a reminder is struck out, not changed'); END;

CREATE TRIGGER reminder_unit_is_never_deleted BEFORE DELETE ON reminder_unit
BEGIN SELECT RAISE (ABORT, 'who was reminded stays on record'); END;

CREATE TRIGGER reminder_unit_is_never_changed BEFORE UPDATE ON reminder_unit
BEGIN SELECT RAISE (ABORT, 'who was reminded stays on record'); END;
