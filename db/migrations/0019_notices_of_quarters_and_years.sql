-- The notices of quarters (季讲评) and years (年终通报): until now only months had theirs.
--
-- What the office types, rewrites and switches off stays open until the notice goes out. Then the whole of it is
-- kept, as JSON with its SHA-256, beside its number and day; its months stay closed.

CREATE TABLE period_text ( -- what the clerk made of the generated sentences
    period   TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
    code     TEXT NOT NULL,
    text     TEXT,
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    PRIMARY KEY (period, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE period_entry ( -- what no ledger knows: numbers and texts typed for the notice
    period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
    field  TEXT NOT NULL CHECK (length(field) > 0),
    typed  TEXT NOT NULL CHECK (length(trim(typed)) > 0),
    PRIMARY KEY (period, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE period_issue ( -- 印发
    period    TEXT PRIMARY KEY
              CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
    last      TEXT NOT NULL CHECK (last =
              CASE length(period) WHEN 4 THEN period || '-12'
              ELSE printf('%s-%02d', substr(period, 1, 4), 3 * CAST(substr(period, 7) AS INTEGER)) END),
    number    TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    frozen    TEXT NOT NULL, -- JSON: the notice, its checks and what stands behind its figures
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE TRIGGER period_is_issued_once BEFORE INSERT ON period_issue
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period OR number = NEW.number)
  OR EXISTS (SELECT 1 FROM issue WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a notice goes out once, under a number of its own'); END;

CREATE TRIGGER open_period_is_never_issued BEFORE INSERT ON period_issue
WHEN NEW.last > coalesce((SELECT max(month) FROM month), '')
BEGIN SELECT RAISE (ABORT, 'a month of it is still open'); END;

CREATE TRIGGER period_issue_is_never_changed BEFORE UPDATE ON period_issue
BEGIN SELECT RAISE (ABORT, 'a notice goes out once'); END;

CREATE TRIGGER period_issue_is_never_deleted BEFORE DELETE ON period_issue
BEGIN SELECT RAISE (ABORT, 'a notice goes out once'); END;

CREATE TRIGGER month_number_is_no_notices BEFORE INSERT ON issue
WHEN EXISTS (SELECT 1 FROM period_issue WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a month is issued once, under a number of its own'); END;

CREATE TRIGGER month_of_an_issued_period_stays_closed BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM period_issue WHERE OLD.month <= last)
BEGIN SELECT RAISE (ABORT, 'the notice of its quarter or year is out'); END;

CREATE TRIGGER issued_period_takes_no_text BEFORE INSERT ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_changes_no_text BEFORE UPDATE ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period IN (OLD.period, NEW.period))
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_drops_no_text BEFORE DELETE ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = OLD.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_takes_no_entry BEFORE INSERT ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_changes_no_entry BEFORE UPDATE ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period IN (OLD.period, NEW.period))
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_drops_no_entry BEFORE DELETE ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = OLD.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;
