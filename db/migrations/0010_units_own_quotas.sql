-- Units with a quota of their own: until now every unit of a group owed what the rule set says of its group.
--
-- From a month on, for a reason; NULL is the group's quota again. A closed month keeps what it asked for.

CREATE TABLE unit_quota (
    unit       TEXT NOT NULL REFERENCES unit (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    quota      INTEGER CHECK (quota BETWEEN 0 AND 99),
    reason     TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER closed_month_is_charged_nothing BEFORE INSERT ON unit_quota
WHEN NEW.from_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_quotas BEFORE DELETE ON unit_quota
WHEN OLD.from_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_quota BEFORE UPDATE ON unit_quota
WHEN min(OLD.from_month, NEW.from_month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
