-- Awards of the year (评优, §6.6): the figures propose, names are confirmed by hand, and whoever decides otherwise
-- says why. Until now that was said on paper only.
--
-- A decision is withdrawn, never changed nor deleted, and no more once the notice of its year is out.

CREATE TABLE award_decision ( -- 评优名单的确认和另定
    id          INTEGER PRIMARY KEY,
    year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2100),
    award       TEXT NOT NULL
                CHECK (award IN ('town', 'bureau', 'office', 'person', 'news', 'essay', 'experience', 'research')),
    unit        TEXT REFERENCES unit (id),
    person      INTEGER REFERENCES person (id),
    draft       INTEGER REFERENCES draft (id),
    grade       TEXT NOT NULL, -- as the rules call it; '' for no place
    reason      TEXT NOT NULL, -- '' where it confirms what the figures propose
    decided_on  TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    decided_by  TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    voided      TEXT NOT NULL DEFAULT '',
    CHECK ((unit IS NOT NULL) = (award IN ('town', 'bureau', 'office'))),
    CHECK ((person IS NOT NULL) = (award = 'person')),
    CHECK ((draft IS NOT NULL) = (award IN ('news', 'essay', 'experience', 'research'))),
    CHECK (grade <> '' OR length(trim(reason)) > 0) -- nobody is passed over without a word
) STRICT;

CREATE UNIQUE INDEX award_decision_standing -- one word on each name
    ON award_decision (year, award, coalesce(unit, person, draft)) WHERE voided = '';

CREATE INDEX award_decision_unit ON award_decision (unit);
CREATE INDEX award_decision_person ON award_decision (person);
CREATE INDEX award_decision_draft ON award_decision (draft);

CREATE TRIGGER award_decision_is_never_deleted BEFORE DELETE ON award_decision
BEGIN SELECT RAISE (ABORT, 'a decision is withdrawn, not deleted'); END;

CREATE TRIGGER award_decision_is_only_withdrawn
BEFORE UPDATE OF year, award, unit, person, draft, grade, reason, decided_on, decided_by, recorded_at ON award_decision
BEGIN SELECT RAISE (ABORT, 'a decision is withdrawn, not changed'); END;

CREATE TRIGGER issued_year_takes_no_decision BEFORE INSERT ON award_decision
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = printf('%04d', NEW.year))
BEGIN SELECT RAISE (ABORT, 'the notice of the year is out'); END;

CREATE TRIGGER issued_year_keeps_its_decisions BEFORE UPDATE ON award_decision
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = printf('%04d', OLD.year))
BEGIN SELECT RAISE (ABORT, 'the notice of the year is out'); END;
