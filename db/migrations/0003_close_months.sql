-- A closed month never moves: its figures and its bulletin are frozen, and nothing that they count can change.
--
-- A month is closed from the row that closes it back to the beginning, as months close in order. Its drafts may
-- still be voided or withdrawn and its adoptions retracted: the loss is booked in an open month.

ALTER TABLE month ADD COLUMN closed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE month ADD COLUMN frozen TEXT; -- JSON: the bulletin, its checks, its drafts; NULL before this release
ALTER TABLE month ADD COLUMN sha256 TEXT CHECK ((sha256 IS NULL) = (frozen IS NULL) AND length(sha256) = 64);

CREATE TRIGGER month_is_never_changed BEFORE UPDATE ON month
BEGIN SELECT RAISE (ABORT, 'a closed month is never changed'); END;

CREATE TRIGGER month_is_never_deleted BEFORE DELETE ON month
BEGIN SELECT RAISE (ABORT, 'a closed month is never opened'); END;

CREATE TRIGGER months_close_in_order BEFORE INSERT ON month
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'months are closed in order, once'); END;

DROP TRIGGER closed_month_books_nothing;

CREATE TRIGGER closed_month_books_nothing BEFORE INSERT ON ledger
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

-- Drafts: what counts stays; the status may still change, but a draft is not made to have never been received.

CREATE TRIGGER closed_month_takes_no_draft BEFORE INSERT ON draft
WHEN NEW.quota_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_drafts
BEFORE UPDATE OF lead, quota_month, received_on, category, form, source, makeup, approval_on_file ON draft
WHEN min(OLD.quota_month, NEW.quota_month) <= (SELECT max(month) FROM month)
 AND (OLD.lead, OLD.quota_month, OLD.received_on, OLD.category, OLD.form, OLD.source, OLD.makeup, OLD.approval_on_file)
     IS NOT
     (NEW.lead, NEW.quota_month, NEW.received_on, NEW.category, NEW.form, NEW.source, NEW.makeup, NEW.approval_on_file)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_received_its_drafts BEFORE UPDATE OF status, void_month ON draft
WHEN OLD.quota_month <= (SELECT max(month) FROM month) AND OLD.status <> 'void'
 AND NEW.status = 'void' AND NEW.void_month IS NULL
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_losses BEFORE UPDATE OF void_month ON draft
WHEN OLD.void_month IS NOT NEW.void_month
 AND (OLD.void_month <= (SELECT max(month) FROM month) OR NEW.void_month <= (SELECT max(month) FROM month))
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_adds_no_partner BEFORE INSERT ON draft_partner
WHEN (SELECT quota_month FROM draft WHERE id = NEW.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_partner BEFORE UPDATE ON draft_partner
WHEN (SELECT min(quota_month) FROM draft WHERE id IN (OLD.draft, NEW.draft)) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_partner BEFORE DELETE ON draft_partner
WHEN (SELECT quota_month FROM draft WHERE id = OLD.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_adds_no_author BEFORE INSERT ON draft_author
WHEN (SELECT quota_month FROM draft WHERE id = NEW.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_author BEFORE UPDATE ON draft_author
WHEN (SELECT min(quota_month) FROM draft WHERE id IN (OLD.draft, NEW.draft)) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_author BEFORE DELETE ON draft_author
WHEN (SELECT quota_month FROM draft WHERE id = OLD.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

-- Adoptions booked in a closed month stay as they are; being taken down is booked in an open one.

CREATE TRIGGER closed_month_books_no_adoption BEFORE INSERT ON adoption
WHEN NEW.booked_month <= (SELECT max(month) FROM month) OR NEW.retracted <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_adoptions
BEFORE UPDATE OF draft, outlet, mode, position, adopted_on, registered_on, verified, booked_month, voided ON adoption
WHEN (OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month))
 AND (OLD.draft, OLD.outlet, OLD.mode, OLD.position, OLD.adopted_on, OLD.registered_on, OLD.verified, OLD.booked_month,
      OLD.voided)
     IS NOT
     (NEW.draft, NEW.outlet, NEW.mode, NEW.position, NEW.adopted_on, NEW.registered_on, NEW.verified, NEW.booked_month,
      NEW.voided)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_retractions BEFORE UPDATE OF retracted, retracted_on ON adoption
WHEN (OLD.retracted, OLD.retracted_on) IS NOT (NEW.retracted, NEW.retracted_on)
 AND (OLD.retracted <= (SELECT max(month) FROM month) OR NEW.retracted <= (SELECT max(month) FROM month))
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

-- What else was booked in a closed month.

CREATE TRIGGER closed_month_books_no_instruction BEFORE INSERT ON instruction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_instructions BEFORE UPDATE ON instruction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_commission BEFORE INSERT ON commission
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_commissions BEFORE UPDATE ON commission
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_deduction BEFORE INSERT ON deduction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_deductions BEFORE UPDATE ON deduction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_correction BEFORE INSERT ON correction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_corrections BEFORE UPDATE ON correction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

-- What is typed for a month by hand.

CREATE TRIGGER closed_month_exempts_nobody BEFORE INSERT ON exemption
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_exemption BEFORE UPDATE ON exemption
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_ends_no_exemption BEFORE DELETE ON exemption
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_text BEFORE INSERT ON bulletin_text
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_text BEFORE UPDATE ON bulletin_text
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_text BEFORE DELETE ON bulletin_text
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_platform_figures BEFORE INSERT ON platform_month
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_platform_figures BEFORE UPDATE ON platform_month
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_platform_figures BEFORE DELETE ON platform_month
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
