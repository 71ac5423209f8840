CREATE TABLE documents (
	n         INTEGER PRIMARY KEY,
	key       TEXT NOT NULL UNIQUE,
	id        TEXT NOT NULL,
	version   TEXT NOT NULL,
	outlet    TEXT NOT NULL,
	url       TEXT NOT NULL,
	published INTEGER,          -- nanoseconds since 1970; NULL where unknown
	stated    TEXT NOT NULL,    -- the same with its offset, RFC 3339
	zone      TEXT NOT NULL,
	title     TEXT NOT NULL,
	kept      INTEGER NOT NULL,
	copies    TEXT NOT NULL,    -- the group of copies
	latest    INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_publication ON documents (published, key);
CREATE INDEX documents_by_copies ON documents (copies);
CREATE INDEX documents_by_kept ON documents (kept);

CREATE TABLE texts (
	document INTEGER PRIMARY KEY REFERENCES documents,
	body     BLOB NOT NULL
) STRICT;

CREATE TABLE document_dossiers (
	dossier  TEXT NOT NULL,
	document INTEGER NOT NULL REFERENCES documents,
	PRIMARY KEY (dossier, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossiers_of_document ON document_dossiers (document);

CREATE TABLE document_blocks (
	name     TEXT NOT NULL,
	document INTEGER NOT NULL REFERENCES documents,
	PRIMARY KEY (name, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
	document INTEGER PRIMARY KEY REFERENCES documents,
	body     BLOB NOT NULL      -- JSON, compressed with DEFLATE
) STRICT;

CREATE TABLE mentions (
	n        INTEGER PRIMARY KEY,
	id       TEXT NOT NULL UNIQUE,
	document INTEGER NOT NULL REFERENCES documents,
	kind     TEXT NOT NULL,
	start    INTEGER NOT NULL,
	stop     INTEGER NOT NULL,
	item     BLOB NOT NULL
) STRICT;
CREATE INDEX mentions_by_document ON mentions (document);

CREATE TABLE mention_blocks (
	name    TEXT NOT NULL,
	day     INTEGER NOT NULL,
	mention INTEGER NOT NULL REFERENCES mentions,
	PRIMARY KEY (name, day, mention)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_of_mention ON mention_blocks (mention);

CREATE TABLE folds (
	n         INTEGER PRIMARY KEY,
	id        TEXT NOT NULL UNIQUE,
	signature TEXT NOT NULL,
	core      BLOB
) STRICT;

CREATE TABLE fold_blocks (
	name TEXT NOT NULL,
	day  INTEGER NOT NULL,
	fold INTEGER NOT NULL REFERENCES folds,
	PRIMARY KEY (name, day, fold)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_of_fold ON fold_blocks (fold);

CREATE TABLE leads (
	member TEXT PRIMARY KEY,
	fold   INTEGER NOT NULL REFERENCES folds
) STRICT, WITHOUT ROWID;
CREATE INDEX leads_of_fold ON leads (fold);

CREATE TABLE entries (
	n     INTEGER PRIMARY KEY,
	id    TEXT NOT NULL UNIQUE,
	fold  INTEGER NOT NULL REFERENCES folds,
	kind  INTEGER NOT NULL,     -- its place in the order of an export
	told  INTEGER,              -- nanoseconds since 1970; NULL where unknown
	first INTEGER,              -- days since 1970 on a time line
	last  INTEGER,
	issue TEXT NOT NULL,
	body  BLOB NOT NULL
) STRICT;
CREATE INDEX entries_by_fold ON entries (fold);
CREATE INDEX entries_in_order ON entries (kind, told, id);
CREATE INDEX entries_by_day ON entries (first, last);

CREATE TABLE entry_parties (
	party TEXT NOT NULL,
	entry INTEGER NOT NULL REFERENCES entries,
	PRIMARY KEY (party, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_of_entry ON entry_parties (entry);
