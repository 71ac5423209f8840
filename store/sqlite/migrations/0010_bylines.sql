-- The people who wrote a document, as its outlet names them; '' where it names none.
ALTER TABLE documents ADD COLUMN byline TEXT NOT NULL DEFAULT '';
