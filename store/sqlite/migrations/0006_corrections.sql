CREATE TABLE corrections (
	n      INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	made   INTEGER NOT NULL, -- nanoseconds since 1970
	action TEXT NOT NULL,
	body   BLOB NOT NULL     -- JSON
) STRICT;
CREATE INDEX corrections_in_order ON corrections (made, id);

-- The documents that a correction names, by key: one may be named before it is
-- kept, as when a record comes from another machine.
CREATE TABLE correction_places (
	document   TEXT NOT NULL,
	correction INTEGER NOT NULL REFERENCES corrections,
	PRIMARY KEY (document, correction)
) STRICT, WITHOUT ROWID;
