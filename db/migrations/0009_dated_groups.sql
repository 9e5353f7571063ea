-- Units change their group from a month on: until now another group held for every open month, and a document of an
-- open month before it changed with it.
--
-- The present group stays in unit."group"; a unit that was never in another has no rows here.

CREATE TABLE unit_group (
    unit       TEXT NOT NULL REFERENCES unit (id),
    "group"    TEXT NOT NULL CHECK ("group" IN ('town', 'bureau', 'office')),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

-- What a void draft takes back is asked for by its month.
CREATE INDEX draft_void ON draft (void_month) WHERE void_month IS NOT NULL;
