-- A version of the rules that was taken in by mistake can be withdrawn, as long as no month was closed under it.
--
-- Entries of open months may name it already, and the ledger forgets nothing; so it stays, with the reason, and
-- another version may begin in its month. Rules that a closed month was worked out by are as fixed as the month.

CREATE TABLE rule_set_new (
    id             TEXT PRIMARY KEY,
    effective_from TEXT NOT NULL CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    toml           TEXT NOT NULL, -- the office's own file, read whole and checked before it is stored
    withdrawn      TEXT NOT NULL DEFAULT '' -- why; it holds no more then
) STRICT, WITHOUT ROWID;

INSERT INTO rule_set_new (id, effective_from, toml) SELECT id, effective_from, toml FROM rule_set;
DROP TABLE rule_set;
ALTER TABLE rule_set_new RENAME TO rule_set;

CREATE UNIQUE INDEX rule_set_standing ON rule_set (effective_from) WHERE withdrawn = '';

CREATE TRIGGER rule_set_is_never_deleted BEFORE DELETE ON rule_set
BEGIN SELECT RAISE (ABORT, 'rules are withdrawn, never deleted'); END;

CREATE TRIGGER closed_month_takes_no_rules BEFORE INSERT ON rule_set
WHEN NEW.effective_from <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'no rules begin in a closed month'); END;

CREATE TRIGGER closed_month_keeps_its_rules BEFORE UPDATE ON rule_set
WHEN min(OLD.effective_from, NEW.effective_from) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the rules of a closed month stay'); END;
