CREATE TABLE followed (
	name  TEXT PRIMARY KEY,
	state BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting (
	n    INTEGER PRIMARY KEY AUTOINCREMENT, -- the order of arrival
	key  TEXT NOT NULL UNIQUE,
	body BLOB NOT NULL                      -- the document as JSON, compressed with DEFLATE
) STRICT;
