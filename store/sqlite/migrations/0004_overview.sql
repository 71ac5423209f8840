-- The words of statements, for search. A row's number is the minute in which the
-- statement was first told, shifted by 36 bits, and the number of its entry: the
-- index gives its rows in the order of their numbers, so newest first costs nothing.
CREATE VIRTUAL TABLE statement_words USING fts5 (
	content, speaker, kind,
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO statement_words (rowid, content, speaker, kind)
	SELECT (max(coalesce(told, 0), 0) / 60000000000 << 36) + n,
		(SELECT group_concat(value, ' … ') FROM json_each(CAST(body AS TEXT), '$.statement.content')),
		CAST(body AS TEXT) ->> '$.statement.speaker', CAST(body AS TEXT) ->> '$.statement.kind'
	FROM entries WHERE kind = 2;

CREATE TABLE stamp (n INTEGER NOT NULL) STRICT; -- one row; another number after each change
INSERT INTO stamp (n) VALUES (1);
