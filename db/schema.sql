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

CREATE TABLE approval_print (
    id         INTEGER PRIMARY KEY,
    approval   INTEGER NOT NULL REFERENCES approval (id),
    printed_on TEXT NOT NULL CHECK (printed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    copies     INTEGER NOT NULL CHECK (copies > 0),
    content    TEXT NOT NULL CHECK (length(content) = 64)
) STRICT;

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

CREATE TABLE draft_author (
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL,
    person   INTEGER NOT NULL REFERENCES person (id),
    role     TEXT NOT NULL CHECK (role IN ('author', 'reporter', 'media_editor')), share INTEGER CHECK (share BETWEEN 1 AND 100),
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

CREATE TABLE draft_remark ( -- 指导意见: what the unit was told to do better
    id       INTEGER PRIMARY KEY,
    draft    INTEGER NOT NULL REFERENCES draft (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    noted_on TEXT NOT NULL CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    noted_by TEXT NOT NULL CHECK (length(trim(noted_by)) > 0),
    remark   TEXT NOT NULL CHECK (length(trim(remark)) > 0),
    undone   INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE draft_return ( -- 退回: when a version went back to its unit, and what was said besides the reasons
    id          INTEGER PRIMARY KEY,
    draft       INTEGER NOT NULL REFERENCES draft (id),
    version     INTEGER NOT NULL CHECK (version >= 1),
    returned_on TEXT NOT NULL CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason      TEXT NOT NULL, -- a line each, as the bulletin counts them (T16)
    remark      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft_tag ( -- 选题
    draft    INTEGER NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL, -- 0 is the topic named first
    tag      TEXT NOT NULL CHECK (length(trim(tag)) > 0),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, tag)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE draft_words (
    draft INTEGER PRIMARY KEY REFERENCES draft (id),
    words TEXT NOT NULL
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

CREATE TABLE exemption (
    unit     TEXT NOT NULL REFERENCES unit (id),
    month    TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    reason   TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    approver TEXT NOT NULL CHECK (length(trim(approver)) > 0),
    PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday ( -- 节假日: days off, and Saturdays and Sundays that are worked; the office's own table
    day    TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    worked INTEGER NOT NULL CHECK (worked IN (0, 1)),
    name   TEXT NOT NULL DEFAULT '' -- 春节
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

CREATE TABLE issue ( -- 印发
    month     TEXT PRIMARY KEY REFERENCES month (month),
    number    TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL
) STRICT;

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

CREATE TABLE meeting_attendance (
    meeting  INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    unit     TEXT REFERENCES unit (id),
    names    TEXT NOT NULL,
    CHECK (unit IS NOT NULL OR length(trim(names)) > 0),
    PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE month (
    month     TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    closed_at TEXT NOT NULL
, closed_by TEXT NOT NULL DEFAULT '', frozen TEXT, sha256 TEXT CHECK ((sha256 IS NULL) = (frozen IS NULL) AND length(sha256) = 64)) STRICT, WITHOUT ROWID;

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

CREATE TABLE objection_correction ( -- the correction that a ruling led to
    correction INTEGER PRIMARY KEY REFERENCES correction (id),
    objection  INTEGER NOT NULL REFERENCES objection (id)
) STRICT;

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

CREATE TABLE period_text ( -- what the clerk made of the generated sentences
    period   TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
    code     TEXT NOT NULL,
    text     TEXT,
    included INTEGER NOT NULL CHECK (included IN (0, 1)),
    PRIMARY KEY (period, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL CHECK (length(trim(name)) > 0),
    mark     TEXT NOT NULL DEFAULT '', -- tells namesakes apart
    mobile   TEXT NOT NULL DEFAULT '' CHECK (mobile = '' OR length(mobile) = 11 AND mobile NOT GLOB '*[^0-9]*'),
    pinyin   TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;

CREATE TABLE person_join (
    id        INTEGER PRIMARY KEY,
    person    INTEGER NOT NULL REFERENCES person (id),
    one       INTEGER NOT NULL REFERENCES person (id) CHECK (one <> person), -- who it is
    reason    TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    joined_at TEXT NOT NULL,
    parted_at TEXT -- somebody else after all
) STRICT;

CREATE TABLE platform_month ( -- what the platforms did in a month, typed by hand
    month           TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    pushes          INTEGER NOT NULL CHECK (pushes >= 0),
    articles        INTEGER NOT NULL CHECK (articles >= 0),
    website_updates INTEGER NOT NULL CHECK (website_updates >= 0),
    followers       INTEGER NOT NULL CHECK (followers >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE post (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    since_on TEXT CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: nobody knows
    until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- the last day; NULL: still there
    phone    TEXT NOT NULL DEFAULT '',
    CHECK (since_on <= until_on)
) STRICT;

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

CREATE TABLE "rule_set" (
    id             TEXT PRIMARY KEY,
    effective_from TEXT NOT NULL CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    toml           TEXT NOT NULL, -- the office's own file, read whole and checked before it is stored
    withdrawn      TEXT NOT NULL DEFAULT '' -- why; it holds no more then
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE sheet_delivery_unit (
    delivery INTEGER NOT NULL REFERENCES sheet_delivery (id),
    unit     TEXT NOT NULL REFERENCES unit (id),
    cents    INTEGER NOT NULL, -- the month's points on the sheet
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64), -- of what stood on it
    PRIMARY KEY (delivery, unit)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE unit_change (
    id        INTEGER PRIMARY KEY,
    month     TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    kind      TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'abolish', 'create')),
    unit      TEXT NOT NULL REFERENCES unit (id),
    successor TEXT REFERENCES unit (id), -- who takes over; one row for each
    CHECK ((successor IS NOT NULL) = (kind IN ('merge', 'split'))),
    CHECK (successor <> unit)
) STRICT;

CREATE TABLE unit_code ( -- what stands for a unit in the numbers of its forms
    unit TEXT PRIMARY KEY REFERENCES unit (id),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 8 AND code NOT GLOB '*[^A-Z0-9]*')
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_group (
    unit       TEXT NOT NULL REFERENCES unit (id),
    "group"    TEXT NOT NULL CHECK ("group" IN ('town', 'bureau', 'office')),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_name (
    unit       TEXT NOT NULL REFERENCES unit (id),
    name       TEXT NOT NULL CHECK (length(trim(name)) > 0),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_quota (
    unit       TEXT NOT NULL REFERENCES unit (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    quota      INTEGER CHECK (quota BETWEEN 0 AND 99),
    reason     TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE INDEX adoption_adopted ON adoption (adopted_on);

CREATE INDEX adoption_booked ON adoption (booked_month, draft) WHERE verified = 1 AND voided = '';

CREATE INDEX adoption_draft ON adoption (draft);

CREATE INDEX approval_draft_draft ON approval_draft (draft);

CREATE INDEX approval_month ON approval (month);

CREATE INDEX approval_print_approval ON approval_print (approval);

CREATE INDEX approval_signature_approval ON approval_signature (approval);

CREATE INDEX approval_signature_step ON approval_signature (step);

CREATE INDEX assignment_person ON assignment (person);

CREATE INDEX attachment_approval ON attachment (approval);

CREATE INDEX audit_subject ON audit (subject, id);

CREATE INDEX award_decision_draft ON award_decision (draft);

CREATE INDEX award_decision_person ON award_decision (person);

CREATE UNIQUE INDEX award_decision_standing -- one word on each name
    ON award_decision (year, award, coalesce(unit, person, draft)) WHERE voided = '';

CREATE INDEX award_decision_unit ON award_decision (unit);

CREATE INDEX batch_sha256 ON batch (sha256) WHERE undone_at IS NULL;

CREATE INDEX batch_undecided ON batch (sha256, imported_at, undecided, file_name)
    WHERE undecided > 0 AND undone_at IS NULL;

CREATE INDEX commission_draft ON commission (draft) WHERE draft IS NOT NULL;

CREATE INDEX commission_due ON commission (due_on);

CREATE INDEX correction_booked ON correction (booked_month);

CREATE INDEX correction_unit ON correction (unit, corrected_month);

CREATE INDEX deduction_booked ON deduction (booked_month) WHERE booked_month IS NOT NULL AND voided = '';

CREATE INDEX deduction_draft ON deduction (draft) WHERE draft IS NOT NULL;

CREATE INDEX deduction_proposed ON deduction (proposed_on) WHERE confirmed_on IS NULL AND rejected = '' AND voided = '';

CREATE INDEX draft_batch ON draft (batch) WHERE batch IS NOT NULL;

CREATE INDEX draft_lead ON draft (lead, received_on);

CREATE INDEX draft_month_number ON draft (quota_month, number);

CREATE INDEX draft_month_received ON draft (quota_month, received_on, id);

CREATE INDEX draft_month_unit ON draft (quota_month, lead, status, source, approval_on_file, makeup, category);

CREATE INDEX draft_pinyin ON draft (title_pinyin, id);

CREATE INDEX draft_received ON draft (received_on, id);

CREATE INDEX draft_remark_draft ON draft_remark (draft);

CREATE INDEX draft_return_day ON draft_return (returned_on);

CREATE INDEX draft_return_draft ON draft_return (draft);

CREATE INDEX draft_running_number ON draft (substr(number, 1, 4), CAST(substr(number, 6) AS INTEGER));

CREATE INDEX draft_tag_tag ON draft_tag (tag);

CREATE INDEX draft_title_key ON draft (title_key);

CREATE UNIQUE INDEX draft_version_number ON draft_version (draft, number) WHERE undone = 0;

CREATE INDEX draft_void ON draft (void_month) WHERE void_month IS NOT NULL;

CREATE INDEX duty_person ON duty (person);

CREATE INDEX instruction_booked ON instruction (booked_month);

CREATE INDEX instruction_draft ON instruction (draft);

CREATE INDEX lead_draft ON lead (draft) WHERE draft IS NOT NULL;

CREATE INDEX ledger_adoption ON ledger (adoption);

CREATE INDEX ledger_commission ON ledger (commission) WHERE commission IS NOT NULL;

CREATE INDEX ledger_correction ON ledger (correction) WHERE correction IS NOT NULL;

CREATE INDEX ledger_deduction ON ledger (deduction) WHERE deduction IS NOT NULL;

CREATE INDEX ledger_draft ON ledger (draft);

CREATE INDEX ledger_month ON ledger (booked_month, unit, kind, cents);

CREATE UNIQUE INDEX meeting_standing ON meeting (held_on) WHERE voided = '';

CREATE INDEX objection_correction_objection ON objection_correction (objection);

CREATE INDEX objection_month ON objection (month);

CREATE INDEX objection_ruling_objection ON objection_ruling (objection);

CREATE INDEX objection_unit ON objection (unit);

CREATE UNIQUE INDEX person_join_once ON person_join (person) WHERE parted_at IS NULL;

CREATE INDEX person_name ON person (name);

CREATE INDEX post_person ON post (person);

CREATE INDEX post_unit ON post (unit);

CREATE INDEX quality_pick_month ON quality_pick (month);

CREATE UNIQUE INDEX quality_pick_standing ON quality_pick (draft) WHERE voided = '';

CREATE INDEX reminder_month ON reminder (month);

CREATE INDEX reminder_unit_unit ON reminder_unit (unit);

CREATE INDEX resolution_meeting ON resolution (meeting);

CREATE UNIQUE INDEX rule_set_standing ON rule_set (effective_from) WHERE withdrawn = '';

CREATE INDEX sheet_delivery_month ON sheet_delivery (month);

CREATE INDEX sheet_delivery_unit_unit ON sheet_delivery_unit (unit);

CREATE INDEX suggestion_open ON suggestion (due_on) WHERE closed_on IS NULL AND voided = '';

CREATE INDEX suggestion_unit ON suggestion (unit);

CREATE UNIQUE INDEX unit_change_once ON unit_change (unit, kind, coalesce(successor, ''));

CREATE TRIGGER adoption_is_never_deleted BEFORE DELETE ON adoption
BEGIN SELECT RAISE (ABORT, 'adoptions are voided, never deleted'); END;

CREATE TRIGGER approval_is_never_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE (ABORT, 'approval forms are voided, never deleted'); END;

CREATE TRIGGER approval_keeps_its_number BEFORE UPDATE OF kind, number, scope, seq, month, opened_on ON approval
BEGIN SELECT RAISE (ABORT, 'a number once given stays'); END;

CREATE TRIGGER assignment_is_never_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE (ABORT, 'tasks are voided, never deleted'); END;

CREATE TRIGGER assignment_is_only_voided
BEFORE UPDATE OF person, period, counting, category, target, assigned_on ON assignment
BEGIN SELECT RAISE (ABORT, 'a task stays as given'); END;

CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE (ABORT, 'attachments are voided, never deleted'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never changed'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit chain is never cut'); END;

CREATE TRIGGER award_decision_is_never_deleted BEFORE DELETE ON award_decision
BEGIN SELECT RAISE (ABORT, 'a decision is withdrawn, not deleted'); END;

CREATE TRIGGER award_decision_is_only_withdrawn
BEFORE UPDATE OF year, award, unit, person, draft, grade, reason, decided_on, decided_by, recorded_at ON award_decision
BEGIN SELECT RAISE (ABORT, 'a decision is withdrawn, not changed'); END;

CREATE TRIGGER closed_month_adds_no_author BEFORE INSERT ON draft_author
WHEN (SELECT quota_month FROM draft WHERE id = NEW.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_adds_no_partner BEFORE INSERT ON draft_partner
WHEN (SELECT quota_month FROM draft WHERE id = NEW.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_adoption BEFORE INSERT ON adoption
WHEN NEW.booked_month <= (SELECT max(month) FROM month) OR NEW.retracted <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_commission BEFORE INSERT ON commission
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_correction BEFORE INSERT ON correction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_deduction BEFORE INSERT ON deduction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_no_instruction BEFORE INSERT ON instruction
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_books_nothing BEFORE INSERT ON ledger
WHEN NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_author BEFORE UPDATE ON draft_author
WHEN (SELECT min(quota_month) FROM draft WHERE id IN (OLD.draft, NEW.draft)) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_exemption BEFORE UPDATE ON exemption
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_partner BEFORE UPDATE ON draft_partner
WHEN (SELECT min(quota_month) FROM draft WHERE id IN (OLD.draft, NEW.draft)) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_platform_figures BEFORE UPDATE ON platform_month
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_quota BEFORE UPDATE ON unit_quota
WHEN min(OLD.from_month, NEW.from_month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_text BEFORE UPDATE ON bulletin_text
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_changes_no_unit_change BEFORE UPDATE ON unit_change
WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_author BEFORE DELETE ON draft_author
WHEN (SELECT quota_month FROM draft WHERE id = OLD.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_partner BEFORE DELETE ON draft_partner
WHEN (SELECT quota_month FROM draft WHERE id = OLD.draft) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_platform_figures BEFORE DELETE ON platform_month
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_drops_no_text BEFORE DELETE ON bulletin_text
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_ends_no_exemption BEFORE DELETE ON exemption
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_exempts_nobody BEFORE INSERT ON exemption
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_is_charged_nothing BEFORE INSERT ON unit_quota
WHEN NEW.from_month <= (SELECT max(month) FROM month)
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

CREATE TRIGGER closed_month_keeps_its_commissions BEFORE UPDATE ON commission
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_corrections BEFORE UPDATE ON correction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_deductions BEFORE UPDATE ON deduction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_drafts
BEFORE UPDATE OF lead, quota_month, received_on, category, form, source, makeup, approval_on_file ON draft
WHEN min(OLD.quota_month, NEW.quota_month) <= (SELECT max(month) FROM month)
 AND (OLD.lead, OLD.quota_month, OLD.received_on, OLD.category, OLD.form, OLD.source, OLD.makeup, OLD.approval_on_file)
     IS NOT
     (NEW.lead, NEW.quota_month, NEW.received_on, NEW.category, NEW.form, NEW.source, NEW.makeup, NEW.approval_on_file)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_instructions BEFORE UPDATE ON instruction
WHEN OLD.booked_month <= (SELECT max(month) FROM month) OR NEW.booked_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_losses BEFORE UPDATE OF void_month ON draft
WHEN OLD.void_month IS NOT NEW.void_month
 AND (OLD.void_month <= (SELECT max(month) FROM month) OR NEW.void_month <= (SELECT max(month) FROM month))
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_quotas BEFORE DELETE ON unit_quota
WHEN OLD.from_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_retractions BEFORE UPDATE OF retracted, retracted_on ON adoption
WHEN (OLD.retracted, OLD.retracted_on) IS NOT (NEW.retracted, NEW.retracted_on)
 AND (OLD.retracted <= (SELECT max(month) FROM month) OR NEW.retracted <= (SELECT max(month) FROM month))
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_rules BEFORE UPDATE ON rule_set
WHEN min(OLD.effective_from, NEW.effective_from) <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the rules of a closed month stay'); END;

CREATE TRIGGER closed_month_keeps_its_unit_changes BEFORE DELETE ON unit_change
WHEN OLD.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_keeps_its_units BEFORE UPDATE OF active_from, active_to ON unit
WHEN OLD.active_from <> NEW.active_from AND min(OLD.active_from, NEW.active_from) <= (SELECT max(month) FROM month)
  OR OLD.active_to IS NOT NEW.active_to
 AND min(coalesce(OLD.active_to, '9999-12'), coalesce(NEW.active_to, '9999-12')) < (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_received_its_drafts BEFORE UPDATE OF status, void_month ON draft
WHEN OLD.quota_month <= (SELECT max(month) FROM month) AND OLD.status <> 'void'
 AND NEW.status = 'void' AND NEW.void_month IS NULL
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_draft BEFORE INSERT ON draft
WHEN NEW.quota_month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_platform_figures BEFORE INSERT ON platform_month
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_rules BEFORE INSERT ON rule_set
WHEN NEW.effective_from <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'no rules begin in a closed month'); END;

CREATE TRIGGER closed_month_takes_no_text BEFORE INSERT ON bulletin_text
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER closed_month_takes_no_unit_change BEFORE INSERT ON unit_change
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'the month is closed'); END;

CREATE TRIGGER commission_is_never_deleted BEFORE DELETE ON commission
BEGIN SELECT RAISE (ABORT, 'commissions are voided, never deleted'); END;

CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE (ABORT, 'corrections are voided, never deleted'); END;

CREATE TRIGGER deduction_is_never_deleted BEFORE DELETE ON deduction
BEGIN SELECT RAISE (ABORT, 'deductions are voided, never deleted'); END;

CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN SELECT RAISE (ABORT, 'drafts are voided, never deleted'); END;

CREATE TRIGGER draft_remark_is_never_changed
BEFORE UPDATE OF draft, version, noted_on, noted_by, remark ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept as they were'); END;

CREATE TRIGGER draft_remark_is_never_deleted BEFORE DELETE ON draft_remark
BEGIN SELECT RAISE (ABORT, 'remarks are kept'); END;

CREATE TRIGGER draft_version_is_never_changed
BEFORE UPDATE OF draft, number, came_on, replaced_on, title, authors, authors_incomplete, word_count, body, attachments
ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept as they were'); END;

CREATE TRIGGER draft_version_is_never_deleted BEFORE DELETE ON draft_version
BEGIN SELECT RAISE (ABORT, 'versions are kept'); END;

CREATE TRIGGER instruction_is_never_deleted BEFORE DELETE ON instruction
BEGIN SELECT RAISE (ABORT, 'instructions are voided, never deleted'); END;

CREATE TRIGGER issue_is_never_changed BEFORE UPDATE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;

CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT RAISE (ABORT, 'a month is issued once'); END;

CREATE TRIGGER issue_is_written_once BEFORE INSERT ON issue
WHEN EXISTS (SELECT 1 FROM issue WHERE month = NEW.month OR number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a month is issued once, under a number of its own'); END;

CREATE TRIGGER issued_month_is_never_opened BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM issue WHERE month = OLD.month)
BEGIN SELECT RAISE (ABORT, 'an issued month stays closed'); END;

CREATE TRIGGER issued_period_changes_no_entry BEFORE UPDATE ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period IN (OLD.period, NEW.period))
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_changes_no_text BEFORE UPDATE ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period IN (OLD.period, NEW.period))
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_drops_no_entry BEFORE DELETE ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = OLD.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_drops_no_text BEFORE DELETE ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = OLD.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_takes_no_entry BEFORE INSERT ON period_entry
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_period_takes_no_text BEFORE INSERT ON period_text
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period)
BEGIN SELECT RAISE (ABORT, 'the notice is out'); END;

CREATE TRIGGER issued_year_keeps_its_decisions BEFORE UPDATE ON award_decision
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = printf('%04d', OLD.year))
BEGIN SELECT RAISE (ABORT, 'the notice of the year is out'); END;

CREATE TRIGGER issued_year_takes_no_decision BEFORE INSERT ON award_decision
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = printf('%04d', NEW.year))
BEGIN SELECT RAISE (ABORT, 'the notice of the year is out'); END;

CREATE TRIGGER lead_is_never_deleted BEFORE DELETE ON lead
BEGIN SELECT RAISE (ABORT, 'leads are voided, never deleted'); END;

CREATE TRIGGER lead_stays_as_found BEFORE UPDATE OF unit, subject, found_on ON lead
BEGIN SELECT RAISE (ABORT, 'a lead stays as found'); END;

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never changed'); END;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'ledger entries are reversed, never deleted'); END;

CREATE TRIGGER meeting_is_never_deleted BEFORE DELETE ON meeting
BEGIN SELECT RAISE (ABORT, 'meetings are struck out, never deleted'); END;

CREATE TRIGGER month_is_never_changed BEFORE UPDATE ON month
BEGIN SELECT RAISE (ABORT, 'a closed month is never changed'); END;

CREATE TRIGGER month_number_is_no_notices BEFORE INSERT ON issue
WHEN EXISTS (SELECT 1 FROM period_issue WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a month is issued once, under a number of its own'); END;

CREATE TRIGGER month_of_an_issued_period_stays_closed BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM period_issue WHERE OLD.month <= last)
BEGIN SELECT RAISE (ABORT, 'the notice of its quarter or year is out'); END;

CREATE TRIGGER months_close_in_order BEFORE INSERT ON month
WHEN NEW.month <= (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'months are closed in order, once'); END;

CREATE TRIGGER months_open_from_the_last BEFORE DELETE ON month
WHEN OLD.month < (SELECT max(month) FROM month)
BEGIN SELECT RAISE (ABORT, 'only the last closed month is opened'); END;

CREATE TRIGGER no_month_opens_unrecorded BEFORE DELETE ON month
WHEN NOT EXISTS (
    SELECT 1 FROM reopening
     WHERE month = OLD.month AND closed_at = OLD.closed_at AND frozen IS OLD.frozen AND sha256 IS OLD.sha256)
BEGIN SELECT RAISE (ABORT, 'a closed month is opened with a reason'); END;

CREATE TRIGGER objection_correction_is_never_changed BEFORE UPDATE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;

CREATE TRIGGER objection_correction_is_never_deleted BEFORE DELETE ON objection_correction
BEGIN SELECT RAISE (ABORT, 'what a ruling led to stays on record'); END;

CREATE TRIGGER objection_is_never_deleted BEFORE DELETE ON objection
BEGIN SELECT RAISE (ABORT, 'objections are voided, never deleted'); END;

CREATE TRIGGER objection_ruling_is_never_deleted BEFORE DELETE ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'rulings are voided, never deleted'); END;

CREATE TRIGGER objection_ruling_stays_as_given
BEFORE UPDATE OF objection, finding, remedy, ruled_by, ruled_on, reason ON objection_ruling
BEGIN SELECT RAISE (ABORT, 'a ruling stays as given'); END;

CREATE TRIGGER objection_stays_as_told
BEFORE UPDATE OF unit, month, received_on, raised_by, channel, text, draft, kind, deduction ON objection
BEGIN SELECT RAISE (ABORT, 'what a unit objected stays as told'); END;

CREATE TRIGGER open_period_is_never_issued BEFORE INSERT ON period_issue
WHEN NEW.last > coalesce((SELECT max(month) FROM month), '')
BEGIN SELECT RAISE (ABORT, 'a month of it is still open'); END;

CREATE TRIGGER period_is_issued_once BEFORE INSERT ON period_issue
WHEN EXISTS (SELECT 1 FROM period_issue WHERE period = NEW.period OR number = NEW.number)
  OR EXISTS (SELECT 1 FROM issue WHERE number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a notice goes out once, under a number of its own'); END;

CREATE TRIGGER period_issue_is_never_changed BEFORE UPDATE ON period_issue
BEGIN SELECT RAISE (ABORT, 'a notice goes out once'); END;

CREATE TRIGGER period_issue_is_never_deleted BEFORE DELETE ON period_issue
BEGIN SELECT RAISE (ABORT, 'a notice goes out once'); END;

CREATE TRIGGER person_join_is_never_deleted BEFORE DELETE ON person_join
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;

CREATE TRIGGER person_join_is_only_parted BEFORE UPDATE ON person_join
WHEN (OLD.person, OLD.one, OLD.reason, OLD.joined_at) IS NOT (NEW.person, NEW.one, NEW.reason, NEW.joined_at)
  OR OLD.parted_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'what was joined stays on record'); END;

CREATE TRIGGER print_is_never_deleted BEFORE DELETE ON approval_print
BEGIN SELECT RAISE (ABORT, 'what was printed was printed'); END;

CREATE TRIGGER print_is_never_rewritten BEFORE UPDATE ON approval_print
BEGIN SELECT RAISE (ABORT, 'what was printed was printed'); END;

CREATE TRIGGER quality_pick_is_never_deleted BEFORE DELETE ON quality_pick
BEGIN SELECT RAISE (ABORT, 'picks are taken back, never deleted'); END;

CREATE TRIGGER quality_pick_stays_with_its_draft BEFORE UPDATE OF draft, month, picked_on, picked_by ON quality_pick
BEGIN SELECT RAISE (ABORT, 'what was picked, for when and by whom, stays'); END;

CREATE TRIGGER reminder_is_never_deleted BEFORE DELETE ON reminder
BEGIN SELECT RAISE (ABORT, 'a reminder is struck out, not deleted'); END;

CREATE TRIGGER reminder_is_only_struck_out BEFORE UPDATE ON reminder
WHEN (OLD.month, OLD.stage, OLD.sent_on, OLD.channel, OLD.sent_by, OLD.remark, OLD.recorded_at)
  IS NOT (NEW.month, NEW.stage, NEW.sent_on, NEW.channel, NEW.sent_by, NEW.remark, NEW.recorded_at)
BEGIN SELECT RAISE (ABORT, 'a reminder is struck out, not changed'); END;

CREATE TRIGGER reminder_unit_is_never_changed BEFORE UPDATE ON reminder_unit
BEGIN SELECT RAISE (ABORT, 'who was reminded stays on record'); END;

CREATE TRIGGER reminder_unit_is_never_deleted BEFORE DELETE ON reminder_unit
BEGIN SELECT RAISE (ABORT, 'who was reminded stays on record'); END;

CREATE TRIGGER reopening_is_never_changed BEFORE UPDATE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

CREATE TRIGGER reopening_is_never_deleted BEFORE DELETE ON reopening
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

CREATE TRIGGER reopening_is_written_once BEFORE INSERT ON reopening
WHEN EXISTS (SELECT 1 FROM reopening WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'what was reopened is kept'); END;

CREATE TRIGGER resolution_is_never_deleted BEFORE DELETE ON resolution
BEGIN SELECT RAISE (ABORT, 'resolutions are struck out, never deleted'); END;

CREATE TRIGGER resolution_stays_as_it_was_resolved BEFORE UPDATE OF meeting, text, who, due_on ON resolution
BEGIN SELECT RAISE (ABORT, 'what was resolved stays'); END;

CREATE TRIGGER rule_set_is_never_deleted BEFORE DELETE ON rule_set
BEGIN SELECT RAISE (ABORT, 'rules are withdrawn, never deleted'); END;

CREATE TRIGGER sheet_delivery_is_never_deleted BEFORE DELETE ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not deleted'); END;

CREATE TRIGGER sheet_delivery_is_only_struck_out
BEFORE UPDATE OF month, sent_on, channel, sent_by, due_on, recorded_at ON sheet_delivery
BEGIN SELECT RAISE (ABORT, 'a delivery is struck out, not changed'); END;

CREATE TRIGGER sheet_delivery_unit_is_never_changed BEFORE UPDATE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;

CREATE TRIGGER sheet_delivery_unit_is_never_deleted BEFORE DELETE ON sheet_delivery_unit
BEGIN SELECT RAISE (ABORT, 'what was sent stays on record'); END;

CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON approval_signature
BEGIN SELECT RAISE (ABORT, 'signatures are withdrawn, never deleted'); END;

CREATE TRIGGER signature_is_never_rewritten
BEFORE UPDATE OF id, approval, step, signer, ruling, opinion, signed_on, same_person, content, recorded_by, recorded_at
ON approval_signature
BEGIN SELECT RAISE (ABORT, 'signatures are withdrawn, never rewritten'); END;

CREATE TRIGGER suggestion_is_never_deleted BEFORE DELETE ON suggestion
BEGIN SELECT RAISE (ABORT, 'suggestions are voided, never deleted'); END;

CREATE TRIGGER suggestion_stays_as_told BEFORE UPDATE OF unit, concern, text, received_on ON suggestion
BEGIN SELECT RAISE (ABORT, 'what a unit told stays as told'); END;
