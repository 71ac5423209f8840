-- What the fold keeps of the mentions in blocks that grow without end.
CREATE TABLE rolls (
	block TEXT NOT NULL,
	leaf  INTEGER NOT NULL,
	body  BLOB NOT NULL,
	PRIMARY KEY (block, leaf)
) STRICT;
