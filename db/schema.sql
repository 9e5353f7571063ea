CREATE TABLE adoption (
    id            INTEGER PRIMARY KEY,
    draft         INTEGER NOT NULL REFERENCES draft (id),
    outlet        TEXT NOT NULL REFERENCES outlet (id),
    mode          TEXT NOT NULL CHECK (mode IN ('sole', 'combined', 'excerpt', 'mention')),
    position      TEXT NOT NULL CHECK (position IN ('normal', 'headline')),
    adopted_on    TEXT NOT NULL CHECK (adopted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    registered_on TEXT NOT NULL CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    place         TEXT NOT NULL DEFAULT '',
    evidence      TEXT NOT NULL DEFAULT '',
    verified      INTEGER NOT NULL CHECK (verified IN (0, 1)),
    booked_month  TEXT, -- set when verified; the month whose points and 篇次 it belongs to
    retracted_on  TEXT,
    retracted     TEXT, -- the month that books the loss
    voided        TEXT NOT NULL DEFAULT '', -- why it was struck out as wrongly registered
    CHECK (verified = 0 OR booked_month IS NOT NULL)
) STRICT;

CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    who      TEXT NOT NULL,
    act      TEXT NOT NULL,
    subject  TEXT NOT NULL,
    before   TEXT NOT NULL, -- JSON
    after    TEXT NOT NULL, -- JSON
    previous TEXT NOT NULL, -- the hash of the record before
    hash     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE batch (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    original    BLOB NOT NULL, -- the sheet as the unit sent it
    imported_at TEXT NOT NULL,
    read        INTEGER NOT NULL,
    imported    INTEGER NOT NULL,
    skipped     INTEGER NOT NULL,
    undecided   INTEGER NOT NULL,
    undone_at   TEXT,
    CHECK (read = imported + skipped + undecided)
) STRICT;

CREATE TABLE bulletin_text ( -- what the clerk made of the generated sentences
    month    TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    code     TEXT NOT NULL,
    text     TEXT, -- NULL: as generated
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    PRIMARY KEY (month, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    id                 INTEGER PRIMARY KEY,
    number             TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]-[0-9]*'),
    title              TEXT NOT NULL CHECK (length(trim(title)) > 0),
    title_key          TEXT NOT NULL, -- without spaces, punctuation and 单位：
    title_pinyin       TEXT NOT NULL,
    category           TEXT NOT NULL CHECK (category IN ('news', 'essay', 'experience', 'research')),
    form               TEXT NOT NULL
        CHECK (form IN ('text', 'photo', 'brief', 'short_video', 'feature_video')),
    source             TEXT NOT NULL CHECK (source IN ('original', 'commissioned', 'reprint')),
    status             TEXT NOT NULL
        CHECK (status IN ('received', 'returned', 'rejected', 'accepted', 'in_review', 'approved',
                          'dispatched', 'archived', 'withdrawn', 'void')),
    status_reason      TEXT NOT NULL DEFAULT '',
    status_on          TEXT NOT NULL, -- the day the status was reached
    lead               TEXT NOT NULL REFERENCES unit (id),
    received_on        TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    quota_month        TEXT NOT NULL CHECK (quota_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    makeup             INTEGER NOT NULL CHECK (makeup IN (0, 1)),
    word_count         INTEGER CHECK (word_count >= 0),
    body               TEXT NOT NULL DEFAULT '',
    approval_on_file   INTEGER NOT NULL CHECK (approval_on_file IN (0, 1)),
    authors_incomplete INTEGER NOT NULL CHECK (authors_incomplete IN (0, 1)),
    void_month         TEXT, -- the month that books the loss of a void draft
    note               TEXT NOT NULL DEFAULT '',
    batch              INTEGER REFERENCES batch (id),
    registered_at      TEXT NOT NULL
) STRICT;

CREATE TABLE draft_author (
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL,
    person   INTEGER NOT NULL REFERENCES person (id),
    role     TEXT NOT NULL CHECK (role IN ('author', 'reporter', 'media_editor')),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, person)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE draft_grams USING fts5 (grams, content = '', detail = none, columnsize = 0, tokenize = 'unicode61');

CREATE TABLE draft_partner ( -- the units of a joint draft after the lead
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL CHECK (position > 0),
    unit     TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_words (
    draft INTEGER PRIMARY KEY REFERENCES draft (id),
    words TEXT NOT NULL
) STRICT;

CREATE TABLE exemption (
    unit     TEXT NOT NULL REFERENCES unit (id),
    month    TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    reason   TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    approver TEXT NOT NULL CHECK (length(trim(approver)) > 0),
    PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    id           INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL
        CHECK (kind IN ('adoption', 'upgrade', 'reversal', 'instruction', 'commission', 'quota_base',
                        'quota_short', 'deduction', 'correction', 'carry')),
    booked_month TEXT NOT NULL CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    cents        INTEGER NOT NULL,
    rule_set     TEXT NOT NULL REFERENCES rule_set (id),
    clause       TEXT NOT NULL,
    arithmetic   TEXT NOT NULL,
    unit         TEXT REFERENCES unit (id),
    person       INTEGER REFERENCES person (id),
    draft        INTEGER REFERENCES draft (id),
    adoption     INTEGER REFERENCES adoption (id),
    reverses     INTEGER UNIQUE REFERENCES ledger (id),
    booked_at    TEXT NOT NULL,
    CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;

CREATE TABLE month (
    month     TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    closed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outlet (
    id       TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20),
    name     TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    level    TEXT NOT NULL CHECK (level IN ('county', 'prefecture', 'province', 'national')),
    kind     TEXT NOT NULL,
    own      INTEGER NOT NULL CHECK (own IN (0, 1)),
    weight   INTEGER NOT NULL CHECK (weight >= 0), -- hundredths: 100 is 1
    position INTEGER NOT NULL,
    pinyin   TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outlet_alias (
    outlet TEXT NOT NULL REFERENCES outlet (id),
    alias  TEXT NOT NULL,
    PRIMARY KEY (outlet, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (length(trim(name)) > 0),
    unit     TEXT NOT NULL REFERENCES unit (id),
    pinyin   TEXT NOT NULL,
    initials TEXT NOT NULL,
    UNIQUE (name, unit)
) STRICT;

CREATE TABLE rule_set (
    id             TEXT PRIMARY KEY,
    effective_from TEXT NOT NULL UNIQUE,
    toml           TEXT NOT NULL -- the office's own file, read whole and checked before it is stored
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    id          TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 20),
    name        TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    "group"     TEXT NOT NULL CHECK ("group" IN ('town', 'bureau', 'office')),
    position    INTEGER NOT NULL,
    active_from TEXT NOT NULL CHECK (active_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    active_to   TEXT CHECK (active_to GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    pinyin      TEXT NOT NULL,
    initials    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_alias (
    unit  TEXT NOT NULL REFERENCES unit (id),
    alias TEXT NOT NULL,
    PRIMARY KEY (unit, alias)
) STRICT, WITHOUT ROWID;

CREATE INDEX adoption_adopted ON adoption (adopted_on);

CREATE INDEX adoption_booked ON adoption (booked_month, draft) WHERE verified = 1 AND voided = '';

CREATE INDEX adoption_draft ON adoption (draft);

CREATE INDEX audit_subject ON audit (subject, id);

CREATE INDEX draft_batch ON draft (batch) WHERE batch IS NOT NULL;

CREATE INDEX draft_lead ON draft (lead, received_on);

CREATE INDEX draft_month_number ON draft (quota_month, number);

CREATE INDEX draft_month_received ON draft (quota_month, received_on, id);

CREATE INDEX draft_month_unit ON draft (quota_month, lead, status, source, approval_on_file, makeup, category);

CREATE INDEX draft_pinyin ON draft (title_pinyin, id);

CREATE INDEX draft_received ON draft (received_on, id);

CREATE INDEX draft_title_key ON draft (title_key);

CREATE INDEX ledger_adoption ON ledger (adoption);

CREATE INDEX ledger_draft ON ledger (draft);

CREATE INDEX ledger_month ON ledger (booked_month, unit, kind, cents);

CREATE TRIGGER adoption_is_never_deleted BEFORE DELETE ON adoption
BEGIN SELECT RAISE (ABORT, 'adoptions are voided, never deleted'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never changed'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never cut'); END;

CREATE TRIGGER closed_month_books_nothing BEFORE INSERT ON ledger
WHEN EXISTS (SELECT 1 FROM month WHERE month.month = NEW.booked_month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN SELECT RAISE (ABORT, 'drafts are voided, never deleted'); END;

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never changed'); END;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never deleted'); END;
