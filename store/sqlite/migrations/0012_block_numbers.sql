-- Blocks go by numbers, which take a third of the room of their names, and what blocks
-- the mentions of a document stand in is told once, for when they are drawn anew.
CREATE TABLE blocks_of_document (
	document INTEGER PRIMARY KEY REFERENCES documents,
	blocks   BLOB NOT NULL
) STRICT;
INSERT INTO blocks_of_document
	SELECT m.document, pack_blocks(json_group_array(json_array(block_number(b.name), b.day, b.mention)))
	FROM mentions m CROSS JOIN mention_blocks b ON b.mention = m.n GROUP BY m.document;

DROP INDEX blocks_of_mention;
ALTER TABLE mention_blocks RENAME TO named_mention_blocks;
CREATE TABLE mention_blocks (
	block   INTEGER NOT NULL,
	day     INTEGER NOT NULL,
	mention INTEGER NOT NULL REFERENCES mentions,
	PRIMARY KEY (block, day, mention)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO mention_blocks
	SELECT block_number(name), day, mention FROM named_mention_blocks ORDER BY 1, 2, 3;
DROP TABLE named_mention_blocks;

DROP INDEX blocks_of_fold;
ALTER TABLE fold_blocks RENAME TO named_fold_blocks;
CREATE TABLE fold_blocks (
	block INTEGER NOT NULL,
	day   INTEGER NOT NULL,
	fold  INTEGER NOT NULL REFERENCES folds,
	PRIMARY KEY (block, day, fold)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO fold_blocks
	SELECT block_number(name), day, fold FROM named_fold_blocks ORDER BY 1, 2, 3;
DROP TABLE named_fold_blocks;
CREATE INDEX blocks_of_fold ON fold_blocks (fold);
