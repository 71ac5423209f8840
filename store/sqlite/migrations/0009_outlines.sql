-- What an entry says stands apart from the members and spans behind it, which are many
-- more bytes and seldom asked for: a row's first columns can be read without its last.
ALTER TABLE entries ADD COLUMN members BLOB;     -- JSON
ALTER TABLE entries ADD COLUMN spans BLOB;       -- JSON, compressed with DEFLATE behind a z
ALTER TABLE entries ADD COLUMN again INTEGER;    -- when it was last told, as told
ALTER TABLE entries ADD COLUMN replaced INTEGER; -- of a stance: when another replaced it, as told
UPDATE entries SET
	members = CAST(CAST(body AS TEXT) -> '$.members' AS BLOB),
	spans = CAST(CAST(body AS TEXT) -> '$.spans' AS BLOB),
	again = (SELECT max(unixepoch(m.value ->> 'told')) * 1000000000 FROM json_each(CAST(body AS TEXT), '$.members') m),
	replaced = unixepoch(CAST(body AS TEXT) ->> '$.position.until') * 1000000000;
UPDATE entries SET body = CAST(json_set(json_remove(CAST(body AS TEXT), '$.members', '$.spans'),
	'$.again', coalesce((SELECT max(m.value ->> 'told') FROM json_each(CAST(members AS TEXT)) m), '0001-01-01T00:00:00Z')) AS BLOB);
UPDATE entries SET body = CAST(json_set(CAST(body AS TEXT), '$.words', (
		SELECT CAST(substr(CAST(d.title || char(10) AS BLOB) || t.body, 1 + (s.value ->> 'start'), (s.value ->> 'end') - (s.value ->> 'start')) AS TEXT)
		FROM json_each(CAST(spans AS TEXT)) s JOIN documents d ON d.key = s.value ->> 'doc' JOIN texts t ON t.document = d.n
		WHERE s.value ->> 'field' IN ('quotes', 'content') ORDER BY s.key LIMIT 1)) AS BLOB)
	WHERE kind < 5;

-- Which entries a dossier holds; the dossier '' holds all. What bounds a look stands
-- here too, so that it finds what it shows without reading an entry.
CREATE TABLE entry_dossiers (
	dossier  TEXT NOT NULL,
	kind     INTEGER NOT NULL,
	telling  INTEGER NOT NULL,  -- 0 where it was told within a month, 1 where over a longer time, 2 where no day of telling is known
	told     INTEGER NOT NULL,  -- as in entries; 0 where unknown
	again    INTEGER NOT NULL,
	lasting  INTEGER NOT NULL,  -- 0 where first and last lie within a month, else 1
	first    INTEGER,
	last     INTEGER,
	replaced INTEGER,
	entry    INTEGER NOT NULL REFERENCES entries,
	PRIMARY KEY (dossier, kind, telling, told, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_dossiers_by_day ON entry_dossiers (dossier, kind, lasting, first, last);
CREATE INDEX dossiers_of_entry ON entry_dossiers (entry);
INSERT INTO entry_dossiers
	SELECT DISTINCT o.dossier, e.kind, CASE WHEN e.told IS NULL THEN 2 ELSE e.again - e.told > 2678400000000000 END, coalesce(e.told, 0), coalesce(e.again, 0),
		e.first IS NULL OR e.last - e.first > 31, e.first, e.last, e.replaced, e.n
	FROM entries e JOIN (
		SELECT l.fold, dd.dossier FROM leads l JOIN mentions m ON m.id = l.member JOIN document_dossiers dd ON dd.document = m.document
		UNION SELECT n, '' FROM folds) o ON o.fold = e.fold;
DROP INDEX entries_by_day;

-- The articles that have several versions.
CREATE INDEX documents_superseded ON documents (id) WHERE latest = 0;
