-- Approval forms: their numbers, drafts and own facts, every signature and print, the files that belong to them.
--
-- Signatures are given on paper and recorded here: never rewritten, withdrawn with a reason. Whether one still counts
-- follows from the hash of what was signed, so nothing has to be cleared when a text changes.

CREATE TABLE unit_code ( -- what stands for a unit in the numbers of its forms
    unit TEXT PRIMARY KEY REFERENCES unit (id),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 8 AND code NOT GLOB '*[^A-Z0-9]*')
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('A', 'B', 'C')),
    number    TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    scope     TEXT NOT NULL, -- the pattern with all but the running number filled in
    seq       INTEGER NOT NULL CHECK (seq > 0),
    month     TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'), -- the month its number is from
    opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    facts     TEXT NOT NULL CHECK (json_valid(facts)), -- what its kind asks beside the draft
    binder    TEXT NOT NULL DEFAULT '', -- where the signed paper is kept
    released  TEXT CHECK (released IS NULL OR json_valid(released)), -- when and through what it went out
    voided    TEXT NOT NULL DEFAULT '', -- why; the number is never given again
    UNIQUE (scope, seq)
) STRICT;

CREATE INDEX approval_month ON approval (month);

CREATE TABLE approval_draft ( -- one draft, or the articles of a push
    approval       INTEGER NOT NULL REFERENCES approval (id),
    position       INTEGER NOT NULL CHECK (position BETWEEN 0 AND 7),
    draft          INTEGER NOT NULL REFERENCES draft (id),
    push_column    TEXT NOT NULL DEFAULT '',
    photos         INTEGER NOT NULL DEFAULT 0 CHECK (photos >= 0),
    videos         INTEGER NOT NULL DEFAULT 0 CHECK (videos >= 0),
    reprinted_from TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (approval, position),
    UNIQUE (approval, draft)
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_draft_draft ON approval_draft (draft);

CREATE TABLE approval_signature (
    id          INTEGER PRIMARY KEY,
    approval    INTEGER NOT NULL REFERENCES approval (id),
    step        TEXT NOT NULL CHECK (step IN ('info_officer', 'secrecy_check', 'supervising_leader', 'unit_head',
                    'reception', 'office_head', 'research_office', 'department_head', 'first_review', 'second_review',
                    'final_review')),
    signer      TEXT NOT NULL CHECK (length(trim(signer)) > 0),
    ruling      TEXT NOT NULL CHECK (ruling IN ('passed', 'returned', 'rejected', 'kept')),
    opinion     TEXT NOT NULL DEFAULT '',
    signed_on   TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    same_person TEXT NOT NULL DEFAULT '', -- why one person signed two steps of a push
    content     TEXT NOT NULL CHECK (length(content) = 64), -- SHA-256 of what was signed
    recorded_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    withdrawn   TEXT NOT NULL DEFAULT '', -- why; empty while it stands
    CHECK (ruling = 'passed' OR length(trim(opinion)) > 0)
) STRICT;

CREATE INDEX approval_signature_approval ON approval_signature (approval);
CREATE INDEX approval_signature_step ON approval_signature (step);

CREATE TABLE approval_print (
    id         INTEGER PRIMARY KEY,
    approval   INTEGER NOT NULL REFERENCES approval (id),
    printed_on TEXT NOT NULL CHECK (printed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    copies     INTEGER NOT NULL CHECK (copies > 0),
    content    TEXT NOT NULL CHECK (length(content) = 64)
) STRICT;

CREATE INDEX approval_print_approval ON approval_print (approval);

CREATE TABLE attachment ( -- files beside the data file, each under its hash
    id       INTEGER PRIMARY KEY,
    approval INTEGER NOT NULL REFERENCES approval (id),
    role     TEXT NOT NULL CHECK (role IN ('signed', 'picture')),
    name     TEXT NOT NULL CHECK (length(trim(name)) > 0),
    kind     TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf')),
    size     INTEGER NOT NULL CHECK (size > 0),
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    added_on TEXT NOT NULL CHECK (added_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX attachment_approval ON attachment (approval);

CREATE TRIGGER approval_is_never_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE (ABORT, 'approval forms are voided, never deleted'); END;

CREATE TRIGGER approval_keeps_its_number BEFORE UPDATE OF kind, number, scope, seq, month, opened_on ON approval
BEGIN SELECT RAISE (ABORT, 'a number once given stays'); END;

CREATE TRIGGER signature_is_never_rewritten
BEFORE UPDATE OF id, approval, step, signer, ruling, opinion, signed_on, same_person, content, recorded_by, recorded_at
ON approval_signature
BEGIN SELECT RAISE (ABORT, 'signatures are withdrawn, never rewritten'); END;

CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON approval_signature
BEGIN SELECT RAISE (ABORT, 'signatures are withdrawn, never deleted'); END;

CREATE TRIGGER print_is_never_rewritten BEFORE UPDATE ON approval_print
BEGIN SELECT RAISE (ABORT, 'what was printed was printed'); END;

CREATE TRIGGER print_is_never_deleted BEFORE DELETE ON approval_print
BEGIN SELECT RAISE (ABORT, 'what was printed was printed'); END;

CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE (ABORT, 'attachments are voided, never deleted'); END;
