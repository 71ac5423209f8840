-- Sentences that name a day.
CREATE TABLE tellings (
	day      INTEGER NOT NULL,  -- days since 1970
	document INTEGER NOT NULL REFERENCES documents,
	start    INTEGER NOT NULL,
	stop     INTEGER NOT NULL,
	PRIMARY KEY (day, document, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_of_document ON tellings (document);
