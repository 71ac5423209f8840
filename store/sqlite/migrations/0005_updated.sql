-- When an outlet changed a document into this version: RFC 3339, '' where unknown. From
-- here on "published" is when the version's words were told.
ALTER TABLE documents ADD COLUMN updated TEXT NOT NULL DEFAULT '';
