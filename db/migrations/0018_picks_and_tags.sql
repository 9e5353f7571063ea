-- 好稿 of a month and the topics drafts are about (§1 row 15, §6.5 Q3 and Q4): what the quarter's review tells.
--
-- Neither books a point, so a closed month has nothing here to guard: the quarter is reviewed when its months are
-- closed, and a draft is often picked or given its topic only then. A pick is taken back with a reason, never deleted.

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

CREATE UNIQUE INDEX quality_pick_standing ON quality_pick (draft) WHERE voided = ''; -- a draft is picked once
CREATE INDEX quality_pick_month ON quality_pick (month);

CREATE TRIGGER quality_pick_is_never_deleted BEFORE DELETE ON quality_pick
BEGIN SELECT RAISE (ABORT, 'picks are taken back, never deleted'); END;

CREATE TRIGGER quality_pick_stays_with_its_draft BEFORE UPDATE OF draft, month, picked_on, picked_by ON quality_pick
BEGIN SELECT RAISE (ABORT, 'what was picked, for when and by whom, stays'); END;
