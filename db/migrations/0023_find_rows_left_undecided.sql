-- Which imports left rows undecided is asked whenever a month is looked at: without reading every sheet that ever came.
CREATE INDEX batch_undecided ON batch (sha256, imported_at, undecided, file_name)
    WHERE undecided > 0 AND undone_at IS NULL;
CREATE INDEX batch_sha256 ON batch (sha256) WHERE undone_at IS NULL;
