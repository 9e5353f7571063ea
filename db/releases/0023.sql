PRAGMA application_id = 1246976583;
PRAGMA user_version = 23;
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
    alias TEXT NOT NULL, old INTEGER NOT NULL DEFAULT 0 CHECK (old IN (0, 1)),
    PRIMARY KEY (unit, alias)
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
CREATE TABLE month (
    month     TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    closed_at TEXT NOT NULL
, closed_by TEXT NOT NULL DEFAULT '', frozen TEXT, sha256 TEXT CHECK ((sha256 IS NULL) = (frozen IS NULL) AND length(sha256) = 64)) STRICT, WITHOUT ROWID;
CREATE TABLE exemption (
    unit     TEXT NOT NULL REFERENCES unit (id),
    month    TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    reason   TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    approver TEXT NOT NULL CHECK (length(trim(approver)) > 0),
    PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;
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
, attachments TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX draft_month_number ON draft (quota_month, number);
CREATE INDEX draft_month_received ON draft (quota_month, received_on, id);
CREATE INDEX draft_month_unit ON draft (quota_month, lead, status, source, approval_on_file, makeup, category);
CREATE INDEX draft_received ON draft (received_on, id);
CREATE INDEX draft_pinyin ON draft (title_pinyin, id);
CREATE INDEX draft_lead ON draft (lead, received_on);
CREATE INDEX draft_title_key ON draft (title_key);
CREATE INDEX draft_batch ON draft (batch) WHERE batch IS NOT NULL;
CREATE TABLE draft_partner ( -- the units of a joint draft after the lead
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL CHECK (position > 0),
    unit     TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_author (
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL,
    person   INTEGER NOT NULL REFERENCES person (id),
    role     TEXT NOT NULL CHECK (role IN ('author', 'reporter', 'media_editor')), share INTEGER CHECK (share BETWEEN 1 AND 100),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_words (
    draft INTEGER PRIMARY KEY REFERENCES draft (id),
    words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE draft_grams USING fts5 (grams, content = '', detail = none, columnsize = 0, tokenize = 'unicode61');
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
CREATE INDEX adoption_draft ON adoption (draft);
CREATE INDEX adoption_booked ON adoption (booked_month, draft) WHERE verified = 1 AND voided = '';
CREATE INDEX adoption_adopted ON adoption (adopted_on);
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
CREATE INDEX audit_subject ON audit (subject, id);
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
    booked_at    TEXT NOT NULL, instruction INTEGER REFERENCES instruction (id), commission INTEGER REFERENCES commission (id), deduction INTEGER REFERENCES deduction (id), correction INTEGER REFERENCES correction (id), act INTEGER REFERENCES audit (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;
CREATE INDEX ledger_month ON ledger (booked_month, unit, kind, cents);
CREATE INDEX ledger_draft ON ledger (draft);
CREATE INDEX ledger_adoption ON ledger (adoption);
CREATE TABLE bulletin_text ( -- what the clerk made of the generated sentences
    month    TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    code     TEXT NOT NULL,
    text     TEXT, -- NULL: as generated
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    PRIMARY KEY (month, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE instruction (
    id            INTEGER PRIMARY KEY,
    draft         INTEGER NOT NULL REFERENCES draft (id),
    level         TEXT NOT NULL CHECK (level IN ('county', 'prefecture', 'province', 'national')),
    leader        TEXT NOT NULL CHECK (length(trim(leader)) > 0),
    given_on      TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    registered_on TEXT NOT NULL CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    evidence      TEXT NOT NULL DEFAULT '',
    booked_month  TEXT NOT NULL CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided        TEXT NOT NULL DEFAULT '' -- why it was struck out as wrongly registered
) STRICT;
CREATE INDEX instruction_draft ON instruction (draft);
CREATE INDEX instruction_booked ON instruction (booked_month);
CREATE TABLE commission (
    id           INTEGER PRIMARY KEY,
    unit         TEXT NOT NULL REFERENCES unit (id),
    subject      TEXT NOT NULL CHECK (length(trim(subject)) > 0),
    asked_on     TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    due_on       TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    delivered_on TEXT CHECK (delivered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    draft        INTEGER REFERENCES draft (id), -- what came of it; its units share the points
    not_done_on  TEXT CHECK (not_done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    booked_month TEXT CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided       TEXT NOT NULL DEFAULT '',
    CHECK (due_on >= asked_on),
    CHECK (delivered_on IS NULL OR not_done_on IS NULL),
    CHECK (draft IS NULL OR delivered_on IS NOT NULL),
    CHECK ((booked_month IS NULL) = (delivered_on IS NULL AND not_done_on IS NULL))
) STRICT;
CREATE INDEX commission_due ON commission (due_on);
CREATE INDEX commission_draft ON commission (draft) WHERE draft IS NOT NULL;
CREATE TABLE deduction (
    id           INTEGER PRIMARY KEY,
    unit         TEXT NOT NULL REFERENCES unit (id),
    draft        INTEGER REFERENCES draft (id),
    type         TEXT NOT NULL CHECK (type GLOB '[a-z]*'), -- a key of the rules' deductions
    cents        INTEGER CHECK (cents < 0), -- NULL: as the rules say on the day of confirmation
    reason       TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    evidence     TEXT NOT NULL DEFAULT '',
    proposed_on  TEXT NOT NULL CHECK (proposed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    proposed_by  TEXT NOT NULL CHECK (length(trim(proposed_by)) > 0),
    confirmed_on TEXT CHECK (confirmed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    confirmed_by TEXT NOT NULL DEFAULT '',
    rejected     TEXT NOT NULL DEFAULT '', -- why it was not confirmed
    booked_month TEXT CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided       TEXT NOT NULL DEFAULT '',
    CHECK ((confirmed_on IS NULL) = (booked_month IS NULL)),
    CHECK (confirmed_on IS NULL OR (rejected = '' AND confirmed_by <> ''))
) STRICT;
CREATE INDEX deduction_draft ON deduction (draft) WHERE draft IS NOT NULL;
CREATE INDEX deduction_booked ON deduction (booked_month) WHERE booked_month IS NOT NULL AND voided = '';
CREATE INDEX deduction_proposed ON deduction (proposed_on) WHERE confirmed_on IS NULL AND rejected = '' AND voided = '';
CREATE TABLE correction (
    id              INTEGER PRIMARY KEY,
    unit            TEXT NOT NULL REFERENCES unit (id),
    corrected_month TEXT NOT NULL CHECK (corrected_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    cents           INTEGER NOT NULL CHECK (cents <> 0),
    reason          TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    registered_on   TEXT NOT NULL CHECK (registered_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    entry           INTEGER REFERENCES ledger (id), -- the entry that was wrong, where it is one
    booked_month    TEXT NOT NULL CHECK (booked_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    voided          TEXT NOT NULL DEFAULT '',
    CHECK (booked_month > corrected_month)
) STRICT;
CREATE INDEX correction_booked ON correction (booked_month);
CREATE INDEX correction_unit ON correction (unit, corrected_month);
CREATE INDEX ledger_commission ON ledger (commission) WHERE commission IS NOT NULL;
CREATE INDEX ledger_deduction ON ledger (deduction) WHERE deduction IS NOT NULL;
CREATE INDEX ledger_correction ON ledger (correction) WHERE correction IS NOT NULL;
CREATE TABLE platform_month ( -- what the platforms did in a month, typed by hand
    month           TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    pushes          INTEGER NOT NULL CHECK (pushes >= 0),
    articles        INTEGER NOT NULL CHECK (articles >= 0),
    website_updates INTEGER NOT NULL CHECK (website_updates >= 0),
    followers       INTEGER NOT NULL CHECK (followers >= 0)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE draft_version ( -- 历次稿: what a draft said until it came in again; the present version stands in draft
    id                 INTEGER PRIMARY KEY,
    draft              INTEGER NOT NULL REFERENCES draft (id),
    number             INTEGER NOT NULL CHECK (number >= 1),
    came_on            TEXT NOT NULL CHECK (came_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    replaced_on        TEXT NOT NULL CHECK (replaced_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    title              TEXT NOT NULL CHECK (length(trim(title)) > 0),
    authors            TEXT NOT NULL CHECK (json_valid(authors)), -- [[name, role], …]
    authors_incomplete INTEGER NOT NULL CHECK (authors_incomplete IN (0, 1)),
    word_count         INTEGER CHECK (word_count >= 0),
    body               TEXT NOT NULL,
    attachments        TEXT NOT NULL,
    undone             INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)) -- the resubmission was taken back
) STRICT;
CREATE UNIQUE INDEX draft_version_number ON draft_version (draft, number) WHERE undone = 0;
CREATE TABLE draft_remark ( -- 指导意见: what the unit was told to do better
    id       INTEGER PRIMARY KEY,
    draft    INTEGER NOT NULL REFERENCES draft (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    noted_on TEXT NOT NULL CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    noted_by TEXT NOT NULL CHECK (length(trim(noted_by)) > 0),
    remark   TEXT NOT NULL CHECK (length(trim(remark)) > 0),
    undone   INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX draft_remark_draft ON draft_remark (draft);
CREATE TABLE draft_return ( -- 退回: when a version went back to its unit, and what was said besides the reasons
    id          INTEGER PRIMARY KEY,
    draft       INTEGER NOT NULL REFERENCES draft (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    returned_on TEXT NOT NULL CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason      TEXT NOT NULL, -- a line each, as the bulletin counts them (T16)
    remark      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX draft_return_day ON draft_return (returned_on);
CREATE INDEX draft_return_draft ON draft_return (draft);
CREATE TABLE holiday ( -- 节假日: days off, and Saturdays and Sundays that are worked; the office's own table
    day    TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    worked INTEGER NOT NULL CHECK (worked IN (0, 1)),
    name   TEXT NOT NULL DEFAULT '' -- 春节
) STRICT, WITHOUT ROWID;
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
CREATE INDEX draft_running_number ON draft (substr(number, 1, 4), CAST(substr(number, 6) AS INTEGER));
CREATE TABLE "person" (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (length(trim(name)) > 0),
    mark     TEXT NOT NULL DEFAULT '', -- tells namesakes apart
    mobile   TEXT NOT NULL DEFAULT '' CHECK (mobile = '' OR length(mobile) = 11 AND mobile NOT GLOB '*[^0-9]*'),
    pinyin   TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;
CREATE TABLE post (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    since_on TEXT CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: nobody knows
    until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- the last day; NULL: still there
    phone    TEXT NOT NULL DEFAULT '',
    CHECK (since_on <= until_on)
) STRICT;
CREATE TABLE duty (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    duty     TEXT NOT NULL CHECK (duty IN ('info_officer', 'liaison', 'supervising_leader', 'unit_head')),
    since_on TEXT CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CHECK (since_on <= until_on)
) STRICT;
CREATE TABLE person_join (
    id        INTEGER PRIMARY KEY,
    person    INTEGER NOT NULL REFERENCES person (id),
    one       INTEGER NOT NULL REFERENCES person (id) CHECK (one <> person), -- who it is
    reason    TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    joined_at TEXT NOT NULL,
    parted_at TEXT -- somebody else after all
) STRICT;
CREATE INDEX person_name ON person (name);
CREATE INDEX post_person ON post (person);
CREATE INDEX post_unit ON post (unit);
CREATE INDEX duty_person ON duty (person);
CREATE UNIQUE INDEX person_join_once ON person_join (person) WHERE parted_at IS NULL;
CREATE TABLE unit_group (
    unit       TEXT NOT NULL REFERENCES unit (id),
    "group"    TEXT NOT NULL CHECK ("group" IN ('town', 'bureau', 'office')),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_void ON draft (void_month) WHERE void_month IS NOT NULL;
CREATE TABLE unit_quota (
    unit       TEXT NOT NULL REFERENCES unit (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    quota      INTEGER CHECK (quota BETWEEN 0 AND 99),
    reason     TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;
CREATE TABLE issue ( -- 印发
    month     TEXT PRIMARY KEY REFERENCES month (month),
    number    TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL
) STRICT;
CREATE TABLE reopening ( -- 重新开账: a closing that was undone
    id          INTEGER PRIMARY KEY,
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    closed_at   TEXT NOT NULL,
    closed_by   TEXT NOT NULL,
    frozen      TEXT, -- what it had frozen; NULL where that was never kept
    sha256      TEXT CHECK ((sha256 IS NULL) = (frozen IS NULL)),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    reopened_at TEXT NOT NULL,
    reopened_by TEXT NOT NULL
) STRICT;
CREATE TABLE suggestion ( -- 问题建议
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    concern     TEXT NOT NULL CHECK (concern IN ('problem', 'advice')),
    text        TEXT NOT NULL CHECK (length(trim(text)) > 0),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    office      TEXT REFERENCES unit (id), -- the 组室 that handles it; NULL: nobody yet
    handler     TEXT NOT NULL DEFAULT '',
    due_on      TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reply       TEXT NOT NULL DEFAULT '',
    closed_on   TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided      TEXT NOT NULL DEFAULT '',
    CHECK (due_on >= received_on),
    CHECK (closed_on >= received_on),
    CHECK ((closed_on IS NULL) = (length(trim(reply)) = 0)) -- nothing is closed without a reply
) STRICT;
CREATE INDEX suggestion_unit ON suggestion (unit);
CREATE INDEX suggestion_open ON suggestion (due_on) WHERE closed_on IS NULL AND voided = '';
CREATE TABLE lead ( -- 线索
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    subject     TEXT NOT NULL CHECK (length(trim(subject)) > 0),
    found_on    TEXT NOT NULL CHECK (found_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    office      TEXT REFERENCES unit (id) CHECK (office <> unit), -- the 组室 in charge
    assigned_on TEXT CHECK (assigned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    draft       INTEGER REFERENCES draft (id), -- what came of it
    shelved_on  TEXT CHECK (shelved_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    shelved     TEXT NOT NULL DEFAULT '', -- why it was laid aside
    voided      TEXT NOT NULL DEFAULT '',
    CHECK ((office IS NULL) = (assigned_on IS NULL)),
    CHECK (assigned_on >= found_on),
    CHECK (shelved_on >= found_on),
    CHECK ((shelved_on IS NULL) = (length(trim(shelved)) = 0)),
    CHECK (draft IS NULL OR shelved_on IS NULL)
) STRICT;
CREATE INDEX lead_draft ON lead (draft) WHERE draft IS NOT NULL;
CREATE TABLE assignment ( -- 任务到人
    id          INTEGER PRIMARY KEY,
    person      INTEGER NOT NULL REFERENCES person (id),
    period      TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]'
        OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    counting    TEXT NOT NULL CHECK (counting IN ('valid', 'adopted')),
    category    TEXT CHECK (category IN ('news', 'essay', 'experience', 'research')), -- NULL: any
    target      INTEGER NOT NULL CHECK (target > 0),
    assigned_on TEXT NOT NULL CHECK (assigned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assignment_person ON assignment (person);
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
CREATE TABLE objection ( -- 异议
    id          INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL REFERENCES unit (id),
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    raised_by   TEXT NOT NULL CHECK (length(trim(raised_by)) > 0),
    channel     TEXT NOT NULL CHECK (channel IN ('group', 'phone', 'paper', 'sms', 'visit')),
    text        TEXT NOT NULL CHECK (length(trim(text)) > 0),
    draft       INTEGER REFERENCES draft (id),
    kind        TEXT CHECK (kind IN ('adoption', 'upgrade', 'reversal', 'instruction', 'commission', 'quota_base',
                        'quota_short', 'deduction', 'correction', 'carry')), -- of the points it is about
    deduction   INTEGER REFERENCES deduction (id),
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX objection_month ON objection (month);
CREATE INDEX objection_unit ON objection (unit);
CREATE TABLE objection_ruling ( -- 裁定
    id        INTEGER PRIMARY KEY,
    objection INTEGER NOT NULL REFERENCES objection (id),
    finding   TEXT NOT NULL CHECK (finding IN ('upheld', 'partly', 'dismissed', 'withdrawn')),
    remedy    TEXT CHECK (remedy IN ('change', 'correction', 'nothing')),
    ruled_by  TEXT NOT NULL CHECK (length(trim(ruled_by)) > 0),
    ruled_on  TEXT NOT NULL CHECK (ruled_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason    TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    voided    TEXT NOT NULL DEFAULT '',
    CHECK ((finding IN ('upheld', 'partly')) = (remedy IS NOT NULL))
) STRICT;
CREATE INDEX objection_ruling_objection ON objection_ruling (objection);
CREATE TABLE objection_correction ( -- the correction that a ruling led to
    correction INTEGER PRIMARY KEY REFERENCES correction (id),
    objection  INTEGER NOT NULL REFERENCES objection (id)
) STRICT;
CREATE INDEX objection_correction_objection ON objection_correction (objection);
CREATE TABLE sheet_delivery ( -- 核对单发出
    id          INTEGER PRIMARY KEY,
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    sent_on     TEXT NOT NULL CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    channel     TEXT NOT NULL CHECK (channel IN ('group', 'phone', 'paper', 'sms', 'visit')),
    sent_by     TEXT NOT NULL CHECK (length(trim(sent_by)) > 0),
    due_on      TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- for objections
    recorded_at TEXT NOT NULL,
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sheet_delivery_month ON sheet_delivery (month);
CREATE TABLE sheet_delivery_unit (
    delivery INTEGER NOT NULL REFERENCES sheet_delivery (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    cents    INTEGER NOT NULL, -- the month's points on the sheet
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64), -- of what stood on it
    PRIMARY KEY (delivery, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_delivery_unit_unit ON sheet_delivery_unit (unit);
CREATE TABLE draft_tag ( -- 选题
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL, -- 0 is the topic named first
    tag      TEXT NOT NULL CHECK (length(trim(tag)) > 0),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_tag_tag ON draft_tag (tag);
CREATE TABLE quality_pick ( -- 好稿
    id          INTEGER PRIMARY KEY,
    draft       INTEGER NOT NULL REFERENCES draft (id),
    month       TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    reason      TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    picked_on   TEXT NOT NULL CHECK (picked_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    picked_by   TEXT NOT NULL,
    uploaded_on TEXT CHECK (uploaded_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    voided      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX quality_pick_standing ON quality_pick (draft) WHERE voided = '';
CREATE INDEX quality_pick_month ON quality_pick (month);
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
CREATE TABLE "rule_set" (
    id             TEXT PRIMARY KEY,
    effective_from TEXT NOT NULL CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    toml           TEXT NOT NULL, -- the office's own file, read whole and checked before it is stored
    withdrawn      TEXT NOT NULL DEFAULT '' -- why; it holds no more then
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rule_set_standing ON rule_set (effective_from) WHERE withdrawn = '';
CREATE TABLE meeting ( -- 例会记录
    id       INTEGER PRIMARY KEY,
    held_on  TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    place    TEXT NOT NULL,
    host     TEXT NOT NULL CHECK (length(trim(host)) > 0),
    recorder TEXT NOT NULL,
    month    TEXT CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'), -- whose bulletin was told
    agenda   TEXT NOT NULL CHECK (length(trim(agenda)) > 0), -- a line for each item
    minutes  TEXT NOT NULL,
    voided   TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX meeting_standing ON meeting (held_on) WHERE voided = '';
CREATE TABLE meeting_attendance (
    meeting  INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    unit     TEXT REFERENCES unit (id),
    names    TEXT NOT NULL,
    CHECK (unit IS NOT NULL OR length(trim(names)) > 0),
    PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE resolution ( -- 议定事项
    id      INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text    TEXT NOT NULL CHECK (length(trim(text)) > 0),
    who     TEXT NOT NULL CHECK (length(trim(who)) > 0),
    due_on  TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    result  TEXT NOT NULL DEFAULT '',
    voided  TEXT NOT NULL DEFAULT '',
    CHECK (done_on IS NOT NULL OR result = '')
) STRICT;
CREATE INDEX resolution_meeting ON resolution (meeting);
CREATE INDEX batch_undecided ON batch (sha256, imported_at, undecided, file_name)
    WHERE undecided > 0 AND undone_at IS NULL;
CREATE INDEX batch_sha256 ON batch (sha256) WHERE undone_at IS NULL;
INSERT INTO "setting" ("key", "value") VALUES ('bulletin.addressee', '各镇党委、街道党工委，市直各单位党委（党组），部机关各组室：');
INSERT INTO "setting" ("key", "value") VALUES ('bulletin.contact', '');
INSERT INTO "setting" ("key", "value") VALUES ('bulletin.signer', '中共津市市委组织部');
INSERT INTO "setting" ("key", "value") VALUES ('bulletin.standing_sentences', '各单位要对照月度任务，每月按时足额报送组工信息，做到应报尽报、不漏不拖。
要聚焦组织工作重点，深入一线挖掘好经验、好做法，多报经验材料和调研文章，提高市级以上媒体采用率。
要严格填写信息审批表，层层把好政治关、事实关、文字关、保密关，确保信息及时、准确、规范。');
INSERT INTO "setting" ("key", "value") VALUES ('quota.form_required', '1');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('B_TW', '共青团市委', 'bureau', 25, '2022-01', NULL, 'gong qing tuan shi wei', 'gqtsw');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('XYZ', '新样镇', 'town', 0, '2022-07', NULL, 'xin yang zhen', 'xyz');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('XZ', '新洲镇', 'town', 0, '2022-01', '2022-06', 'xin zhou zhen', 'xzz');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('YBZ', '样板镇', 'town', 58, '2022-06', '2022-06', 'yang ban zhen', 'ybz');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('YJS', '研究室', 'office', 57, '2022-01', NULL, 'yan jiu shi', 'yjs');
INSERT INTO "unit" ("id", "name", "group", "position", "active_from", "active_to", "pinyin", "initials") VALUES ('YS', '药山镇', 'bureau', 1, '2022-01', NULL, 'yao shan zhen', 'ysz');
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('B_TW', '共青团津市市委', 0);
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('XZ', '新洲', 0);
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('XZ', '新洲镇人民政府', 0);
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('XZ', '新洲镇党委', 0);
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('YBZ', '样板', 0);
INSERT INTO "unit_alias" ("unit", "alias", "old") VALUES ('YJS', '部研究室', 0);
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cctv', '中央广播电视总台', 'national', 'tv', 0, 100, 25, 'zhong yang guang bo dian shi zong tai', 'zygbdszt');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cdrb', '常德日报', 'prefecture', 'newspaper', 0, 100, 5, 'chang de ri bao', 'cdrb');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cdsyw', '尚一网', 'prefecture', 'website', 0, 100, 7, 'shang yi wang', 'syw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cdtv', '常德市广播电视台', 'prefecture', 'tv', 0, 100, 8, 'chang de shi guang bo dian shi tai', 'cdsgbdst');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cdzg', '常德市委组织部网站及公众号', 'prefecture', 'website', 0, 100, 6, 'chang de shi wei zu zhi bu wang zhan ji gong zhong hao', 'cdswzzbwzjgzh');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('cdzsw', '常德市直机关工委网站', 'prefecture', 'website', 0, 100, 9, 'chang de shi zhi ji guan gong wei wang zhan', 'cdszjggwwz');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('djyj', '《党建研究》', 'national', 'journal', 0, 100, 22, 'dang jian yan jiu', 'djyj');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('gcdyw', '共产党员网', 'national', 'website', 0, 100, 21, 'gong chan dang yuan wang', 'gcdyw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('hnrb', '湖南日报', 'province', 'newspaper', 0, 100, 12, 'hu nan ri bao', 'hnrb');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('hntv', '湖南广播电视台', 'province', 'tv', 0, 100, 17, 'hu nan guang bo dian shi tai', 'hngbdst');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('hw', '红网', 'province', 'website', 0, 100, 14, 'hong wang', 'hw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('hxw', '红星网', 'province', 'website', 0, 100, 10, 'hong xing wang', 'hxw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('jsdjw', '津市党建网', 'county', 'website', 1, 100, 0, 'jin shi dang jian wang', 'jsdjw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('jsjb', '津市组工信息(简报)', 'county', 'internal', 1, 100, 2, 'jin shi zu gong xin xi jian bao', 'jszgxxjb');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('jsrm', '津市市融媒体中心', 'county', 'media', 0, 100, 4, 'jin shi shi rong mei ti zhong xin', 'jssrmtzx');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('jszf', '津市市人民政府门户网站', 'county', 'website', 0, 100, 3, 'jin shi shi ren min zheng fu men hu wang zhan', 'jssrmzfmhwz');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('jszg', '“津市组工”微信公众号', 'county', 'wechat', 1, 100, 1, 'jin shi zu gong wei xin gong zhong hao', 'jszgwxgzh');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('rmrb', '人民日报', 'national', 'newspaper', 0, 100, 18, 'ren min ri bao', 'rmrb');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('rmw', '人民网', 'national', 'website', 0, 100, 23, 'ren min wang', 'rmw');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('sxzg', '湖南省委组织部政务新媒体', 'province', 'wechat', 0, 100, 16, 'hu nan sheng wei zu zhi bu zheng wu xin mei ti', 'hnswzzbzwxmt');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('xhn', '新湖南客户端', 'province', 'app', 0, 100, 13, 'xin hu nan ke hu duan', 'xhnkhd');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('xhs', '新华社', 'national', 'agency', 0, 100, 24, 'xin hua she', 'xhs');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('xxqg', '学习强国全国平台', 'national', 'app', 0, 100, 27, 'xue xi qiang guo quan guo ping tai', 'xxqgqgpt');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('xxqg_hn', '学习强国湖南学习平台', 'province', 'app', 0, 100, 15, 'xue xi qiang guo hu nan xue xi ping tai', 'xxqghnxxpt');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('xzyj', '《湘组研究》', 'province', 'internal', 0, 100, 11, 'xiang zu yan jiu', 'xzyj');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('zxw', '中国新闻网', 'national', 'website', 0, 100, 26, 'zhong guo xin wen wang', 'zgxww');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('zzbxx', '中央组织部《组工信息》', 'national', 'internal', 0, 100, 20, 'zhong yang zu zhi bu zu gong xin xi', 'zyzzbzgxx');
INSERT INTO "outlet" ("id", "name", "level", "kind", "own", "weight", "position", "pinyin", "initials") VALUES ('zzrsb', '中国组织人事报', 'national', 'newspaper', 0, 100, 19, 'zhong guo zu zhi ren shi bao', 'zgzzrsb');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cctv', '中央电视台');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cctv', '央视');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cctv', '央视新闻');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdrb', '《常德日报》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdsyw', '常德尚一网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdtv', '常德新闻联播');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdtv', '常德电视台');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdzg', '常德党建');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdzg', '常德党建网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdzg', '常德组工');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdzg', '常德组织');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('cdzsw', '常德机关党建');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('djyj', '党建研究');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('gcdyw', '12371');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('gcdyw', '共产党员公众号');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('gcdyw', '共产党员微信');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hnrb', '《湖南日报》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hntv', '湖南卫视');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hntv', '湖南新闻联播');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hntv', '湖南经视');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hw', '时刻新闻');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hw', '湖南红网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hw', '红网时刻');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hw', '红网时刻新闻');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hxw', '湖南红星网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('hxw', '红星云');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsdjw', '党建网(津市)');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsdjw', '津市市党建网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsjb', '本级组工信息');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsjb', '津市组工信息');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsjb', '组工简报');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsrm', '津市发布');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsrm', '津市新闻网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsrm', '津市电视台');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jsrm', '津市融媒');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszf', '市政府网站');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszf', '津市市政府网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszf', '津市政府网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszg', '津市微信公众号');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszg', '津市组工');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszg', '津市组工公众号');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('jszg', '组工公众号');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('rmrb', '《人民日报》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('rmw', '人民网-中国共产党新闻网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('rmw', '人民网湖南频道');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('sxzg', '三湘组工');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('sxzg', '湖南组工');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xhn', '新湖南');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xhn', '新湖南APP');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xhs', '新华社客户端');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xhs', '新华网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xxqg', '学习强国');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xxqg', '学习强国总平台');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xxqg_hn', '学习强国(湖南)');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xxqg_hn', '学习强国湖南平台');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xxqg_hn', '强国湖南');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('xzyj', '湘组研究');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zxw', '《中国新闻网》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zxw', '中新网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zzbxx', '中组部《组工信息》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zzbxx', '中组部组工信息');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zzrsb', '《中国组织人事报》');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zzrsb', '中国组织人事报新闻网');
INSERT INTO "outlet_alias" ("outlet", "alias") VALUES ('zzrsb', '组织人事报');
INSERT INTO "month" ("month", "closed_at", "closed_by", "frozen", "sha256") VALUES ('2022-05', '2022-07-03T09:30:00+00:00', 'clerk', '{"bulletin":{"month":{"year":2022,"month":5},"title":"关于2022年5月份全市组工信息宣传工作情况的通报","addressee":"各镇党委、街道党工委，市直各单位党委（党组），部机关各组室：","opening":{"code":"T0","text":"5月份，各单位紧扣全市组织工作重点，认真做好组工信息采写报送和党建宣传工作。现将有关情况通报如下：","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},"sections":[{"title":"总体情况","sentences":[{"code":"T1","text":"5月份，共收到有效信息1条，其中镇（街道）1条。","spans":[{"start":11,"end":12,"figure":{"key":"valid","text":"1"}},{"start":21,"end":22,"figure":{"key":"valid.town","text":"1"}}],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T2","text":"从类别看，均为动态信息。","spans":[],"included":true,"edited":false,"joins":true,"broken":[]},{"code":"T3","text":"应报送单位3家，完成月度任务0家，完成率0%。","spans":[{"start":5,"end":6,"figure":{"key":"due","text":"3"}},{"start":14,"end":15,"figure":{"key":"completed","text":"0"}},{"start":20,"end":22,"figure":{"key":"rate","text":"0%"}}],"included":true,"edited":false,"joins":true,"broken":[]}],"tables":[]},{"title":"采用情况","sentences":[{"code":"T4","text":"本月暂无稿件被媒体采用。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]},{"title":"积分情况","sentences":[],"tables":[]},{"title":"存在问题","sentences":[{"code":"T12","text":"未完成月度任务的单位：新洲镇（0条）、团市委（0条）、药山镇（1条）。","spans":[{"start":15,"end":16,"figure":{"key":"counted.XZ","text":"0"}},{"start":23,"end":24,"figure":{"key":"counted.B_TW","text":"0"}},{"start":31,"end":32,"figure":{"key":"counted.YS","text":"1"}}],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T17","text":"稿件以动态信息为主（占100%），经验材料、调研偏少。","spans":[{"start":11,"end":15,"figure":{"key":"news_share","text":"100%"}}],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]},{"title":"下步要求","sentences":[{"code":"T18-1","text":"各单位要对照月度任务，每月按时足额报送组工信息，做到应报尽报、不漏不拖。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T18-2","text":"要聚焦组织工作重点，深入一线挖掘好经验、好做法，多报经验材料和调研文章，提高市级以上媒体采用率。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T18-3","text":"要严格填写信息审批表，层层把好政治关、事实关、文字关、保密关，确保信息及时、准确、规范。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]}],"signer":"中共津市市委组织部","dated":"2022-06-05","contact":"","points_tables":[{"group":"镇（街道）","rows":[{"place":1,"unit":"药山镇","received":1,"valid":1,"state":"差1条","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-100,"total":-100,"cumulative":-100,"rank":1,"rank_cumulative":1},{"place":2,"unit":"新洲镇","received":0,"valid":0,"state":"零报送","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-300,"total":-300,"cumulative":-300,"rank":2,"rank_cumulative":2}]},{"group":"市直单位","rows":[{"place":1,"unit":"团市委","received":0,"valid":0,"state":"零报送","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-300,"total":-300,"cumulative":-300,"rank":1,"rank_cumulative":1}]},{"group":"部机关组室","rows":[{"place":1,"unit":"研究室","received":0,"valid":0,"state":"","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":0,"total":0,"cumulative":0,"rank":null,"rank_cumulative":null}]}],"pieces":[],"figures":{"month":{"year":2022,"month":5},"received":1,"valid_by_group":{"town":1,"bureau":0,"office":0},"valid_by_category":{"news":1,"essay":0,"experience":0,"research":0},"standings":[{"unit":{"id":"XZ","name":"新洲镇","group":"town","position":0,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["新洲","新洲镇人民政府","新洲镇党委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":2,"exempt":false},{"unit":{"id":"YS","name":"药山镇","group":"town","position":1,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["药山","药山鎮","药山镇党委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":1,"valid":1,"adopted":0,"late":0,"weighted":1,"weighted_late":0,"valid_adopted":0},"quota":2,"exempt":false},{"unit":{"id":"B_TW","name":"团市委","group":"bureau","position":25,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["共青团津市市委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":2,"exempt":false},{"unit":{"id":"YJS","name":"研究室","group":"office","position":57,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["部研究室"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":0,"exempt":false}],"pieces":[],"points":{"XZ":{"by_kind":{"quota_short":-300},"cumulative":-300},"YS":{"by_kind":{"quota_short":-100},"cumulative":-100},"B_TW":{"by_kind":{"quota_short":-300},"cumulative":-300},"YJS":{"by_kind":{},"cumulative":0}},"rank_month":{"town":{"XZ":2,"YS":1},"bureau":{"B_TW":1},"office":{"YJS":null}},"rank_cumulative":{"town":{"XZ":2,"YS":1},"bureau":{"B_TW":1},"office":{"YJS":null}},"previous_valid":null,"events":{"commissions":[],"instructed":[],"deducted":[],"corrected":[],"returns":[],"missing_forms":{},"capped":{},"platform":null},"unit_names":{"XZ":"新洲镇","YS":"药山镇","B_TW":"团市委","YJS":"研究室"}},"author_table":[]},"checks":[{"name":"groups","ok":true,"detail":"1"},{"name":"units","ok":true,"detail":"1"},{"name":"completion","ok":true,"detail":"0/3"},{"name":"levels","ok":true,"detail":"0"},{"name":"pieces","ok":true,"detail":"0"},{"name":"corrections","ok":true,"detail":"0"},{"name":"points","ok":true,"detail":""},{"name":"sentences","ok":true,"detail":""},{"name":"books","ok":true,"detail":"−7"},{"name":"to_review","ok":true,"detail":"0"},{"name":"forms","ok":true,"detail":"0"},{"name":"authors","ok":true,"detail":""},{"name":"unverified","ok":true,"detail":"0"},{"name":"commissions","ok":true,"detail":"0"},{"name":"proposals","ok":true,"detail":"0"},{"name":"objections","ok":true,"detail":"0"},{"name":"imports","ok":true,"detail":"0"}],"drafts":[{"draft":1,"unit":"YS","verdict":"counts","valid":true,"adopted":false,"form_missing":false}],"trends":{"year":2022,"now":[null,null,null,null,{"month":{"year":2022,"month":5},"closed":true,"groups":{"town":{"received":1,"valid":1,"adopted":0,"adopted_of_valid":0,"cents":-400},"bureau":{"received":0,"valid":0,"adopted":0,"adopted_of_valid":0,"cents":-300},"office":{"received":0,"valid":0,"adopted":0,"adopted_of_valid":0,"cents":0}},"units":{}},null,null,null,null,null,null,null],"before":[null,null,null,null,null,null,null,null,null,null,null,null]}}', 'f42f8595b210e523be45ec0de5f208cfa2fc0479ebfc416ecfd8ac891348f2f9');
INSERT INTO "exemption" ("unit", "month", "reason", "approver") VALUES ('B_TW', '2022-06', '机构改革', '李主任');
INSERT INTO "batch" ("id", "file_name", "sha256", "original", "imported_at", "read", "imported", "skipped", "undecided", "undone_at") VALUES (1, '团市委.xlsx', '0000000000000000000000000000000000000000000000000000000000000000', X'7368656574', '2022-07-03T09:30:00+00:00', 1, 1, 0, 0, NULL);
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (1, '2022-0001', '药山镇：“屋场会”开到家门口', '屋场会开到家门口', 'yao shan zhen wu chang hui kai dao jia men kou', 'news', 'text', 'original', 'accepted', '', '2022-05-12', 'YS', '2022-05-12', '2022-05', 0, NULL, '', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (2, '2022-0002', '新洲镇：党员“微课堂”', '党员微课堂', 'xin zhou zhen dang yuan wei ke tang', 'news', 'text', 'original', 'accepted', '', '2022-06-10', 'XZ', '2022-06-10', '2022-06', 0, NULL, '正文。', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (3, '2022-0003', '两镇联建', '两镇联建', 'liang zhen lian jian', 'experience', 'text', 'commissioned', 'accepted', '', '2022-06-10', 'XZ', '2022-06-10', '2022-06', 0, NULL, '', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (4, '2022-0004', '图片新闻', '图片新闻', 'tu pian xin wen', 'news', 'photo', 'original', 'received', '', '2022-06-10', 'B_TW', '2022-06-10', '2022-06', 0, NULL, '', 0, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (5, '2022-0005', '两人合写', '两人合写', 'liang ren he xie', 'news', 'text', 'original', 'accepted', '', '2022-06-10', 'XZ', '2022-06-10', '2022-06', 0, NULL, '', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (6, '2022-0006', '撤下的稿件', '撤下的稿件', 'che xia de gao jian', 'essay', 'text', 'original', 'void', '失实', '2022-07-03', 'YS', '2022-06-10', '2022-06', 0, NULL, '', 1, 0, '2022-07', '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (7, '2022-0007', '退回的稿件', '退回的稿件', 'tui hui de gao jian', 'news', 'text', 'original', 'returned', '数据没有核实', '2022-07-03', 'XZ', '2022-06-10', '2022-06', 0, NULL, '', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (8, '2022-0008', '改后重报的稿件（修改稿）', '改后重报的稿件修改稿', 'gai hou zhong bao de gao jian xiu gai gao', 'news', 'text', 'original', 'received', '', '2022-07-03', 'YS', '2022-06-10', '2022-06', 0, NULL, '正文。', 1, 0, NULL, '', NULL, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft" ("id", "number", "title", "title_key", "title_pinyin", "category", "form", "source", "status", "status_reason", "status_on", "lead", "received_on", "quota_month", "makeup", "word_count", "body", "approval_on_file", "authors_incomplete", "void_month", "note", "batch", "registered_at", "attachments") VALUES (9, '2022-0009', '表中稿件', '表中稿件', 'biao zhong gao jian', 'news', 'text', 'original', 'accepted', '', '2022-06-10', 'B_TW', '2022-06-10', '2022-06', 0, NULL, '', 1, 0, NULL, '', 1, '2022-07-03T09:30:00+00:00', '');
INSERT INTO "draft_partner" ("draft", "position", "unit") VALUES (3, 1, 'YS');
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (1, 0, 1, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (2, 0, 2, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (2, 1, 3, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (3, 0, 2, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (4, 0, 4, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (5, 0, 2, 'author', 60);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (5, 1, 3, 'author', 40);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (6, 0, 5, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (7, 0, 2, 'author', NULL);
INSERT INTO "draft_author" ("draft", "position", "person", "role", "share") VALUES (9, 0, 4, 'author', NULL);
INSERT INTO "draft_words" ("draft", "words") VALUES (1, '2022-0001
药山镇：“屋场会”开到家门口
药山镇
周试一
yszwchkdjmk
ysz
zsy');
INSERT INTO "draft_words" ("draft", "words") VALUES (2, '2022-0002
新洲镇：党员“微课堂”
新洲镇
周试一
李试二
xzzdywkt
xzz
zsy
lse');
INSERT INTO "draft_words" ("draft", "words") VALUES (3, '2022-0003
两镇联建
新洲镇
药山镇
周试一
党建引领
联建共治
lzlj
xzz
ysz
zsy
djyl
ljgz');
INSERT INTO "draft_words" ("draft", "words") VALUES (4, '2022-0004
图片新闻
团市委
周试一
tpxw
tsw
zsy
共青团市委
gqtsw');
INSERT INTO "draft_words" ("draft", "words") VALUES (5, '2022-0005
两人合写
新洲镇
周试一
李试二
lrhx
xzz
zsy
lse');
INSERT INTO "draft_words" ("draft", "words") VALUES (6, '2022-0006
撤下的稿件
药山镇
王测三
cxdgj
ysz
wcs');
INSERT INTO "draft_words" ("draft", "words") VALUES (7, '2022-0007
退回的稿件
新洲镇
周试一
thdgj
xzz
zsy');
INSERT INTO "draft_words" ("draft", "words") VALUES (8, '2022-0008
改后重报的稿件（修改稿）
药山镇
ghzbdgjxgg
ysz');
INSERT INTO "draft_words" ("draft", "words") VALUES (9, '2022-0009
表中稿件
共青团市委
团市委
周试一
bzgj
gqtsw
tsw
zsy');
INSERT INTO "adoption" ("id", "draft", "outlet", "mode", "position", "adopted_on", "registered_on", "place", "evidence", "verified", "booked_month", "retracted_on", "retracted", "voided") VALUES (1, 2, 'jsdjw', 'sole', 'normal', '2022-06-12', '2022-06-12', '第3版', '', 1, '2022-06', NULL, NULL, '');
INSERT INTO "adoption" ("id", "draft", "outlet", "mode", "position", "adopted_on", "registered_on", "place", "evidence", "verified", "booked_month", "retracted_on", "retracted", "voided") VALUES (2, 2, 'hxw', 'sole', 'normal', '2022-06-20', '2022-06-20', '', '', 1, '2022-06', NULL, NULL, '');
INSERT INTO "adoption" ("id", "draft", "outlet", "mode", "position", "adopted_on", "registered_on", "place", "evidence", "verified", "booked_month", "retracted_on", "retracted", "voided") VALUES (3, 3, 'cdrb', 'combined', 'normal', '2022-06-22', '2022-06-22', '', '', 1, '2022-06', NULL, NULL, '');
INSERT INTO "adoption" ("id", "draft", "outlet", "mode", "position", "adopted_on", "registered_on", "place", "evidence", "verified", "booked_month", "retracted_on", "retracted", "voided") VALUES (4, 3, 'rmrb', 'sole', 'normal', '2022-06-25', '2022-06-25', '', '', 0, NULL, NULL, NULL, '');
INSERT INTO "adoption" ("id", "draft", "outlet", "mode", "position", "adopted_on", "registered_on", "place", "evidence", "verified", "booked_month", "retracted_on", "retracted", "voided") VALUES (5, 6, 'jsdjw', 'sole', 'normal', '2022-06-15', '2022-06-15', '', '', 1, '2022-06', '2022-06-18', '2022-06', '');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (1, '2022-07-03T09:30:00+00:00', 'clerk', 'init', 'office', '{}', '{"outlets":28,"rules":"default-2022","units":4}', '', '64b27ac2868b602d6a159125ba93d422c69865367ed4a6803964c3a47a5b3d01');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (2, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0001', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一:author"],"body_length":0,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-05","received_on":"2022-05-12","source":"original","status":"accepted","status_reason":"","tags":[],"title":"药山镇：“屋场会”开到家门口","units":["YS"],"version":1,"word_count":null}', '64b27ac2868b602d6a159125ba93d422c69865367ed4a6803964c3a47a5b3d01', 'dcdb1e0947f24b452a962c53f04d5ca15fad1e71ba92b0d09222ddab66f0ccab');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (3, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0002', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一:author","李试二:author"],"body_length":3,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"accepted","status_reason":"","tags":[],"title":"新洲镇：党员“微课堂”","units":["XZ"],"version":1,"word_count":null}', 'dcdb1e0947f24b452a962c53f04d5ca15fad1e71ba92b0d09222ddab66f0ccab', '534c4a3fb9125f3c79b98bd8154a7e115ecead07863155604260259d4aa34a11');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (4, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0003', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一:author"],"body_length":0,"category":"experience","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"commissioned","status":"accepted","status_reason":"","tags":[],"title":"两镇联建","units":["XZ","YS"],"version":1,"word_count":null}', '534c4a3fb9125f3c79b98bd8154a7e115ecead07863155604260259d4aa34a11', '39911f21f125affcedcdfb4b333fbfd4bbef61bfac6ebb02533bddfade266459');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (5, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0004', '{}', '{"approval_on_file":false,"attachments":[],"authors":["周试一:author"],"body_length":0,"category":"news","form":"photo","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"received","status_reason":"","tags":[],"title":"图片新闻","units":["B_TW"],"version":1,"word_count":null}', '39911f21f125affcedcdfb4b333fbfd4bbef61bfac6ebb02533bddfade266459', '8fdc852d1cb704fa192ff23880067cd3ffa37bf99c12d3608a90a6b53688de68');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (6, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0005', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一60%:author","李试二40%:author"],"body_length":0,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"accepted","status_reason":"","tags":[],"title":"两人合写","units":["XZ"],"version":1,"word_count":null}', '8fdc852d1cb704fa192ff23880067cd3ffa37bf99c12d3608a90a6b53688de68', '87a8f053b806735993fbf79c2d05fe5269c48aae3024b2edb2c443ddfdf88412');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (7, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0006', '{}', '{"approval_on_file":true,"attachments":[],"authors":["王测三:author"],"body_length":0,"category":"essay","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"accepted","status_reason":"","tags":[],"title":"撤下的稿件","units":["YS"],"version":1,"word_count":null}', '87a8f053b806735993fbf79c2d05fe5269c48aae3024b2edb2c443ddfdf88412', 'af91e12ff55f80509fa92f30fcf1b65005ae5b90078545b1293cc146939e6ea0');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (8, '2022-07-03T09:30:00+00:00', 'clerk', 'adopt', '2022-0002', '{}', '{"adopted_on":"2022-06-12","evidence":"","mode":"sole","outlet":"jsdjw","place":"第3版","position":"normal","registered_on":"2022-06-12","verified":true}', 'af91e12ff55f80509fa92f30fcf1b65005ae5b90078545b1293cc146939e6ea0', 'adfc94e1e5677136916459c1b63ce396c6cc29b862a641b3a231c70c43cddfe9');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (9, '2022-07-03T09:30:00+00:00', 'clerk', 'adopt', '2022-0002', '{}', '{"adopted_on":"2022-06-20","evidence":"","mode":"sole","outlet":"hxw","place":"","position":"normal","registered_on":"2022-06-20","verified":true}', 'adfc94e1e5677136916459c1b63ce396c6cc29b862a641b3a231c70c43cddfe9', 'e02c1d215c4c77bca0bbf51ad27c7156c805ca1bf1fc19ef767ed3f229017bd7');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (10, '2022-07-03T09:30:00+00:00', 'clerk', 'adopt', '2022-0003', '{}', '{"adopted_on":"2022-06-22","evidence":"","mode":"combined","outlet":"cdrb","place":"","position":"normal","registered_on":"2022-06-22","verified":true}', 'e02c1d215c4c77bca0bbf51ad27c7156c805ca1bf1fc19ef767ed3f229017bd7', 'bc26529f05c66e9a5b485e62ab579d4382ea9d81a8493f5ecf18761a36d345e5');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (11, '2022-07-03T09:30:00+00:00', 'clerk', 'adopt', '2022-0003', '{}', '{"adopted_on":"2022-06-25","evidence":"","mode":"sole","outlet":"rmrb","place":"","position":"normal","registered_on":"2022-06-25","verified":false}', 'bc26529f05c66e9a5b485e62ab579d4382ea9d81a8493f5ecf18761a36d345e5', '65a3c36b7d632eee1af13a9c1e9426b9e40a91c5b8d58405205be288afa7d9cf');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (12, '2022-07-03T09:30:00+00:00', 'clerk', 'adopt', '2022-0006', '{}', '{"adopted_on":"2022-06-15","evidence":"","mode":"sole","outlet":"jsdjw","place":"","position":"normal","registered_on":"2022-06-15","verified":true}', '65a3c36b7d632eee1af13a9c1e9426b9e40a91c5b8d58405205be288afa7d9cf', '9e077d83a2c1867bc49ea47afe5933cff36994775881572f4c0f760549b70dd2');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (13, '2022-07-03T09:30:00+00:00', 'clerk', 'retract', '2022-0006', '{}', '{"on":"2022-06-18","outlet":"jsdjw","retracted":5}', '9e077d83a2c1867bc49ea47afe5933cff36994775881572f4c0f760549b70dd2', '6699a803bd16f1116b22bca4174b527ed4fa256337531fea8aa795a269f0d825');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (14, '2022-07-03T09:30:00+00:00', 'clerk', 'become_void', '2022-0006', '{"status":"accepted","status_reason":""}', '{"status":"void","status_reason":"失实"}', '6699a803bd16f1116b22bca4174b527ed4fa256337531fea8aa795a269f0d825', '856294bdb4a112d426cb90d7c6b2b9813f8a6d4fab9cfaf478efa6a1543f7a72');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (15, '2022-07-03T09:30:00+00:00', 'clerk', 'exempt', 'B_TW 2022-06', '{}', '{"approver":"李主任","reason":"机构改革"}', '856294bdb4a112d426cb90d7c6b2b9813f8a6d4fab9cfaf478efa6a1543f7a72', 'cedb73469732d45fb95e1234e29fdc98d316a3a5e11f75afb1d76fc919ce1e5b');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (16, '2022-07-03T09:30:00+00:00', 'clerk', 'remind', 'reminder 1', '{}', '{"channel":"phone","month":"2022-06","sent_by":"李主任","sent_on":"2022-06-27","stage":"urge","units":["YS"]}', 'cedb73469732d45fb95e1234e29fdc98d316a3a5e11f75afb1d76fc919ce1e5b', '23f3c9cb2e1a7b4864b331e9dfc495c9a4d800bc43608b7ce7bd118180d89f8a');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (17, '2022-07-03T09:30:00+00:00', 'clerk', 'void_reminder', 'reminder 1', '{"voided":""}', '{"voided":"记错了单位"}', '23f3c9cb2e1a7b4864b331e9dfc495c9a4d800bc43608b7ce7bd118180d89f8a', '762593248542fa868bf6d18c75c244b01a1b58c3411db787dda36635ac37c548');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (18, '2022-07-03T09:30:00+00:00', 'clerk', 'close', 'month 2022-05', '{}', '{"accepted":{},"entries":5,"sha256":"f42f8595b210e523be45ec0de5f208cfa2fc0479ebfc416ecfd8ac891348f2f9"}', '762593248542fa868bf6d18c75c244b01a1b58c3411db787dda36635ac37c548', '986797b37640226574a7a2a5aad4a921a8b251af6dde6e58848c109313fcaad3');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (19, '2022-07-03T09:30:00+00:00', 'clerk', 'reopen', 'month 2022-05', '{"closed_at":"2022-07-03T09:30:00+00:00","sha256":"f42f8595b210e523be45ec0de5f208cfa2fc0479ebfc416ecfd8ac891348f2f9"}', '{"entries":5,"reason":"漏登一篇，经李主任同意"}', '986797b37640226574a7a2a5aad4a921a8b251af6dde6e58848c109313fcaad3', '5b4ccef4a937b629711fd78fb1e9926761417a46b8ae9341fd3affaab191d348');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (20, '2022-07-03T09:30:00+00:00', 'clerk', 'close', 'month 2022-05', '{}', '{"accepted":{},"entries":5,"sha256":"f42f8595b210e523be45ec0de5f208cfa2fc0479ebfc416ecfd8ac891348f2f9"}', '5b4ccef4a937b629711fd78fb1e9926761417a46b8ae9341fd3affaab191d348', 'f798d50b030b0d03b4050c7dd53b89510646a2f15aa703f8a803b765f95a3656');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (21, '2022-07-03T09:30:00+00:00', 'clerk', 'issue', 'month 2022-05', '{}', '{"number":"津组通〔2022〕5号","on":"2022-06-05"}', 'f798d50b030b0d03b4050c7dd53b89510646a2f15aa703f8a803b765f95a3656', '665302e5c2726f79f58e82356b5da5c67eb51aa9a771844c8bc553d1cb920aa6');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (22, '2022-07-03T09:30:00+00:00', 'clerk', 'instruct', '2022-0002', '{}', '{"evidence":"","given_on":"2022-06-24","leader":"高样二","level":"prefecture","registered_on":"2022-06-24"}', '665302e5c2726f79f58e82356b5da5c67eb51aa9a771844c8bc553d1cb920aa6', 'ea773ed5578f513930222a2712c90b71ff7d31eced8b875dabf113823f8948a5');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (23, '2022-07-03T09:30:00+00:00', 'clerk', 'commission', 'commission 1', '{}', '{"asked_on":"2022-06-01","delivered_on":null,"draft":null,"due_on":"2022-06-20","not_done_on":null,"subject":"联建经验","unit":"XZ"}', 'ea773ed5578f513930222a2712c90b71ff7d31eced8b875dabf113823f8948a5', 'd89c1d584a4f579a3b5dc5b7386de0d0fb0273a3a25f91576642cf0f4416ae8b');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (24, '2022-07-03T09:30:00+00:00', 'clerk', 'deliver', '2022-0003', '{"delivered_on":null,"draft":null}', '{"commission":1,"delivered_on":"2022-06-21","draft":3}', 'd89c1d584a4f579a3b5dc5b7386de0d0fb0273a3a25f91576642cf0f4416ae8b', 'dd063244caaddb4461f358a8156ed55f7596c96ba7fd87d75ad3700190417793');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (25, '2022-07-03T09:30:00+00:00', 'clerk', 'propose_deduction', '2022-0002', '{}', '{"cents":null,"confirmed_by":"","confirmed_on":null,"deduction":1,"evidence":"","proposed_by":"李主任","proposed_on":"2022-06-24","reason":"日期有误","type":"text_error","unit":"XZ"}', 'dd063244caaddb4461f358a8156ed55f7596c96ba7fd87d75ad3700190417793', '64cd5610b4831bb79e7d1b51bb342357bc46a2d6ff337e53fd56ef43ffac596a');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (26, '2022-07-03T09:30:00+00:00', 'clerk', 'confirm_deduction', '2022-0002', '{}', '{"cents":null,"confirmed_by":"王部长","confirmed_on":"2022-06-26","deduction":1,"evidence":"","proposed_by":"李主任","proposed_on":"2022-06-24","reason":"日期有误","type":"text_error","unit":"XZ"}', '64cd5610b4831bb79e7d1b51bb342357bc46a2d6ff337e53fd56ef43ffac596a', 'f224c2dd457898c8d1cf07750b0a8362f1c6510e321916c23908dc4fb74c7fea');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (27, '2022-07-03T09:30:00+00:00', 'clerk', 'propose_deductions', 'deductions', '{}', '{"deductions":[2],"numbers":["2022-0004"]}', 'f224c2dd457898c8d1cf07750b0a8362f1c6510e321916c23908dc4fb74c7fea', '8192dbbfddcee31dbe88281449c20a19df4107457ca705c05e6aec57960af9b3');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (28, '2022-07-03T09:30:00+00:00', 'clerk', 'correct', 'correction 1', '{}', '{"cents":50,"corrected_month":"2022-05","entry":null,"objection":null,"reason":"漏计一条","registered_on":"2022-07-01","unit":"XZ"}', '8192dbbfddcee31dbe88281449c20a19df4107457ca705c05e6aec57960af9b3', 'b6bc56c7a39c99f5bf4355c50f99eddd5756f3d6daf06784b5edc49bd4a5d96a');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (29, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0007', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一:author"],"body_length":0,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"received","status_reason":"","tags":[],"title":"退回的稿件","units":["XZ"],"version":1,"word_count":null}', 'b6bc56c7a39c99f5bf4355c50f99eddd5756f3d6daf06784b5edc49bd4a5d96a', '8664130ac6f11b025bfaa58104ba81d400737448bc6c3548026be5848080ef33');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (30, '2022-07-03T09:30:00+00:00', 'clerk', 'become_returned', '2022-0007', '{"status":"received","status_reason":""}', '{"status":"returned","status_reason":"数据没有核实"}', '8664130ac6f11b025bfaa58104ba81d400737448bc6c3548026be5848080ef33', 'abf6aef875cac3037de880886253d295d20e4678bdc8a4ef4ab9a206d72840ed');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (31, '2022-07-03T09:30:00+00:00', 'clerk', 'log', '2022-0008', '{}', '{"approval_on_file":true,"attachments":["现场.jpg"],"authors":["周试一:author"],"body_length":0,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"received","status_reason":"","tags":[],"title":"改后重报的稿件","units":["YS"],"version":1,"word_count":null}', 'abf6aef875cac3037de880886253d295d20e4678bdc8a4ef4ab9a206d72840ed', 'ad79ed9dc026883e249f140c19fae68872ac07afafa4a01dc211325185ce9703');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (32, '2022-07-03T09:30:00+00:00', 'clerk', 'become_returned', '2022-0008', '{"status":"received","status_reason":""}', '{"status":"returned","status_reason":"标题不准、篇幅不符；请补成效"}', 'ad79ed9dc026883e249f140c19fae68872ac07afafa4a01dc211325185ce9703', '653cc3a0187c70d0c65ca3fd315ef17b87eb1659ac8a847a4f6c9c230dbd431e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (33, '2022-07-03T09:30:00+00:00', 'clerk', 'remark', '2022-0008', '{}', '{"remark":"开头先说做法","said_by":"李主任","version":1}', '653cc3a0187c70d0c65ca3fd315ef17b87eb1659ac8a847a4f6c9c230dbd431e', 'f01769ccf9745c4e92fbfa2f751461aa2e07a4803c25dc4a6946be73f8d11ba4');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (34, '2022-07-03T09:30:00+00:00', 'clerk', 'resubmit', '2022-0008', '{"attachments":["现场.jpg"],"authors":["周试一:author"],"body_length":0,"status":"returned","status_reason":"标题不准、篇幅不符；请补成效","title":"改后重报的稿件","version":1}', '{"attachments":[],"authors":[],"body_length":3,"status":"received","status_reason":"","title":"改后重报的稿件（修改稿）","version":2}', 'f01769ccf9745c4e92fbfa2f751461aa2e07a4803c25dc4a6946be73f8d11ba4', '888179f95aefcd33e38b366380436a21ebb25e8ec7d577c765343ef9ff3bbd0c');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (35, '2022-07-03T09:30:00+00:00', 'clerk', 'holidays', 'holidays 2022', '{"holidays":[]}', '{"holidays":["2022-04-02 worked","2022-06-03 off 端午节"]}', '888179f95aefcd33e38b366380436a21ebb25e8ec7d577c765343ef9ff3bbd0c', '008389119dfacf954c51830a7d79235c6537ce85d265a653d723cb9a1473b1b6');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (36, '2022-07-03T09:30:00+00:00', 'clerk', 'platform', '2022-06', '{}', '{}', '008389119dfacf954c51830a7d79235c6537ce85d265a653d723cb9a1473b1b6', '8406362bd4d67b13ad3ed8f03f5518282dc23dc2f2715a38253603b0bcd2e65b');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (37, '2022-07-03T09:30:00+00:00', 'clerk', 'rules', 'rules', '{}', '{"effective_from":"2022-07","id":"july"}', '8406362bd4d67b13ad3ed8f03f5518282dc23dc2f2715a38253603b0bcd2e65b', 'fdaba9444c056f6390c5c11af79d4ee488b66492da526c919207fe08ed21ba78');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (38, '2022-07-03T09:30:00+00:00', 'clerk', 'withdraw_rules', 'rules', '{"effective_from":"2022-07","id":"july"}', '{"withdrawn":"文件还没有印发"}', 'fdaba9444c056f6390c5c11af79d4ee488b66492da526c919207fe08ed21ba78', 'cd9d1de188a9a8bdaf7c741da8a9e7573e73149d2f0c15a798b1a7b218a29009');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (39, '2022-07-03T09:30:00+00:00', 'clerk', 'open_form', '202206-XZ-01', '{}', '{"articles":["2022-0002"],"attachments":[],"binder":"","content":"8850807d3218aa347f3de4fcbf96c21280c81307eda5d3d4e5453584cd66b750","facts":"{\"office_phone\": \"\", \"outlet\": \"\", \"summary\": \"正文。\", \"photos\": 0, \"videos\": 0, \"other_attachments\": \"\", \"commission_number\": \"\", \"reprinted_from\": \"\"}","form":"A","form_voided":"","numbers":["202206-XZ-01","2022-0002"],"prints":0,"released":"","standing":[],"state":"draft"}', 'cd9d1de188a9a8bdaf7c741da8a9e7573e73149d2f0c15a798b1a7b218a29009', 'acbe601e3f87d08cb779a39ef617f27992568c5c15c7e07c0643afcf2ce6cb58');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (40, '2022-07-03T09:30:00+00:00', 'clerk', 'fill_form', '202206-XZ-01', '{"facts":"{\"office_phone\": \"\", \"outlet\": \"\", \"summary\": \"正文。\", \"photos\": 0, \"videos\": 0, \"other_attachments\": \"\", \"commission_number\": \"\", \"reprinted_from\": \"\"}"}', '{"facts":"{\"office_phone\": \"0736-4200000\", \"outlet\": \"津市党建网\", \"summary\": \"党员上讲台。\", \"photos\": 2, \"videos\": 0, \"other_attachments\": \"\", \"commission_number\": \"\", \"reprinted_from\": \"\"}","numbers":["202206-XZ-01","2022-0002"]}', 'acbe601e3f87d08cb779a39ef617f27992568c5c15c7e07c0643afcf2ce6cb58', 'd6e3d6633c456d04596ae386877660d0fe1bf2bd071552fd253d91ec66ff7985');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (41, '2022-07-03T09:30:00+00:00', 'clerk', 'sign', '202206-XZ-01', '{"standing":[],"state":"draft"}', '{"numbers":["202206-XZ-01","2022-0002"],"signer":"陈试四","standing":["info_officer 陈试四 passed 2022-06-11"],"state":"signing","step":"info_officer"}', 'd6e3d6633c456d04596ae386877660d0fe1bf2bd071552fd253d91ec66ff7985', '8529ac3a349788c817629ab4ee7b1c3d849f1883889c70d5e205777353ed1790');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (42, '2022-07-03T09:30:00+00:00', 'clerk', 'open_form', '微审〔2022〕1次', '{}', '{"articles":["2022-0002","2022-0003"],"attachments":[],"binder":"","content":"44eb04871ca80b7ee7390b1763365de8389deabb63722bbf8e0eec9f88e29adb","facts":"{\"pushed_on\": \"2022-07-03\", \"push_number\": 1, \"scheduled_at\": null, \"publisher\": \"\"}","form":"C","form_voided":"","numbers":["微审〔2022〕1次","2022-0002","2022-0003"],"prints":0,"released":"","standing":[],"state":"draft"}', '8529ac3a349788c817629ab4ee7b1c3d849f1883889c70d5e205777353ed1790', '61ebb58015f941632cc479e70c36557ccf99fdce088808dcc319583584135e05');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (43, '2022-07-03T09:30:00+00:00', 'clerk', 'attach', '微审〔2022〕1次', '{}', '{}', '61ebb58015f941632cc479e70c36557ccf99fdce088808dcc319583584135e05', '40fdfaa0407e4a229c95b29b3efb13c6cf22f622f5e71d25a122832b68c4edef');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (44, '2022-07-03T09:30:00+00:00', 'clerk', 'open_form', '202206-XZ-02', '{}', '{"articles":["2022-0003"],"attachments":[],"binder":"","content":"a404b9391062e1878eb20bb8dbf6475aca03f95f1565bc5d7b559c2000d290c1","facts":"{\"office_phone\": \"0736-4200000\", \"outlet\": \"津市党建网\", \"summary\": \"\", \"photos\": 0, \"videos\": 0, \"other_attachments\": \"\", \"commission_number\": \"1\", \"reprinted_from\": \"\"}","form":"A","form_voided":"","numbers":["202206-XZ-02","2022-0003"],"prints":0,"released":"","standing":[],"state":"draft"}', '40fdfaa0407e4a229c95b29b3efb13c6cf22f622f5e71d25a122832b68c4edef', '93faf16398c2c84e77291aa219f857abcfd6c3151c4383c631c43d37b82099bf');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (45, '2022-07-03T09:30:00+00:00', 'clerk', 'void_form', '202206-XZ-02', '{"form_voided":"","state":"draft"}', '{"form_voided":"填错单位","numbers":["202206-XZ-02","2022-0003"],"state":"void"}', '93faf16398c2c84e77291aa219f857abcfd6c3151c4383c631c43d37b82099bf', 'c368bdcd081fa658105119e20ad4ca6e826b5a084b2951419e131e80b7a4fe48');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (46, '2022-07-03T09:30:00+00:00', 'clerk', 'suggest', 'suggestion 1', '{}', '{"closed_on":null,"concern":"problem","due_on":"2022-06-20","handler":"李主任","office":"YJS","received_on":"2022-06-08","reply":"","text":"审批表往返要两天","unit":"XZ"}', 'c368bdcd081fa658105119e20ad4ca6e826b5a084b2951419e131e80b7a4fe48', 'e6dad8ea4bcd3e1d588f0fdbbb2e8c6223cb714c9a04e38d61c878088a1481e0');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (47, '2022-07-03T09:30:00+00:00', 'clerk', 'close_suggestion', 'suggestion 1', '{"closed_on":null,"reply":""}', '{"closed_on":"2022-06-18","reply":"扫描件先审，原件月底补交"}', 'e6dad8ea4bcd3e1d588f0fdbbb2e8c6223cb714c9a04e38d61c878088a1481e0', '2598af27bf203c8e71ff73e2c7670171754a69c98a7ff645cd6aaf5818d520ef');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (48, '2022-07-03T09:30:00+00:00', 'clerk', 'lead', 'lead 1', '{}', '{"assigned_on":"2022-06-08","draft":null,"found_on":"2022-06-08","office":"YJS","shelved":"","shelved_on":null,"subject":"两镇联建的做法","unit":"XZ"}', '2598af27bf203c8e71ff73e2c7670171754a69c98a7ff645cd6aaf5818d520ef', '2893d96d3e0c9eb87e3a0f54b743e9bd3f43133dba7eceab3247f95002c43c0a');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (49, '2022-07-03T09:30:00+00:00', 'clerk', 'write_up', '2022-0003', '{"draft":null}', '{"draft":3,"lead":1}', '2893d96d3e0c9eb87e3a0f54b743e9bd3f43133dba7eceab3247f95002c43c0a', '182a56cbcbe653dad7019a39a56dfa5777508f035b1c328b5c158ae0cdee9aad');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (50, '2022-07-03T09:30:00+00:00', 'clerk', 'tag', '2022-0003', '{"tags":[]}', '{"tags":["党建引领","联建共治"]}', '182a56cbcbe653dad7019a39a56dfa5777508f035b1c328b5c158ae0cdee9aad', 'b14124dad2e2e87de0a5191d187215b7f1f1e4943e114c3063fd20232ec4873d');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (51, '2022-07-03T09:30:00+00:00', 'clerk', 'pick', '2022-0003', '{}', '{"month":"2022-06","picked_by":"李主任","picked_on":"2022-06-30","reason":"做法写得实，数字站得住","uploaded_on":"2022-07-01"}', 'b14124dad2e2e87de0a5191d187215b7f1f1e4943e114c3063fd20232ec4873d', '6f278ad31008be5ef1f7525c500a2d5f457fbfa9bd5ef4ee5f083b35abee1478');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (52, '2022-07-03T09:30:00+00:00', 'clerk', 'unpick', '2022-0003', '{"month":"2022-06","picked_by":"李主任","picked_on":"2022-06-30","reason":"做法写得实，数字站得住","uploaded_on":"2022-07-01"}', '{"voided":"另有更好的一篇"}', '6f278ad31008be5ef1f7525c500a2d5f457fbfa9bd5ef4ee5f083b35abee1478', 'eea6edbd912558e49c62d8417dd8fab3c792974dd36c7337d94bd534faf39596');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (53, '2022-07-03T09:30:00+00:00', 'clerk', 'pick', '2022-0003', '{}', '{"month":"2022-06","picked_by":"李主任","picked_on":"2022-06-30","reason":"做法写得实，数字站得住","uploaded_on":"2022-07-01"}', 'eea6edbd912558e49c62d8417dd8fab3c792974dd36c7337d94bd534faf39596', '36aa8434ca75eee72f6620a5eab7d6e2daa7ad1240a18c3290a6ef4af90ee129');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (54, '2022-07-03T09:30:00+00:00', 'clerk', 'decide_award', 'award 2022', '{"award":"town","names":[]}', '{"award":"town","names":[{"grade":"second","reason":"全年组织两镇联建","who":"XZ"}]}', '36aa8434ca75eee72f6620a5eab7d6e2daa7ad1240a18c3290a6ef4af90ee129', 'b11d5e7651fac6f552226a74740c58043f5fe1d0ed4ed8322b81eb7efad682be');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (55, '2022-07-03T09:30:00+00:00', 'clerk', 'withdraw_award', 'award 2022', '{"award":"town","names":[{"grade":"second","reason":"全年组织两镇联建","who":"XZ"}]}', '{"voided":"年底再定"}', 'b11d5e7651fac6f552226a74740c58043f5fe1d0ed4ed8322b81eb7efad682be', '32b6833f34c16d88377d1630efab20fb1174aed15b7b5a72d6d6c46dc8df4555');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (56, '2022-07-03T09:30:00+00:00', 'clerk', 'confirm_award', 'award 2022', '{"award":"experience","names":[]}', '{"award":"experience","names":[{"grade":"excellent","reason":"","who":"2022-0003"}]}', '32b6833f34c16d88377d1630efab20fb1174aed15b7b5a72d6d6c46dc8df4555', '8a68675e0ba93b8b4cd70e165cc71657690467ad863e36a4f3bf394d0e677549');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (57, '2022-07-03T09:30:00+00:00', 'clerk', 'assign', 'assignment 1', '{}', '{"assigned_on":"2022-07-03","category":null,"counting":"valid","period":"2022-Q3","person":1,"target":3}', '8a68675e0ba93b8b4cd70e165cc71657690467ad863e36a4f3bf394d0e677549', '66ef0782169ed51c068a6924f4278c8400fc1e005466bf379525f312d6e98d88');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (58, '2022-07-03T09:30:00+00:00', 'clerk', 'object', 'objection 1', '{}', '{"channel":"paper","deduction":null,"draft":null,"kind":null,"month":"2022-05","raised_by":"周试一","received_on":"2022-07-01","text":"五月漏计一条","unit":"XZ"}', '66ef0782169ed51c068a6924f4278c8400fc1e005466bf379525f312d6e98d88', 'ec374896c7ccd433870fa31a3002c91631020c0842404603b5755e004fd5c8ab');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (59, '2022-07-03T09:30:00+00:00', 'clerk', 'rule_objection', 'objection 1', '{}', '{"finding":"upheld","reason":"确有漏计","remedy":"correction","ruled_by":"李主任","ruled_on":"2022-07-02"}', 'ec374896c7ccd433870fa31a3002c91631020c0842404603b5755e004fd5c8ab', 'c0a22560c30b1be774b115c3d528ef3f96b54a83875ef693b2288944d325f636');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (60, '2022-07-03T09:30:00+00:00', 'clerk', 'correct', 'correction 2', '{}', '{"cents":50,"corrected_month":"2022-05","entry":null,"objection":1,"reason":"异议成立（7月1日提出）：确有漏计","registered_on":"2022-07-03","unit":"XZ"}', 'c0a22560c30b1be774b115c3d528ef3f96b54a83875ef693b2288944d325f636', '8aab3a26c03a3a242a9ff8e946bbe5313ca87b504d7f341649f383860b0c95dd');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (61, '2022-07-03T09:30:00+00:00', 'clerk', 'object', 'objection 2', '{}', '{"channel":"paper","deduction":null,"draft":2,"kind":"adoption","month":"2022-06","raised_by":"周试一","received_on":"2022-07-01","text":"应按省级计","unit":"XZ"}', '8aab3a26c03a3a242a9ff8e946bbe5313ca87b504d7f341649f383860b0c95dd', '37d2c4df279f701d1b6aa43e453c52c842ce2e6e5ef52e6f9d3b833fa5127624');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (62, '2022-07-03T09:30:00+00:00', 'clerk', 'rule_objection', 'objection 2', '{}', '{"finding":"dismissed","reason":"报样是本级","remedy":null,"ruled_by":"李主任","ruled_on":"2022-07-02"}', '37d2c4df279f701d1b6aa43e453c52c842ce2e6e5ef52e6f9d3b833fa5127624', 'f147f16efc2b19073e88ec5c79132c8415e8d43e934a14151aaca41df40e5ded');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (63, '2022-07-03T09:30:00+00:00', 'clerk', 'rule_objection', 'objection 2', '{"finding":"dismissed","reason":"报样是本级","remedy":null,"ruled_by":"李主任","ruled_on":"2022-07-02"}', '{"finding":"partly","reason":"确有漏计","remedy":"change","ruled_by":"李主任","ruled_on":"2022-07-02"}', 'f147f16efc2b19073e88ec5c79132c8415e8d43e934a14151aaca41df40e5ded', '11151446167a31027c7a70c3bfc4788c284ff82b07ba7bea73a0c7cd35492356');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (64, '2022-07-03T09:30:00+00:00', 'clerk', 'send_sheets', 'sheets 1', '{}', '{"month":"2022-06","sent_on":"2022-07-03","units":["XZ","YS","B_TW","YJS"]}', '11151446167a31027c7a70c3bfc4788c284ff82b07ba7bea73a0c7cd35492356', '24d7908f613dfa5f625774ac891fe6ba06f28be47b8f2f4ac454f162d6b2af39');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (65, '2022-07-03T09:30:00+00:00', 'clerk', 'appoint', '名册', '{"people":[{"duties":[],"id":2,"joined":[],"mark":"","mobile":"","name":"周试一","phone":"","posts":[{"from":null,"phone":"","to":null,"unit":"XZ"}],"terms":[],"unit":"XZ"}]}', '{"people":[{"duties":["info_officer"],"id":2,"joined":[],"mark":"","mobile":"","name":"周试一","phone":"0736-4210001","posts":[{"from":null,"phone":"0736-4210001","to":null,"unit":"XZ"}],"terms":[{"duty":"info_officer","from":"2021-03-01","to":null,"unit":"XZ"}],"unit":"XZ"}]}', '24d7908f613dfa5f625774ac891fe6ba06f28be47b8f2f4ac454f162d6b2af39', '3b3a3944ee51a4ecb661e7ced4cd29bd9d5988a7f97adeb07ae944a7559f208e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (66, '2022-07-03T09:30:00+00:00', 'clerk', 'hand_over', '名册', '{"people":[{"duties":[],"id":3,"joined":[],"mark":"","mobile":"","name":"李试二","phone":"","posts":[{"from":null,"phone":"","to":null,"unit":"XZ"}],"terms":[],"unit":"XZ"},{"duties":["info_officer"],"id":2,"joined":[],"mark":"","mobile":"","name":"周试一","phone":"0736-4210001","posts":[{"from":null,"phone":"0736-4210001","to":null,"unit":"XZ"}],"terms":[{"duty":"info_officer","from":"2021-03-01","to":null,"unit":"XZ"}],"unit":"XZ"}]}', '{"people":[{"duties":["info_officer"],"id":3,"joined":[],"mark":"","mobile":"138****0000","name":"李试二","phone":"0736-4210001","posts":[{"from":null,"phone":"0736-4210001","to":null,"unit":"XZ"}],"terms":[{"duty":"info_officer","from":"2022-06-20","to":null,"unit":"XZ"}],"unit":"XZ"},{"duties":[],"id":2,"joined":[],"mark":"","mobile":"","name":"周试一","phone":"0736-4210001","posts":[{"from":null,"phone":"0736-4210001","to":null,"unit":"XZ"}],"terms":[{"duty":"info_officer","from":"2021-03-01","to":"2022-06-19","unit":"XZ"}],"unit":"XZ"}]}', '3b3a3944ee51a4ecb661e7ced4cd29bd9d5988a7f97adeb07ae944a7559f208e', '22b5386469737a9ab2f80549ae9ac50ab60be6ad9f77f04d7f8e3d72751015e1');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (67, '2022-07-03T09:30:00+00:00', 'clerk', 'move_person', '名册', '{"people":[{"duties":[],"id":5,"joined":[],"mark":"","mobile":"","name":"王测三","phone":"","posts":[{"from":null,"phone":"","to":null,"unit":"YS"}],"terms":[],"unit":"YS"}]}', '{"people":[{"duties":[],"id":5,"joined":[],"mark":"","mobile":"","name":"王测三","phone":"","posts":[{"from":null,"phone":"","to":"2022-06-19","unit":"YS"},{"from":"2022-06-20","phone":"","to":null,"unit":"B_TW"}],"terms":[],"unit":"B_TW"}]}', '22b5386469737a9ab2f80549ae9ac50ab60be6ad9f77f04d7f8e3d72751015e1', 'f3e4abe0d3f6adffc4f17742dfa6720af98fef269dab2f1273b050ca7222670f');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (68, '2022-07-03T09:30:00+00:00', 'clerk', 'appoint', '名册', '{"people":[]}', '{"people":[{"duties":[],"id":6,"joined":[],"mark":"宣传办","mobile":"","name":"王册三","phone":"","posts":[{"from":null,"phone":"","to":null,"unit":"YS"}],"terms":[],"unit":"YS"}]}', 'f3e4abe0d3f6adffc4f17742dfa6720af98fef269dab2f1273b050ca7222670f', '00f8ea57cd574431c5003ea807823d53b0b391c71a53e32113f88c9ec58af195');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (69, '2022-07-03T09:30:00+00:00', 'clerk', 'join_people', '名册', '{"people":[{"duties":[],"id":5,"joined":[],"mark":"","mobile":"","name":"王测三","phone":"","posts":[{"from":null,"phone":"","to":"2022-06-19","unit":"YS"},{"from":"2022-06-20","phone":"","to":null,"unit":"B_TW"}],"terms":[],"unit":"B_TW"},{"duties":[],"id":6,"joined":[],"mark":"宣传办","mobile":"","name":"王册三","phone":"","posts":[{"from":null,"phone":"","to":null,"unit":"YS"}],"terms":[],"unit":"YS"}]}', '{"people":[{"duties":[],"id":5,"joined":[6],"mark":"","mobile":"","name":"王测三","phone":"","posts":[{"from":null,"phone":"","to":"2022-06-19","unit":"YS"},{"from":null,"phone":"","to":null,"unit":"YS"},{"from":"2022-06-20","phone":"","to":null,"unit":"B_TW"}],"terms":[],"unit":"B_TW"}],"reason":"一次登记写错了字"}', '00f8ea57cd574431c5003ea807823d53b0b391c71a53e32113f88c9ec58af195', 'd91e8ef705652311ef1e9900990d8c485f95831595f569ad0c50fa0b7f85bd97');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (70, '2022-07-03T09:30:00+00:00', 'clerk', 'rename_unit', '单位名单', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":["共青团津市市委"],"group":"bureau","groups":[],"id":"B_TW","name":"团市委","names":[],"old_names":[],"quotas":[]}]}', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":["共青团津市市委"],"group":"bureau","groups":[],"id":"B_TW","name":"共青团市委","names":[{"from":"2022-01","name":"团市委"},{"from":"2022-07","name":"共青团市委"}],"old_names":[],"quotas":[]}]}', 'd91e8ef705652311ef1e9900990d8c485f95831595f569ad0c50fa0b7f85bd97', '9fab46a6cd59c33576f21f81d6878815a92352112e973550971fad664e00b7f0');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (71, '2022-07-03T09:30:00+00:00', 'clerk', 'create_unit', '单位名单', '{"units":[]}', '{"changes":[{"kind":"create","month":"2022-06","successor":null,"unit":"YBZ"}],"units":[{"active_from":"2022-06","active_to":null,"aliases":["样板"],"group":"town","groups":[],"id":"YBZ","name":"样板镇","names":[],"old_names":[],"quotas":[]}]}', '9fab46a6cd59c33576f21f81d6878815a92352112e973550971fad664e00b7f0', 'ccb229fa1166f74e953da95da499c9940c407d4be105f414ed731b01ae88752e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (72, '2022-07-03T09:30:00+00:00', 'clerk', 'merge_units', '单位名单', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":["新洲","新洲镇人民政府","新洲镇党委"],"group":"town","groups":[],"id":"XZ","name":"新洲镇","names":[],"old_names":[],"quotas":[]},{"active_from":"2022-06","active_to":null,"aliases":["样板"],"group":"town","groups":[],"id":"YBZ","name":"样板镇","names":[],"old_names":[],"quotas":[]}]}', '{"changes":[{"kind":"merge","month":"2022-07","successor":"XYZ","unit":"XZ"},{"kind":"merge","month":"2022-07","successor":"XYZ","unit":"YBZ"}],"units":[{"active_from":"2022-01","active_to":"2022-06","aliases":["新洲","新洲镇人民政府","新洲镇党委"],"group":"town","groups":[],"id":"XZ","name":"新洲镇","names":[],"old_names":[],"quotas":[]},{"active_from":"2022-06","active_to":"2022-06","aliases":["样板"],"group":"town","groups":[],"id":"YBZ","name":"样板镇","names":[],"old_names":[],"quotas":[]},{"active_from":"2022-07","active_to":null,"aliases":[],"group":"town","groups":[],"id":"XYZ","name":"新样镇","names":[],"old_names":[],"quotas":[]}]}', 'ccb229fa1166f74e953da95da499c9940c407d4be105f414ed731b01ae88752e', '50b8a3649e84f10e74cb973c7f9a75f623ae3f6103133cc28649698df4f10e6b');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (73, '2022-07-03T09:30:00+00:00', 'clerk', 'edit_unit', '单位名单', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":["药山","药山鎮","药山镇党委"],"group":"town","groups":[],"id":"YS","name":"药山镇","names":[],"old_names":[],"quotas":[]}]}', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":[],"group":"bureau","groups":[{"from":"2022-01","group":"town"},{"from":"2022-07","group":"bureau"}],"id":"YS","name":"药山镇","names":[],"old_names":[],"quotas":[]}]}', '50b8a3649e84f10e74cb973c7f9a75f623ae3f6103133cc28649698df4f10e6b', '4bab85cb8e034f4b3e6f29b9514c60ac72b6529a782aebc8ccb3064a5d1b64c1');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (74, '2022-07-03T09:30:00+00:00', 'clerk', 'charge_unit', '单位名单', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":[],"group":"bureau","groups":[{"from":"2022-01","group":"town"},{"from":"2022-07","group":"bureau"}],"id":"YS","name":"药山镇","names":[],"old_names":[],"quotas":[]}]}', '{"units":[{"active_from":"2022-01","active_to":null,"aliases":[],"group":"bureau","groups":[{"from":"2022-01","group":"town"},{"from":"2022-07","group":"bureau"}],"id":"YS","name":"药山镇","names":[],"old_names":[],"quotas":[{"from":"2022-07","quota":3,"reason":"人员较多"}]}]}', '4bab85cb8e034f4b3e6f29b9514c60ac72b6529a782aebc8ccb3064a5d1b64c1', 'd16507a78fd93119908f90ad2fd2e05faa20996b5860745ffdb5fed9e664550e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (75, '2022-07-03T09:30:00+00:00', 'clerk', 'import', 'batch', '{}', '{"approval_on_file":true,"attachments":[],"authors":["周试一:author"],"body_length":0,"category":"news","form":"text","makeup":false,"note":"","quota_month":"2022-06","received_on":"2022-06-10","source":"original","status":"accepted","status_reason":"","tags":[],"title":"表中稿件","units":["B_TW"],"version":1,"word_count":null}', 'd16507a78fd93119908f90ad2fd2e05faa20996b5860745ffdb5fed9e664550e', 'fa374e1ad5d2119c082338be6155ccbb2b92f1e364639163d975b7e3f58518a6');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (76, '2022-07-03T09:30:00+00:00', 'clerk', 'edit_sentence', '2022-06', '{}', '{}', 'fa374e1ad5d2119c082338be6155ccbb2b92f1e364639163d975b7e3f58518a6', 'fa69e6f1bb4ebf1aa93bc27ccb1b92a2be29f381c6483879815a55596af62d0f');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (77, '2022-07-03T09:30:00+00:00', 'clerk', 'period_text', 'notice 2022-Q2', '{}', '{}', 'fa69e6f1bb4ebf1aa93bc27ccb1b92a2be29f381c6483879815a55596af62d0f', 'b9f9385e6bb9a3a13ee2055e77c63c94b41cbe29b3e80d5962e74e20da3b90e0');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (78, '2022-07-03T09:30:00+00:00', 'clerk', 'issue_period', 'notice 2022-Q1', '{}', '{"sha256":"e3f556704a1022b06215bfaa532f51d038d4c9d257f4f751e7def23b4252a12f"}', 'b9f9385e6bb9a3a13ee2055e77c63c94b41cbe29b3e80d5962e74e20da3b90e0', '84edaed8c5032a65661adf54acf2237e8804e582b54f1d2b2f3f5bb6ab7a2ac3');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (79, '2022-07-03T09:30:00+00:00', 'clerk', 'meet', 'meeting 1', '{}', '{"agenda":["通报五月情况","部署六月"],"attendance":[{"names":"周试一","unit":"YS"},{"names":"常德日报社 周试二","unit":null}],"held_on":"2022-06-06","host":"李主任","minutes":"五月份任务完成较好。","month":"2022-05","place":"三楼会议室","recorder":"陈试四"}', '84edaed8c5032a65661adf54acf2237e8804e582b54f1d2b2f3f5bb6ab7a2ac3', '402936e39c88cc1ddf880f0cb5645353bb1acfd48210d4619f5cfec0fc1458cd');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (80, '2022-07-03T09:30:00+00:00', 'clerk', 'resolve', 'meeting 1', '{}', '{"done_on":null,"due_on":"2022-06-10","result":"","text":"整理好稿","who":"研究室"}', '402936e39c88cc1ddf880f0cb5645353bb1acfd48210d4619f5cfec0fc1458cd', 'fdd8f8cdfaed4c9eb7bc072225bb21e9ae12cf5702e635281e877cfa22eca441');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (81, '2022-07-03T09:30:00+00:00', 'clerk', 'finish_resolution', 'meeting 1', '{"done_on":null,"due_on":"2022-06-10","result":"","text":"整理好稿","who":"研究室"}', '{"done_on":"2022-06-09","due_on":"2022-06-10","result":"已上传","text":"整理好稿","who":"研究室"}', 'fdd8f8cdfaed4c9eb7bc072225bb21e9ae12cf5702e635281e877cfa22eca441', '02166b947677b5f2e70a0a06e8cc35b3654b74b89ea6e691e3433ed432850668');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (82, '2022-07-03T09:30:00+00:00', 'clerk', 'resolve', 'meeting 1', '{}', '{"done_on":null,"due_on":null,"result":"","text":"走访落后单位","who":"周试一"}', '02166b947677b5f2e70a0a06e8cc35b3654b74b89ea6e691e3433ed432850668', '7ef1cf919b66e8968b95b7c5c9542606921a5c30f1d0fee333c9967188895271');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (83, '2022-07-03T09:30:00+00:00', 'clerk', 'meet', 'meeting 2', '{}', '{"agenda":["通报五月情况","部署六月"],"attendance":[{"names":"周试一","unit":"YS"},{"names":"常德日报社 周试二","unit":null}],"held_on":"2022-06-07","host":"李主任","minutes":"","month":null,"place":"三楼会议室","recorder":"陈试四"}', '7ef1cf919b66e8968b95b7c5c9542606921a5c30f1d0fee333c9967188895271', '7f82f3fd150d18afcca8f887189e4de422ebb54ad61a897ff00cb67fe7fc2641');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (84, '2022-07-03T09:30:00+00:00', 'clerk', 'resolve', 'meeting 2', '{}', '{"done_on":null,"due_on":null,"result":"","text":"重复","who":"研究室"}', '7f82f3fd150d18afcca8f887189e4de422ebb54ad61a897ff00cb67fe7fc2641', '05651fcfc84ff0d7057c86fc13a4e9aa4b016698e86105ca1890614d98f5270e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (85, '2022-07-03T09:30:00+00:00', 'clerk', 'void_resolution', 'meeting 2', '{"done_on":null,"due_on":null,"result":"","text":"重复","who":"研究室"}', '{"voided":"登错"}', '05651fcfc84ff0d7057c86fc13a4e9aa4b016698e86105ca1890614d98f5270e', 'cff97e1a9c1c971460f937cc10891e02b2f56c233e28ec34ab458ae6385b5c2e');
INSERT INTO "audit" ("id", "at", "who", "act", "subject", "before", "after", "previous", "hash") VALUES (86, '2022-07-03T09:30:00+00:00', 'clerk', 'void_meeting', 'meeting 2', '{"agenda":["通报五月情况","部署六月"],"attendance":[{"names":"周试一","unit":"YS"},{"names":"常德日报社 周试二","unit":null}],"held_on":"2022-06-07","host":"李主任","minutes":"","month":null,"place":"三楼会议室","recorder":"陈试四"}', '{"voided":"登重"}', 'cff97e1a9c1c971460f937cc10891e02b2f56c233e28ec34ab458ae6385b5c2e', '8372c9bc46812c992c55a4c1970a5617440c40b069cd67281e9973b938696b6d');
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (1, 'adoption', '2022-06', 100, 'default-2022', 'base_points.news.county multi_adoption.highest', '1', 'XZ', NULL, 2, 1, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 8);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (2, 'adoption', '2022-06', 50, 'default-2022', 'base_points.news.county multi_adoption.highest', '1; → 0.5', NULL, 2, 2, 1, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 8);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (3, 'adoption', '2022-06', 50, 'default-2022', 'base_points.news.county multi_adoption.highest', '1; → 0.5', NULL, 3, 2, 1, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 8);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (4, 'upgrade', '2022-06', 700, 'default-2022', 'base_points.news.province multi_adoption.highest', '8; 8 − 1 = 7', 'XZ', NULL, 2, 2, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 9);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (5, 'upgrade', '2022-06', 350, 'default-2022', 'base_points.news.province multi_adoption.highest', '8; → 4; 4 − 0.5 = 3.5', NULL, 2, 2, 2, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 9);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (6, 'upgrade', '2022-06', 350, 'default-2022', 'base_points.news.province multi_adoption.highest', '8; → 4; 4 − 0.5 = 3.5', NULL, 3, 2, 2, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 9);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (7, 'adoption', '2022-06', 400, 'default-2022', 'base_points.experience.prefecture factors.mode.combined multi_adoption.highest', '8 × 0.5 = 4', 'XZ', NULL, 3, 3, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 10);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (8, 'adoption', '2022-06', 400, 'default-2022', 'base_points.experience.prefecture factors.mode.combined multi_adoption.highest', '8 × 0.5 = 4', 'YS', NULL, 3, 3, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 10);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (9, 'adoption', '2022-06', 400, 'default-2022', 'base_points.experience.prefecture factors.mode.combined multi_adoption.highest', '8 × 0.5 = 4', NULL, 2, 3, 3, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 10);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (10, 'adoption', '2022-06', 200, 'default-2022', 'base_points.essay.county multi_adoption.highest', '2', 'YS', NULL, 6, 5, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 12);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (11, 'adoption', '2022-06', 200, 'default-2022', 'base_points.essay.county multi_adoption.highest', '2', NULL, 5, 6, 5, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 12);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (12, 'reversal', '2022-06', -200, 'default-2022', 'retraction', '0 − 2 = −2', 'YS', NULL, 6, 5, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 13);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (13, 'reversal', '2022-06', -200, 'default-2022', 'retraction', '0 − 2 = −2', NULL, 5, 6, 5, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 13);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (14, 'quota_short', '2022-05', -200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 18);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (15, 'quota_short', '2022-05', -100, 'default-2022', 'quota.zero_extra', '−1', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 18);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (16, 'quota_short', '2022-05', -100, 'default-2022', 'quota.per_missing', '−1', 'YS', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 18);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (17, 'quota_short', '2022-05', -200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'B_TW', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 18);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (18, 'quota_short', '2022-05', -100, 'default-2022', 'quota.zero_extra', '−1', 'B_TW', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 18);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (19, 'quota_short', '2022-05', 200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'XZ', NULL, NULL, NULL, 14, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 19);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (20, 'quota_short', '2022-05', 100, 'default-2022', 'quota.zero_extra', '−1', 'XZ', NULL, NULL, NULL, 15, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 19);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (21, 'quota_short', '2022-05', 100, 'default-2022', 'quota.per_missing', '−1', 'YS', NULL, NULL, NULL, 16, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 19);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (22, 'quota_short', '2022-05', 200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'B_TW', NULL, NULL, NULL, 17, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 19);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (23, 'quota_short', '2022-05', 100, 'default-2022', 'quota.zero_extra', '−1', 'B_TW', NULL, NULL, NULL, 18, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 19);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (24, 'quota_short', '2022-05', -200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 20);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (25, 'quota_short', '2022-05', -100, 'default-2022', 'quota.zero_extra', '−1', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 20);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (26, 'quota_short', '2022-05', -100, 'default-2022', 'quota.per_missing', '−1', 'YS', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 20);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (27, 'quota_short', '2022-05', -200, 'default-2022', 'quota.per_missing', '−1 × 2 = −2', 'B_TW', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 20);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (28, 'quota_short', '2022-05', -100, 'default-2022', 'quota.zero_extra', '−1', 'B_TW', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, NULL, 20);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (29, 'instruction', '2022-06', 1000, 'default-2022', 'instruction_bonus.prefecture', '10', 'XZ', NULL, 2, NULL, NULL, '2022-07-03T09:30:00+00:00', 1, NULL, NULL, NULL, 22);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (30, 'commission', '2022-06', -100, 'default-2022', 'commission.late', '−2; → −1', 'XZ', NULL, 3, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, 1, NULL, NULL, 24);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (31, 'commission', '2022-06', -100, 'default-2022', 'commission.late', '−2; → −1', 'YS', NULL, 3, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, 1, NULL, NULL, 24);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (32, 'deduction', '2022-06', -100, 'default-2022', 'deductions.text_error', '−1', 'XZ', NULL, 2, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, 1, NULL, 26);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (33, 'correction', '2022-06', 50, 'default-2022', 'correction', '+0.5', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, 1, 28);
INSERT INTO "ledger" ("id", "kind", "booked_month", "cents", "rule_set", "clause", "arithmetic", "unit", "person", "draft", "adoption", "reverses", "booked_at", "instruction", "commission", "deduction", "correction", "act") VALUES (34, 'correction', '2022-06', 50, 'default-2022', 'correction', '+0.5', 'XZ', NULL, NULL, NULL, NULL, '2022-07-03T09:30:00+00:00', NULL, NULL, NULL, 2, 60);
INSERT INTO "bulletin_text" ("month", "code", "text", "included") VALUES ('2022-06', 'T1', '6月份，收到有效信息3条。', 1);
INSERT INTO "instruction" ("id", "draft", "level", "leader", "given_on", "registered_on", "evidence", "booked_month", "voided") VALUES (1, 2, 'prefecture', '高样二', '2022-06-24', '2022-06-24', '', '2022-06', '');
INSERT INTO "commission" ("id", "unit", "subject", "asked_on", "due_on", "delivered_on", "draft", "not_done_on", "booked_month", "voided") VALUES (1, 'XZ', '联建经验', '2022-06-01', '2022-06-20', '2022-06-21', 3, NULL, '2022-06', '');
INSERT INTO "deduction" ("id", "unit", "draft", "type", "cents", "reason", "evidence", "proposed_on", "proposed_by", "confirmed_on", "confirmed_by", "rejected", "booked_month", "voided") VALUES (1, 'XZ', 2, 'text_error', NULL, '日期有误', '', '2022-06-24', '李主任', '2022-06-26', '王部长', '', '2022-06', '');
INSERT INTO "deduction" ("id", "unit", "draft", "type", "cents", "reason", "evidence", "proposed_on", "proposed_by", "confirmed_on", "confirmed_by", "rejected", "booked_month", "voided") VALUES (2, 'B_TW', 4, 'no_approval_form', NULL, '《图片新闻》审批表缺失或不全', '', '2022-06-30', '李主任', NULL, '', '', NULL, '');
INSERT INTO "correction" ("id", "unit", "corrected_month", "cents", "reason", "registered_on", "entry", "booked_month", "voided") VALUES (1, 'XZ', '2022-05', 50, '漏计一条', '2022-07-01', NULL, '2022-06', '');
INSERT INTO "correction" ("id", "unit", "corrected_month", "cents", "reason", "registered_on", "entry", "booked_month", "voided") VALUES (2, 'XZ', '2022-05', 50, '异议成立（7月1日提出）：确有漏计', '2022-07-03', NULL, '2022-06', '');
INSERT INTO "platform_month" ("month", "pushes", "articles", "website_updates", "followers") VALUES ('2022-06', 21, 168, 40, 3050);
INSERT INTO "unit_name" ("unit", "name", "from_month") VALUES ('B_TW', '共青团市委', '2022-07');
INSERT INTO "unit_name" ("unit", "name", "from_month") VALUES ('B_TW', '团市委', '2022-01');
INSERT INTO "unit_change" ("id", "month", "kind", "unit", "successor") VALUES (1, '2022-06', 'create', 'YBZ', NULL);
INSERT INTO "unit_change" ("id", "month", "kind", "unit", "successor") VALUES (2, '2022-07', 'merge', 'XZ', 'XYZ');
INSERT INTO "unit_change" ("id", "month", "kind", "unit", "successor") VALUES (3, '2022-07', 'merge', 'YBZ', 'XYZ');
INSERT INTO "draft_version" ("id", "draft", "number", "came_on", "replaced_on", "title", "authors", "authors_incomplete", "word_count", "body", "attachments", "undone") VALUES (1, 8, 1, '2022-06-10', '2022-07-03', '改后重报的稿件', '[["周试一", "author", "", null]]', 0, NULL, '', '现场.jpg', 0);
INSERT INTO "draft_remark" ("id", "draft", "version", "noted_on", "noted_by", "remark", "undone") VALUES (1, 8, 1, '2022-07-03', '李主任', '开头先说做法', 0);
INSERT INTO "draft_return" ("id", "draft", "version", "returned_on", "reason", "remark") VALUES (1, 7, 1, '2022-07-03', '数据没有核实', '');
INSERT INTO "draft_return" ("id", "draft", "version", "returned_on", "reason", "remark") VALUES (2, 8, 1, '2022-07-03', '标题不准
篇幅不符', '请补成效');
INSERT INTO "holiday" ("day", "worked", "name") VALUES ('2022-04-02', 1, '');
INSERT INTO "holiday" ("day", "worked", "name") VALUES ('2022-06-03', 0, '端午节');
INSERT INTO "unit_code" ("unit", "code") VALUES ('XZ', 'XZ');
INSERT INTO "approval" ("id", "kind", "number", "scope", "seq", "month", "opened_on", "facts", "binder", "released", "voided") VALUES (1, 'A', '202206-XZ-01', '202206-XZ-{seq}', 1, '2022-06', '2022-07-03', '{"office_phone": "0736-4200000", "outlet": "津市党建网", "summary": "党员上讲台。", "photos": 2, "videos": 0, "other_attachments": "", "commission_number": "", "reprinted_from": ""}', '', NULL, '');
INSERT INTO "approval" ("id", "kind", "number", "scope", "seq", "month", "opened_on", "facts", "binder", "released", "voided") VALUES (2, 'C', '微审〔2022〕1次', '微审〔2022〕{seq}次', 1, '2022-07', '2022-07-03', '{"pushed_on": "2022-07-03", "push_number": 1, "scheduled_at": null, "publisher": ""}', '', NULL, '');
INSERT INTO "approval" ("id", "kind", "number", "scope", "seq", "month", "opened_on", "facts", "binder", "released", "voided") VALUES (3, 'A', '202206-XZ-02', '202206-XZ-{seq}', 2, '2022-06', '2022-07-03', '{"office_phone": "0736-4200000", "outlet": "津市党建网", "summary": "", "photos": 0, "videos": 0, "other_attachments": "", "commission_number": "1", "reprinted_from": ""}', '', NULL, '填错单位');
INSERT INTO "approval_draft" ("approval", "position", "draft", "push_column", "photos", "videos", "reprinted_from") VALUES (1, 0, 2, '', 0, 0, '');
INSERT INTO "approval_draft" ("approval", "position", "draft", "push_column", "photos", "videos", "reprinted_from") VALUES (2, 0, 2, '', 2, 0, '');
INSERT INTO "approval_draft" ("approval", "position", "draft", "push_column", "photos", "videos", "reprinted_from") VALUES (2, 1, 3, '', 0, 0, '');
INSERT INTO "approval_draft" ("approval", "position", "draft", "push_column", "photos", "videos", "reprinted_from") VALUES (3, 0, 3, '', 0, 0, '');
INSERT INTO "approval_signature" ("id", "approval", "step", "signer", "ruling", "opinion", "signed_on", "same_person", "content", "recorded_by", "recorded_at", "withdrawn") VALUES (1, 1, 'info_officer', '陈试四', 'passed', '', '2022-06-11', '', '8850807d3218aa347f3de4fcbf96c21280c81307eda5d3d4e5453584cd66b750', 'clerk', '2022-07-03T09:30:00+00:00', '');
INSERT INTO "approval_print" ("id", "approval", "printed_on", "copies", "content") VALUES (1, 2, '2022-07-02', 2, '44eb04871ca80b7ee7390b1763365de8389deabb63722bbf8e0eec9f88e29adb');
INSERT INTO "attachment" ("id", "approval", "role", "name", "kind", "size", "sha256", "added_on", "voided") VALUES (1, 2, 'signed', '签批件.pdf', 'pdf', 1024, 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', '2022-07-03', '');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (1, '周试一', '', '', 'zhou shi yi', 'zsy');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (2, '周试一', '', '', 'zhou shi yi', 'zsy');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (3, '李试二', '', '13800000000', 'li shi er', 'lse');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (4, '周试一', '', '', 'zhou shi yi', 'zsy');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (5, '王测三', '', '', 'wang ce san', 'wcs');
INSERT INTO "person" ("id", "name", "mark", "mobile", "pinyin", "initials") VALUES (6, '王册三', '宣传办', '', 'wang ce san', 'wcs');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (1, 1, 'YS', NULL, NULL, '');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (4, 4, 'B_TW', NULL, NULL, '');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (8, 5, 'YS', NULL, '2022-06-19', '');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (9, 5, 'B_TW', '2022-06-20', NULL, '');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (10, 6, 'YS', NULL, NULL, '');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (11, 3, 'XZ', NULL, '2022-06-30', '0736-4210001');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (12, 3, 'XYZ', '2022-07-01', NULL, '0736-4210001');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (13, 2, 'XZ', NULL, '2022-06-30', '0736-4210001');
INSERT INTO "post" ("id", "person", "unit", "since_on", "until_on", "phone") VALUES (14, 2, 'XYZ', '2022-07-01', NULL, '0736-4210001');
INSERT INTO "duty" ("id", "person", "unit", "duty", "since_on", "until_on") VALUES (2, 3, 'XZ', 'info_officer', '2022-06-20', '2022-06-30');
INSERT INTO "duty" ("id", "person", "unit", "duty", "since_on", "until_on") VALUES (3, 2, 'XZ', 'info_officer', '2021-03-01', '2022-06-19');
INSERT INTO "person_join" ("id", "person", "one", "reason", "joined_at", "parted_at") VALUES (1, 6, 5, '一次登记写错了字', '2022-07-03T09:30:00+00:00', NULL);
INSERT INTO "unit_group" ("unit", "group", "from_month") VALUES ('YS', 'bureau', '2022-07');
INSERT INTO "unit_group" ("unit", "group", "from_month") VALUES ('YS', 'town', '2022-01');
INSERT INTO "unit_quota" ("unit", "from_month", "quota", "reason") VALUES ('YS', '2022-07', 3, '人员较多');
INSERT INTO "issue" ("month", "number", "issued_on", "issued_at", "issued_by") VALUES ('2022-05', '津组通〔2022〕5号', '2022-06-05', '2022-07-03T09:30:00+00:00', 'clerk');
INSERT INTO "reopening" ("id", "month", "closed_at", "closed_by", "frozen", "sha256", "reason", "reopened_at", "reopened_by") VALUES (1, '2022-05', '2022-07-03T09:30:00+00:00', 'clerk', '{"bulletin":{"month":{"year":2022,"month":5},"title":"关于2022年5月份全市组工信息宣传工作情况的通报","addressee":"各镇党委、街道党工委，市直各单位党委（党组），部机关各组室：","opening":{"code":"T0","text":"5月份，各单位紧扣全市组织工作重点，认真做好组工信息采写报送和党建宣传工作。现将有关情况通报如下：","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},"sections":[{"title":"总体情况","sentences":[{"code":"T1","text":"5月份，共收到有效信息1条，其中镇（街道）1条。","spans":[{"start":11,"end":12,"figure":{"key":"valid","text":"1"}},{"start":21,"end":22,"figure":{"key":"valid.town","text":"1"}}],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T2","text":"从类别看，均为动态信息。","spans":[],"included":true,"edited":false,"joins":true,"broken":[]},{"code":"T3","text":"应报送单位3家，完成月度任务0家，完成率0%。","spans":[{"start":5,"end":6,"figure":{"key":"due","text":"3"}},{"start":14,"end":15,"figure":{"key":"completed","text":"0"}},{"start":20,"end":22,"figure":{"key":"rate","text":"0%"}}],"included":true,"edited":false,"joins":true,"broken":[]}],"tables":[]},{"title":"采用情况","sentences":[{"code":"T4","text":"本月暂无稿件被媒体采用。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]},{"title":"积分情况","sentences":[],"tables":[]},{"title":"存在问题","sentences":[{"code":"T12","text":"未完成月度任务的单位：新洲镇（0条）、团市委（0条）、药山镇（1条）。","spans":[{"start":15,"end":16,"figure":{"key":"counted.XZ","text":"0"}},{"start":23,"end":24,"figure":{"key":"counted.B_TW","text":"0"}},{"start":31,"end":32,"figure":{"key":"counted.YS","text":"1"}}],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T17","text":"稿件以动态信息为主（占100%），经验材料、调研偏少。","spans":[{"start":11,"end":15,"figure":{"key":"news_share","text":"100%"}}],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]},{"title":"下步要求","sentences":[{"code":"T18-1","text":"各单位要对照月度任务，每月按时足额报送组工信息，做到应报尽报、不漏不拖。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T18-2","text":"要聚焦组织工作重点，深入一线挖掘好经验、好做法，多报经验材料和调研文章，提高市级以上媒体采用率。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},{"code":"T18-3","text":"要严格填写信息审批表，层层把好政治关、事实关、文字关、保密关，确保信息及时、准确、规范。","spans":[],"included":true,"edited":false,"joins":false,"broken":[]}],"tables":[]}],"signer":"中共津市市委组织部","dated":"2022-06-05","contact":"","points_tables":[{"group":"镇（街道）","rows":[{"place":1,"unit":"药山镇","received":1,"valid":1,"state":"差1条","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-100,"total":-100,"cumulative":-100,"rank":1,"rank_cumulative":1},{"place":2,"unit":"新洲镇","received":0,"valid":0,"state":"零报送","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-300,"total":-300,"cumulative":-300,"rank":2,"rank_cumulative":2}]},{"group":"市直单位","rows":[{"place":1,"unit":"团市委","received":0,"valid":0,"state":"零报送","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":-300,"total":-300,"cumulative":-300,"rank":1,"rank_cumulative":1}]},{"group":"部机关组室","rows":[{"place":1,"unit":"研究室","received":0,"valid":0,"state":"","adopted":0,"times":[0,0,0,0],"base":0,"gained":0,"bonus":0,"deducted":0,"total":0,"cumulative":0,"rank":null,"rank_cumulative":null}]}],"pieces":[],"figures":{"month":{"year":2022,"month":5},"received":1,"valid_by_group":{"town":1,"bureau":0,"office":0},"valid_by_category":{"news":1,"essay":0,"experience":0,"research":0},"standings":[{"unit":{"id":"XZ","name":"新洲镇","group":"town","position":0,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["新洲","新洲镇人民政府","新洲镇党委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":2,"exempt":false},{"unit":{"id":"YS","name":"药山镇","group":"town","position":1,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["药山","药山鎮","药山镇党委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":1,"valid":1,"adopted":0,"late":0,"weighted":1,"weighted_late":0,"valid_adopted":0},"quota":2,"exempt":false},{"unit":{"id":"B_TW","name":"团市委","group":"bureau","position":25,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["共青团津市市委"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":2,"exempt":false},{"unit":{"id":"YJS","name":"研究室","group":"office","position":57,"active_from":{"year":2022,"month":1},"active_to":null,"aliases":["部研究室"],"old_names":[],"names":[],"groups":[],"quotas":[]},"count":{"received":0,"valid":0,"adopted":0,"late":0,"weighted":0,"weighted_late":0,"valid_adopted":null},"quota":0,"exempt":false}],"pieces":[],"points":{"XZ":{"by_kind":{"quota_short":-300},"cumulative":-300},"YS":{"by_kind":{"quota_short":-100},"cumulative":-100},"B_TW":{"by_kind":{"quota_short":-300},"cumulative":-300},"YJS":{"by_kind":{},"cumulative":0}},"rank_month":{"town":{"XZ":2,"YS":1},"bureau":{"B_TW":1},"office":{"YJS":null}},"rank_cumulative":{"town":{"XZ":2,"YS":1},"bureau":{"B_TW":1},"office":{"YJS":null}},"previous_valid":null,"events":{"commissions":[],"instructed":[],"deducted":[],"corrected":[],"returns":[],"missing_forms":{},"capped":{},"platform":null},"unit_names":{"XZ":"新洲镇","YS":"药山镇","B_TW":"团市委","YJS":"研究室"}},"author_table":[]},"checks":[{"name":"groups","ok":true,"detail":"1"},{"name":"units","ok":true,"detail":"1"},{"name":"completion","ok":true,"detail":"0/3"},{"name":"levels","ok":true,"detail":"0"},{"name":"pieces","ok":true,"detail":"0"},{"name":"corrections","ok":true,"detail":"0"},{"name":"points","ok":true,"detail":""},{"name":"sentences","ok":true,"detail":""},{"name":"books","ok":true,"detail":"−7"},{"name":"to_review","ok":true,"detail":"0"},{"name":"forms","ok":true,"detail":"0"},{"name":"authors","ok":true,"detail":""},{"name":"unverified","ok":true,"detail":"0"},{"name":"commissions","ok":true,"detail":"0"},{"name":"proposals","ok":true,"detail":"0"},{"name":"objections","ok":true,"detail":"0"},{"name":"imports","ok":true,"detail":"0"}],"drafts":[{"draft":1,"unit":"YS","verdict":"counts","valid":true,"adopted":false,"form_missing":false}],"trends":{"year":2022,"now":[null,null,null,null,{"month":{"year":2022,"month":5},"closed":true,"groups":{"town":{"received":1,"valid":1,"adopted":0,"adopted_of_valid":0,"cents":-400},"bureau":{"received":0,"valid":0,"adopted":0,"adopted_of_valid":0,"cents":-300},"office":{"received":0,"valid":0,"adopted":0,"adopted_of_valid":0,"cents":0}},"units":{}},null,null,null,null,null,null,null],"before":[null,null,null,null,null,null,null,null,null,null,null,null]}}', 'f42f8595b210e523be45ec0de5f208cfa2fc0479ebfc416ecfd8ac891348f2f9', '漏登一篇，经李主任同意', '2022-07-03T09:30:00+00:00', 'clerk');
INSERT INTO "suggestion" ("id", "unit", "concern", "text", "received_on", "office", "handler", "due_on", "reply", "closed_on", "voided") VALUES (1, 'XZ', 'problem', '审批表往返要两天', '2022-06-08', 'YJS', '李主任', '2022-06-20', '扫描件先审，原件月底补交', '2022-06-18', '');
INSERT INTO "lead" ("id", "unit", "subject", "found_on", "office", "assigned_on", "draft", "shelved_on", "shelved", "voided") VALUES (1, 'XZ', '两镇联建的做法', '2022-06-08', 'YJS', '2022-06-08', 3, NULL, '', '');
INSERT INTO "assignment" ("id", "person", "period", "counting", "category", "target", "assigned_on", "voided") VALUES (1, 1, '2022-Q3', 'valid', NULL, 3, '2022-07-03', '');
INSERT INTO "reminder" ("id", "month", "stage", "sent_on", "channel", "sent_by", "remark", "recorded_at", "voided") VALUES (1, '2022-06', 'urge', '2022-06-27', 'phone', '李主任', '分管领导接听', '2022-07-03T09:30:00+00:00', '记错了单位');
INSERT INTO "reminder_unit" ("reminder", "unit", "position", "quota", "counted") VALUES (1, 'YS', 0, 2, 0);
INSERT INTO "objection" ("id", "unit", "month", "received_on", "raised_by", "channel", "text", "draft", "kind", "deduction", "voided") VALUES (1, 'XZ', '2022-05', '2022-07-01', '周试一', 'paper', '五月漏计一条', NULL, NULL, NULL, '');
INSERT INTO "objection" ("id", "unit", "month", "received_on", "raised_by", "channel", "text", "draft", "kind", "deduction", "voided") VALUES (2, 'XZ', '2022-06', '2022-07-01', '周试一', 'paper', '应按省级计', 2, 'adoption', NULL, '');
INSERT INTO "objection_ruling" ("id", "objection", "finding", "remedy", "ruled_by", "ruled_on", "reason", "voided") VALUES (1, 1, 'upheld', 'correction', '李主任', '2022-07-02', '确有漏计', '');
INSERT INTO "objection_ruling" ("id", "objection", "finding", "remedy", "ruled_by", "ruled_on", "reason", "voided") VALUES (2, 2, 'dismissed', NULL, '李主任', '2022-07-02', '报样是本级', '');
INSERT INTO "objection_ruling" ("id", "objection", "finding", "remedy", "ruled_by", "ruled_on", "reason", "voided") VALUES (3, 2, 'partly', 'change', '李主任', '2022-07-02', '确有漏计', '');
INSERT INTO "objection_correction" ("correction", "objection") VALUES (2, 1);
INSERT INTO "sheet_delivery" ("id", "month", "sent_on", "channel", "sent_by", "due_on", "recorded_at", "voided") VALUES (1, '2022-06', '2022-07-03', 'paper', '李主任', '2022-07-06', '2022-07-03T09:30:00+00:00', '');
INSERT INTO "sheet_delivery_unit" ("delivery", "unit", "cents", "sha256") VALUES (1, 'B_TW', 0, 'fb194e608b87922f93faf285b0e684202a752291a2caa52edf0a590bee4124fc');
INSERT INTO "sheet_delivery_unit" ("delivery", "unit", "cents", "sha256") VALUES (1, 'XZ', 2300, '102eeae6d754078be75ce1ae33c322ebadf50d0e67fb4f40f5c835c93daf52dd');
INSERT INTO "sheet_delivery_unit" ("delivery", "unit", "cents", "sha256") VALUES (1, 'YJS', 0, 'e1562378562cd583f7393490634ddc838237297adf1d20e4c83007c72fe744a8');
INSERT INTO "sheet_delivery_unit" ("delivery", "unit", "cents", "sha256") VALUES (1, 'YS', 100, 'dbdb98bf0c977deaaec5514fe43c377601066ea99b8a156838a8c8ad672591d8');
INSERT INTO "draft_tag" ("draft", "position", "tag") VALUES (3, 0, '党建引领');
INSERT INTO "draft_tag" ("draft", "position", "tag") VALUES (3, 1, '联建共治');
INSERT INTO "quality_pick" ("id", "draft", "month", "reason", "picked_on", "picked_by", "uploaded_on", "voided") VALUES (1, 3, '2022-06', '做法写得实，数字站得住', '2022-06-30', '李主任', '2022-07-01', '另有更好的一篇');
INSERT INTO "quality_pick" ("id", "draft", "month", "reason", "picked_on", "picked_by", "uploaded_on", "voided") VALUES (2, 3, '2022-06', '做法写得实，数字站得住', '2022-06-30', '李主任', '2022-07-01', '');
INSERT INTO "period_text" ("period", "code", "text", "included") VALUES ('2022-Q2', 'Q1', '二季度收到信息3条。', 1);
INSERT INTO "period_entry" ("period", "field", "typed") VALUES ('2022-Q2', 'mentored', '4');
INSERT INTO "period_issue" ("period", "last", "number", "issued_on", "issued_at", "issued_by", "frozen", "sha256") VALUES ('2022-Q1', '2022-03', '津组通〔2022〕3号', '2022-04-06', '2022-07-03T09:30:00+00:00', 'clerk', '{"notice":{"period":{"first":{"year":2022,"month":1},"last":{"year":2022,"month":3}},"template":"bulletin","stem":"季讲评-2022-Q1","title":"关于2022年第一季度组工信息宣传工作讲评的通报","addressee":"各单位：","opening":{"code":"Q0","text":"现将有关情况通报如下：","spans":[],"included":true,"edited":false,"joins":false,"broken":[]},"sections":[],"annexes":[],"sheets":[],"signer":"","dated":"2022-04-06","contact":""},"checks":[],"sums":{"received":0,"valid":0,"adopted":0,"times":0,"cents":0},"tiles":[],"workings":[],"open_months":[]}', 'e3f556704a1022b06215bfaa532f51d038d4c9d257f4f751e7def23b4252a12f');
INSERT INTO "award_decision" ("id", "year", "award", "unit", "person", "draft", "grade", "reason", "decided_on", "decided_by", "recorded_at", "voided") VALUES (1, 2022, 'town', 'XZ', NULL, NULL, 'second', '全年组织两镇联建', '2022-07-03', '王部长', '2022-07-03T09:30:00+00:00', '年底再定');
INSERT INTO "award_decision" ("id", "year", "award", "unit", "person", "draft", "grade", "reason", "decided_on", "decided_by", "recorded_at", "voided") VALUES (2, 2022, 'experience', NULL, NULL, 3, 'excellent', '', '2022-07-03', 'clerk', '2022-07-03T09:30:00+00:00', '');
INSERT INTO "rule_set" ("id", "effective_from", "toml", "withdrawn") VALUES ('default-2022', '2022-01', '# 津市市组工信息宣传考核 默认规则集(可编辑模板)。积分以"百分之一分"整数存储,此处按分书写。
# 标注: [S#]=sources.md 出处; [O]=本项目自定,须由研究室确认后启用。
[ruleset]
id = "default-2022"
title = "组工信息宣传工作考核评比细则(默认模板)"
doc_no = ""                     # 印发文号, 由用户填写
effective_from = "2022-01"      # 生效月份; 已关账月份不受影响
rounding = "half_up_0.01"       # 四舍五入到 0.01
display_decimals = 2            # 打印时去掉末尾 0

[levels]                        # order 由低到高
county     = { name = "本级(津市市)", order = 1 }
prefecture = { name = "市级(常德市)", order = 2 }
province   = { name = "省级(湖南省)", order = 3 }
national   = { name = "国家级", order = 4 }

[categories]                    # 四类分别计分 [S1]
news       = { name = "动态信息", quota_weight = 1 }
essay      = { name = "真言文章", quota_weight = 1 }
experience = { name = "经验材料", quota_weight = 1 }
research   = { name = "调研",     quota_weight = 1 }

[base_points]                   # 单独采用的基本分 [O; 量级参照 S4 S6 S9 S10 S12 S17]
news       = { county = 1.0, prefecture = 3.0,  province = 8.0,  national = 20.0 }
essay      = { county = 2.0, prefecture = 5.0,  province = 10.0, national = 25.0 }
experience = { county = 3.0, prefecture = 8.0,  province = 15.0, national = 40.0 }
research   = { county = 4.0, prefecture = 10.0, province = 20.0, national = 50.0 }

[factors.mode]                  # 采用方式
sole     = 1.0                  # 单独采用
combined = 0.5                  # 综合采用(与其他单位合编) [S4 S10 S24]
excerpt  = 0.5                  # 摘登、转载 [S18 S21]
mention  = 0.0                  # 仅点到, 只登记不计分 [O]

[factors.form]                  # 体裁
text          = 1.0
photo         = 0.5             # 图片新闻 [S13]
brief         = 0.5             # 简讯 [S23]
short_video   = 1.0             # [O]
feature_video = 1.5             # 专题片 [O]

[factors.position]
normal   = 1.0
headline = 1.5                  # 头版、头条 [O; S10 为 1.6~2 倍, S14 为 2 倍]

[multi_adoption]
policy = "highest"              # highest | per_level_once | top_two_levels | sum_all; 默认同稿取最高 [S16 S17 S20]
book_difference = true          # 升级采用只在新月份补记差额 [O]
county_news_month_cap = 0       # 单位当月本级动态信息积分上限, 0=不设 [O; S20 为每季 10 分]

[instruction_bonus]             # 领导批示, 同稿取最高一级 [S4 S12 S13]
county = 5.0
prefecture = 10.0
province = 20.0
national = 40.0

[commission]                    # 约稿
on_time = 2.0                   # [S12; S32 为 3]
late = -2.0                     # [O]
not_done = -5.0                 # [S14; S13 为 -10, S32 为 -3]

[quota]
groups = { town = 2, bureau = 2, office = 0 }   # 每月条数: 镇街、市直单位、部机关组室 [S1; 同为2条: S15 S32 S33]
count_basis = "valid_submission"                # 有效报送; 可选 received | adopted
joint_counts_for = "lead"                       # 联合报送只计主报单位 [O]
carry_over = false                              # 超额不结转 [O]
remind_days = [15, 25]                          # 提醒、催报; 逾期清单于次月1日 [O]
grace_close_day = 5                             # 次月5日关账, 之前可补报(计迟报) [S14 每月5日前审核登记; S16 为3日]
base_completed = 2.0                            # 完成任务基础分 [O; S11 为每月10分封顶]
per_missing = -1.0                              # 每少1条 [O; S15 为 -0.5]
zero_extra = -1.0                               # 零报送另扣 [O; B2 点名通报零报送]

[deductions]                    # 按次; 研究室提出、分管领导确认后生效 [O; 项目参照出处]
late             = { name = "迟报",                       points = -0.5 }
no_approval_form = { name = "审批表缺失或不全",           points = -1.0 }
text_error       = { name = "文字、数据差错",             points = -1.0 }
serious_error    = { name = "领导姓名职务、政治表述差错", points = -5.0 }
untrue           = { name = "内容失实",                   points = -5.0, void_item = true }       # [S14]
plagiarism       = { name = "抄袭、虚构",                 points = -10.0, void_item = true }      # [S22]
multi_submit     = { name = "违规一稿多投",               points = -2.0 }
unapproved_post  = { name = "未经审批擅自发布",           points = -5.0 }
omission         = { name = "漏报重要情况",               points = -5.0 }                         # [S26]
concealment      = { name = "瞒报",                       points = -10.0 }                        # [S26]
higher_criticism = { name = "被上级通报批评",             points = -5.0 }
secrecy          = { name = "违反保密规定",               points = -20.0, disqualify_year = true } # [S21 为扣总分50%]

[authors]
split = "equal"                 # equal | first_only | ratio | full_each [S16 S18 S31]
ratio = [0.6, 0.4]              # split="ratio" 时使用 [S18 前两名 3:2]
max_authors = 3
exclude_roles = ["reporter", "media_editor"]    # 媒体记者共同署名不分分 [S16]

[joint_units]
split = "equal"                 # 同一排名组内均分 [S19]
across_groups = "full_each"     # 不同排名组各得满分(如 镇 + 部机关组室) [O]

[time]
attribution = "adopted_on"      # 按刊发日期归月; 该月已关账则记入当前开放月 [O]
evidence_days = 60              # 刊发后60天内凭据登记, 逾期不补 [O; S29 S30 逾期不补]
year_close = "01-10"            # 次年1月10日年度关账 [O; S31 为12月底]

[ranking]
method = "competition"          # 1,2,2,4 并列 [B5]
tie_breakers_month = []         # 月度不加赛, 直接并列 [B5]
tie_breakers_award = ["national_count", "province_count", "prefecture_count", "adopted_count", "on_time_rate"]
unranked_units = ["YJS"]        # 研究室为组织者, 列表但不排名 [S5 办公室不参加]

[quarter_grade]                 # 季讲评等次 [O]
order = ["poor", "fair", "good", "better"]      # 先判差
poor   = { name = "差",   when = "missed_months>=2 or has_deduction(''serious_error'',''untrue'',''plagiarism'',''secrecy'')" }
fair   = { name = "一般", when = "missed_months==1" }
good   = { name = "好",   when = "missed_months==0 and rank_pct<=0.30" }
better = { name = "较好", when = "missed_months==0" }

[awards]                        # 年终 [O; S5 S14 提供参照]
town   = { first = 1, second = 2, third = 2 }
bureau = { first = 2, second = 3, third = 5 }
office = { excellent = 1 }
person = { excellent = 10 }
article = { news = 3, essay = 2, experience = 2, research = 2 }
min_active_months = 6
wording = "通报表扬"            # 县级部门不得自设表彰奖励项目 [R1 R2]
', '');
INSERT INTO "rule_set" ("id", "effective_from", "toml", "withdrawn") VALUES ('july', '2022-07', '# 津市市组工信息宣传考核 默认规则集(可编辑模板)。积分以"百分之一分"整数存储,此处按分书写。
# 标注: [S#]=sources.md 出处; [O]=本项目自定,须由研究室确认后启用。
[ruleset]
id = "july"
title = "组工信息宣传工作考核评比细则(默认模板)"
doc_no = ""                     # 印发文号, 由用户填写
effective_from = "2022-07"      # 生效月份; 已关账月份不受影响
rounding = "half_up_0.01"       # 四舍五入到 0.01
display_decimals = 2            # 打印时去掉末尾 0

[levels]                        # order 由低到高
county     = { name = "本级(津市市)", order = 1 }
prefecture = { name = "市级(常德市)", order = 2 }
province   = { name = "省级(湖南省)", order = 3 }
national   = { name = "国家级", order = 4 }

[categories]                    # 四类分别计分 [S1]
news       = { name = "动态信息", quota_weight = 1 }
essay      = { name = "真言文章", quota_weight = 1 }
experience = { name = "经验材料", quota_weight = 1 }
research   = { name = "调研",     quota_weight = 1 }

[base_points]                   # 单独采用的基本分 [O; 量级参照 S4 S6 S9 S10 S12 S17]
news       = { county = 1.0, prefecture = 3.0,  province = 8.0,  national = 20.0 }
essay      = { county = 2.0, prefecture = 5.0,  province = 10.0, national = 25.0 }
experience = { county = 3.0, prefecture = 8.0,  province = 15.0, national = 40.0 }
research   = { county = 4.0, prefecture = 10.0, province = 20.0, national = 50.0 }

[factors.mode]                  # 采用方式
sole     = 1.0                  # 单独采用
combined = 0.5                  # 综合采用(与其他单位合编) [S4 S10 S24]
excerpt  = 0.5                  # 摘登、转载 [S18 S21]
mention  = 0.0                  # 仅点到, 只登记不计分 [O]

[factors.form]                  # 体裁
text          = 1.0
photo         = 0.5             # 图片新闻 [S13]
brief         = 0.5             # 简讯 [S23]
short_video   = 1.0             # [O]
feature_video = 1.5             # 专题片 [O]

[factors.position]
normal   = 1.0
headline = 1.5                  # 头版、头条 [O; S10 为 1.6~2 倍, S14 为 2 倍]

[multi_adoption]
policy = "highest"              # highest | per_level_once | top_two_levels | sum_all; 默认同稿取最高 [S16 S17 S20]
book_difference = true          # 升级采用只在新月份补记差额 [O]
county_news_month_cap = 0       # 单位当月本级动态信息积分上限, 0=不设 [O; S20 为每季 10 分]

[instruction_bonus]             # 领导批示, 同稿取最高一级 [S4 S12 S13]
county = 5.0
prefecture = 10.0
province = 20.0
national = 40.0

[commission]                    # 约稿
on_time = 2.0                   # [S12; S32 为 3]
late = -2.0                     # [O]
not_done = -5.0                 # [S14; S13 为 -10, S32 为 -3]

[quota]
groups = { town = 2, bureau = 2, office = 0 }   # 每月条数: 镇街、市直单位、部机关组室 [S1; 同为2条: S15 S32 S33]
count_basis = "valid_submission"                # 有效报送; 可选 received | adopted
joint_counts_for = "lead"                       # 联合报送只计主报单位 [O]
carry_over = false                              # 超额不结转 [O]
remind_days = [15, 25]                          # 提醒、催报; 逾期清单于次月1日 [O]
grace_close_day = 5                             # 次月5日关账, 之前可补报(计迟报) [S14 每月5日前审核登记; S16 为3日]
base_completed = 2.0                            # 完成任务基础分 [O; S11 为每月10分封顶]
per_missing = -1.0                              # 每少1条 [O; S15 为 -0.5]
zero_extra = -1.0                               # 零报送另扣 [O; B2 点名通报零报送]

[deductions]                    # 按次; 研究室提出、分管领导确认后生效 [O; 项目参照出处]
late             = { name = "迟报",                       points = -0.5 }
no_approval_form = { name = "审批表缺失或不全",           points = -1.0 }
text_error       = { name = "文字、数据差错",             points = -1.0 }
serious_error    = { name = "领导姓名职务、政治表述差错", points = -5.0 }
untrue           = { name = "内容失实",                   points = -5.0, void_item = true }       # [S14]
plagiarism       = { name = "抄袭、虚构",                 points = -10.0, void_item = true }      # [S22]
multi_submit     = { name = "违规一稿多投",               points = -2.0 }
unapproved_post  = { name = "未经审批擅自发布",           points = -5.0 }
omission         = { name = "漏报重要情况",               points = -5.0 }                         # [S26]
concealment      = { name = "瞒报",                       points = -10.0 }                        # [S26]
higher_criticism = { name = "被上级通报批评",             points = -5.0 }
secrecy          = { name = "违反保密规定",               points = -20.0, disqualify_year = true } # [S21 为扣总分50%]

[authors]
split = "equal"                 # equal | first_only | ratio | full_each [S16 S18 S31]
ratio = [0.6, 0.4]              # split="ratio" 时使用 [S18 前两名 3:2]
max_authors = 3
exclude_roles = ["reporter", "media_editor"]    # 媒体记者共同署名不分分 [S16]

[joint_units]
split = "equal"                 # 同一排名组内均分 [S19]
across_groups = "full_each"     # 不同排名组各得满分(如 镇 + 部机关组室) [O]

[time]
attribution = "adopted_on"      # 按刊发日期归月; 该月已关账则记入当前开放月 [O]
evidence_days = 60              # 刊发后60天内凭据登记, 逾期不补 [O; S29 S30 逾期不补]
year_close = "01-10"            # 次年1月10日年度关账 [O; S31 为12月底]

[ranking]
method = "competition"          # 1,2,2,4 并列 [B5]
tie_breakers_month = []         # 月度不加赛, 直接并列 [B5]
tie_breakers_award = ["national_count", "province_count", "prefecture_count", "adopted_count", "on_time_rate"]
unranked_units = ["YJS"]        # 研究室为组织者, 列表但不排名 [S5 办公室不参加]

[quarter_grade]                 # 季讲评等次 [O]
order = ["poor", "fair", "good", "better"]      # 先判差
poor   = { name = "差",   when = "missed_months>=2 or has_deduction(''serious_error'',''untrue'',''plagiarism'',''secrecy'')" }
fair   = { name = "一般", when = "missed_months==1" }
good   = { name = "好",   when = "missed_months==0 and rank_pct<=0.30" }
better = { name = "较好", when = "missed_months==0" }

[awards]                        # 年终 [O; S5 S14 提供参照]
town   = { first = 1, second = 2, third = 2 }
bureau = { first = 2, second = 3, third = 5 }
office = { excellent = 1 }
person = { excellent = 10 }
article = { news = 3, essay = 2, experience = 2, research = 2 }
min_active_months = 6
wording = "通报表扬"            # 县级部门不得自设表彰奖励项目 [R1 R2]
', '文件还没有印发');
INSERT INTO "meeting" ("id", "held_on", "place", "host", "recorder", "month", "agenda", "minutes", "voided") VALUES (1, '2022-06-06', '三楼会议室', '李主任', '陈试四', '2022-05', '通报五月情况
部署六月', '五月份任务完成较好。', '');
INSERT INTO "meeting" ("id", "held_on", "place", "host", "recorder", "month", "agenda", "minutes", "voided") VALUES (2, '2022-06-07', '三楼会议室', '李主任', '陈试四', NULL, '通报五月情况
部署六月', '', '登重');
INSERT INTO "meeting_attendance" ("meeting", "position", "unit", "names") VALUES (1, 0, 'YS', '周试一');
INSERT INTO "meeting_attendance" ("meeting", "position", "unit", "names") VALUES (1, 1, NULL, '常德日报社 周试二');
INSERT INTO "meeting_attendance" ("meeting", "position", "unit", "names") VALUES (2, 0, 'YS', '周试一');
INSERT INTO "meeting_attendance" ("meeting", "position", "unit", "names") VALUES (2, 1, NULL, '常德日报社 周试二');
INSERT INTO "resolution" ("id", "meeting", "text", "who", "due_on", "done_on", "result", "voided") VALUES (1, 1, '整理好稿', '研究室', '2022-06-10', '2022-06-09', '已上传', '');
INSERT INTO "resolution" ("id", "meeting", "text", "who", "due_on", "done_on", "result", "voided") VALUES (2, 1, '走访落后单位', '周试一', NULL, NULL, '', '');
INSERT INTO "resolution" ("id", "meeting", "text", "who", "due_on", "done_on", "result", "voided") VALUES (3, 2, '重复', '研究室', NULL, NULL, '', '登错');
INSERT INTO draft_grams (rowid, grams) VALUES (1, '20 02 22 2 00 01 1 药山 山镇 镇 屋场 场会 会 开到 到家 家门 门口 口 周试 试一 一 ys sz zw wc ch hk kd dj jm mk k z zs sy y');
INSERT INTO draft_grams (rowid, grams) VALUES (2, '20 02 22 2 00 新洲 洲镇 镇 党员 员 微课 课堂 堂 周试 试一 一 李试 试二 二 xz zz zd dy yw wk kt t z zs sy y ls se e');
INSERT INTO draft_grams (rowid, grams) VALUES (3, '20 02 22 2 00 03 3 两镇 镇联 联建 建 新洲 洲镇 镇 药山 山镇 周试 试一 一 党建 建引 引领 领 建共 共治 治 lz zl lj j xz zz z ys sz zs sy y dj jy yl l jg gz');
INSERT INTO draft_grams (rowid, grams) VALUES (4, '20 02 22 2 00 04 4 图片 片新 新闻 闻 团市 市委 委 周试 试一 一 tp px xw w ts sw zs sy y 共青 青团 gq qt');
INSERT INTO draft_grams (rowid, grams) VALUES (5, '20 02 22 2 00 05 5 两人 人合 合写 写 新洲 洲镇 镇 周试 试一 一 李试 试二 二 lr rh hx x xz zz z zs sy y ls se e');
INSERT INTO draft_grams (rowid, grams) VALUES (6, '20 02 22 2 00 06 6 撤下 下的 的稿 稿件 件 药山 山镇 镇 王测 测三 三 cx xd dg gj j ys sz z wc cs s');
INSERT INTO draft_grams (rowid, grams) VALUES (7, '20 02 22 2 00 07 7 退回 回的 的稿 稿件 件 新洲 洲镇 镇 周试 试一 一 th hd dg gj j xz zz z zs sy y');
INSERT INTO draft_grams (rowid, grams) VALUES (8, '20 02 22 2 00 08 8 改后 后重 重报 报的 的稿 稿件 件 修改 改稿 稿 药山 山镇 镇 gh hz zb bd dg gj jx xg gg g ys sz z');
INSERT INTO draft_grams (rowid, grams) VALUES (9, '20 02 22 2 00 09 9 表中 中稿 稿件 件 共青 青团 团市 市委 委 周试 试一 一 bz zg gj j gq qt ts sw w zs sy y');
CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never deleted'); END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never changed'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never cut'); END;
CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN SELECT RAISE (ABORT, 'drafts are voided, never deleted'); END;
CREATE TRIGGER adoption_is_never_deleted BEFORE DELETE ON adoption
BEGIN SELECT RAISE (ABORT, 'adoptions are voided, never deleted'); END;
CREATE TRIGGER instruction_is_never_deleted BEFORE DELETE ON instruction
BEGIN SELECT RAISE (ABORT, 'instructions are voided, never deleted'); END;
CREATE TRIGGER commission_is_never_deleted BEFORE DELETE ON commission
BEGIN SELECT RAISE (ABORT, 'commissions are voided, never deleted'); END;
CREATE TRIGGER deduction_is_never_deleted BEFORE DELETE ON deduction
BEGIN SELECT RAISE (ABORT, 'deductions are voided, never deleted'); END;
CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE (ABORT, 'corrections are voided, never deleted'); END;
CREATE TRIGGER month_is_never_changed BEFORE UPDATE ON month
BEGIN SELECT RAISE (ABORT, 'a closed month is never changed'); END;
CREATE TRIGGER months_close_in_order BEFORE INSERT ON month
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'months are closed in order, once'); END;
CREATE TRIGGER closed_month_books_nothing BEFORE INSERT ON ledger
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
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
CREATE TRIGGER draft_version_is_never_deleted BEFORE DELETE ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept'); END;
CREATE TRIGGER draft_version_is_never_changed
BEFORE UPDATE OF draft, number, came_on, replaced_on, title, authors, authors_incomplete, word_count, body, attachments
ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept as they were'); END;
CREATE TRIGGER draft_remark_is_never_deleted BEFORE DELETE ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept'); END;
CREATE TRIGGER draft_remark_is_never_changed
BEFORE UPDATE OF draft, version, noted_on, noted_by, remark ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept as they were'); END;
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
CREATE TRIGGER person_join_is_never_deleted BEFORE DELETE ON person_join
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;
CREATE TRIGGER person_join_is_only_parted BEFORE UPDATE ON person_join
WHEN (OLD.person, OLD.one, OLD.reason, OLD.joined_at) IS NOT (NEW.person, NEW.one, NEW.reason, NEW.joined_at)
  OR OLD.parted_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;
CREATE TRIGGER closed_month_is_charged_nothing BEFORE INSERT ON unit_quota
WHEN NEW.from_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
CREATE TRIGGER closed_month_keeps_its_quotas BEFORE DELETE ON unit_quota
WHEN OLD.from_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
CREATE TRIGGER closed_month_changes_no_quota BEFORE UPDATE ON unit_quota
WHEN min(OLD.from_month, NEW.from_month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;
CREATE TRIGGER issue_is_written_once BEFORE INSERT ON issue
WHEN EXISTS (SELECT 1 FROM issue WHERE month = NEW.month OR number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a month is issued once, under a number of its own'); END;
CREATE TRIGGER issue_is_never_changed BEFORE UPDATE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;
CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;
CREATE TRIGGER reopening_is_written_once BEFORE INSERT ON reopening
WHEN EXISTS (SELECT 1 FROM reopening WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;
CREATE TRIGGER reopening_is_never_changed BEFORE UPDATE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;
CREATE TRIGGER reopening_is_never_deleted BEFORE DELETE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;
CREATE TRIGGER issued_month_is_never_opened BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM issue WHERE month = OLD.month)
BEGIN SELECT RAISE (ABORT, 'an issued month stays closed'); END;
CREATE TRIGGER months_open_from_the_last BEFORE DELETE ON month
WHEN OLD.month < (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'only the last closed month is opened'); END;
CREATE TRIGGER no_month_opens_unrecorded BEFORE DELETE ON month
WHEN NOT EXISTS (
    SELECT 1 FROM reopening
     WHERE month = OLD.month AND closed_at = OLD.closed_at AND frozen IS OLD.frozen AND sha256 IS OLD.sha256)
BEGIN SELECT RAISE (ABORT, 'a closed month is opened with a reason'); END;
CREATE TRIGGER suggestion_is_never_deleted BEFORE DELETE ON suggestion
BEGIN SELECT RAISE (ABORT, 'suggestions are voided, never deleted'); END;
CREATE TRIGGER suggestion_stays_as_told BEFORE UPDATE OF unit, concern, text, received_on ON suggestion
BEGIN SELECT RAISE (ABORT, 'what a unit told stays as told'); END;
CREATE TRIGGER lead_is_never_deleted BEFORE DELETE ON lead
BEGIN SELECT RAISE (ABORT, 'leads are voided, never deleted'); END;
CREATE TRIGGER lead_stays_as_found BEFORE UPDATE OF unit, subject, found_on ON lead
BEGIN SELECT RAISE (ABORT, 'a lead stays as found'); END;
CREATE TRIGGER assignment_is_never_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE (ABORT, 'tasks are voided, never deleted'); END;
CREATE TRIGGER assignment_is_only_voided
BEFORE UPDATE OF person, period, counting, category, target, assigned_on ON assignment
BEGIN SELECT RAISE (ABORT, 'a task stays as given'); END;
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
CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never changed'); END;
CREATE TRIGGER objection_is_never_deleted BEFORE DELETE ON objection
BEGIN SELECT RAISE (ABORT, 'objections are voided, never deleted'); END;
CREATE TRIGGER objection_stays_as_told
BEFORE UPDATE OF unit, month, received_on, raised_by, channel, text, draft, kind, deduction ON objection
BEGIN SELECT RAISE (ABORT, 'what a unit objected stays as told'); END;
CREATE TRIGGER objection_ruling_is_never_deleted BEFORE DELETE ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'rulings are voided, never deleted'); END;
CREATE TRIGGER objection_ruling_stays_as_given
BEFORE UPDATE OF objection, finding, remedy, ruled_by, ruled_on, reason ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'a ruling stays as given'); END;
CREATE TRIGGER objection_correction_is_never_deleted BEFORE DELETE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;
CREATE TRIGGER objection_correction_is_never_changed BEFORE UPDATE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;
CREATE TRIGGER sheet_delivery_is_never_deleted BEFORE DELETE ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not deleted'); END;
CREATE TRIGGER sheet_delivery_is_only_struck_out
BEFORE UPDATE OF month, sent_on, channel, sent_by, due_on, recorded_at ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not changed'); END;
CREATE TRIGGER sheet_delivery_unit_is_never_deleted BEFORE DELETE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;
CREATE TRIGGER sheet_delivery_unit_is_never_changed BEFORE UPDATE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;
CREATE TRIGGER quality_pick_is_never_deleted BEFORE DELETE ON quality_pick
BEGIN SELECT RAISE (ABORT, 'picks are taken back, never deleted'); END;
CREATE TRIGGER quality_pick_stays_with_its_draft BEFORE UPDATE OF draft, month, picked_on, picked_by ON quality_pick
BEGIN SELECT RAISE (ABORT, 'what was picked, for when and by whom, stays'); END;
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
CREATE TRIGGER rule_set_is_never_deleted BEFORE DELETE ON rule_set
BEGIN SELECT RAISE (ABORT, 'rules are withdrawn, never deleted'); END;
CREATE TRIGGER closed_month_takes_no_rules BEFORE INSERT ON rule_set
WHEN NEW.effective_from <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'no rules begin in a closed month'); END;
CREATE TRIGGER closed_month_keeps_its_rules BEFORE UPDATE ON rule_set
WHEN min(OLD.effective_from, NEW.effective_from) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the rules of a closed month stay'); END;
CREATE TRIGGER meeting_is_never_deleted BEFORE DELETE ON meeting
BEGIN SELECT RAISE (ABORT, 'meetings are struck out, never deleted'); END;
CREATE TRIGGER resolution_is_never_deleted BEFORE DELETE ON resolution
BEGIN SELECT RAISE (ABORT, 'resolutions are struck out, never deleted'); END;
CREATE TRIGGER resolution_stays_as_it_was_resolved BEFORE UPDATE OF meeting, text, who, due_on ON resolution
BEGIN SELECT RAISE (ABORT, 'what was resolved stays'); END;
