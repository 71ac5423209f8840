-- Of an entry that was taken away, the dossiers that it belonged to, parted by blanks.
ALTER TABLE journal ADD COLUMN dossiers TEXT;
