-- The year's next number without reading the year: every draft asks for one, and a sheet for a thousand.

CREATE INDEX draft_running_number ON draft (substr(number, 1, 4), CAST(substr(number, 6) AS INTEGER));
