-- 这分怎么来的 says who booked an entry and when. The time alone does not: of two acts in one second either may
-- have booked it. Every entry names its act's record from now on; those booked before get the first record that
-- can be theirs: one of the same draft, or of the file it came in, not before the entry; else the next one at all.
ALTER TABLE ledger ADD COLUMN act INTEGER REFERENCES audit (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX audit_at ON audit (at, id);

DROP TRIGGER ledger_is_never_changed;

UPDATE ledger SET act = (SELECT id FROM audit WHERE at >= ledger.booked_at ORDER BY at, id LIMIT 1);

UPDATE ledger SET act = coalesce((
    SELECT audit.id FROM audit JOIN draft ON draft.id = ledger.draft
     WHERE audit.at = ledger.booked_at AND audit.subject IN (draft.number, 'batch ' || draft.batch)
     ORDER BY audit.id LIMIT 1), act)
 WHERE draft IS NOT NULL;

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never changed'); END;

DROP INDEX audit_at; -- nothing asks by the time any more
