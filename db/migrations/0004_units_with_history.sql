-- Units with history: the names they bore, and what became of them (merged, split, abolished, new).
--
-- A document prints the name of its month, so a renamed unit keeps its id. The present name stays in unit.name;
-- a unit that was never renamed has no rows in unit_name.

CREATE TABLE unit_name (
    unit       TEXT NOT NULL REFERENCES unit (id),
    name       TEXT NOT NULL CHECK (length(trim(name)) > 0),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_change (
    id        INTEGER PRIMARY KEY,
    month     TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    kind      TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'abolish', 'create')),
    unit      TEXT NOT NULL REFERENCES unit (id),
    successor TEXT REFERENCES unit (id), -- who takes over; one row for each
    CHECK ((successor IS NOT NULL) = (kind IN ('merge', 'split'))),
    CHECK (successor <> unit)
) STRICT;

CREATE UNIQUE INDEX unit_change_once ON unit_change (unit, kind, coalesce(successor, ''));

-- In a closed month nobody begins or ends: what became of units then stays as it was printed.

CREATE TRIGGER closed_month_takes_no_unit_change BEFORE INSERT ON unit_change
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_unit_change BEFORE UPDATE ON unit_change
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_unit_changes BEFORE DELETE ON unit_change
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_units BEFORE UPDATE OF active_from, active_to ON unit
WHEN OLD.active_from <> NEW.active_from AND min(OLD.active_from, NEW.active_from) <= (SELECT max(month) FROM month)
  OR OLD.active_to IS NOT NEW.active_to
 AND min(coalesce(OLD.active_to, '9999-12'), coalesce(NEW.active_to, '9999-12')) < (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

-- Old names are aliases that say so; until now the program knew the reform's by heart.
ALTER TABLE unit_alias ADD COLUMN old INTEGER NOT NULL DEFAULT 0 CHECK (old IN (0, 1));
UPDATE unit_alias SET old = 1 WHERE alias IN (
    '农业局', '市农业局', '农委', '国土局', '国土资源局', '规划局', '环保局', '卫计局', '卫计委', '卫生局', '安监局', '工商局',
    '质监局', '食药监局', '经信局', '经信委', '文广新局', '文体广新局', '旅游局', '民宗局', '粮食局', '物价局', '房产局',
    '国税局', '地税局', '扶贫办', '法制办', '综治办', '政务中心', '人力资源局', '人事局'
);
