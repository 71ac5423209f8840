-- What entries said before they changed, in the order of the changes.
CREATE TABLE journal (
	n     INTEGER PRIMARY KEY AUTOINCREMENT,
	at    INTEGER NOT NULL, -- nanoseconds since 1970
	entry TEXT NOT NULL,    -- its id
	gist  TEXT              -- JSON; NULL where there was no such entry
) STRICT;
CREATE INDEX journal_in_time ON journal (at);

ALTER TABLE entries ADD COLUMN gist TEXT NOT NULL DEFAULT ''; -- '' in an entry older than the journal

CREATE TABLE memos (
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	body BLOB NOT NULL,
	PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
