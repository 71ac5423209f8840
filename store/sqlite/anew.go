package sqlite

import (
	"context"
	"time"

	"github.com/parleyrecord/parley/store"
)

// takeAllAway begins to fold a record anew: it sets aside what the entries said and
// empties the tables of the fold.
const takeAllAway = `
	CREATE TEMP TABLE said AS SELECT id, gist, ` + dossiersOfEntry + ` AS dossiers FROM entries e;
	INSERT INTO statement_words (statement_words) VALUES ('delete-all');
	DELETE FROM entry_parties;
	DELETE FROM entry_dossiers;
	DELETE FROM entries;
	DELETE FROM leads;
	DELETE FROM fold_blocks;
	DELETE FROM folds;
	DELETE FROM rolls;`

// tellDifferences ends it: it writes in the journal what entries said that say
// something else now. One older than the journal, which has no gist, is left out.
const tellDifferences = `INSERT INTO journal (at, entry, gist, dossiers)
	SELECT ?, id, gist, dossiers FROM (
		SELECT s.id, s.gist, CASE WHEN e.id IS NULL THEN s.dossiers END AS dossiers FROM temp.said s LEFT JOIN entries e ON e.id = s.id WHERE s.gist <> '' AND e.gist IS NOT s.gist
		UNION ALL SELECT e.id, NULL, NULL FROM entries e LEFT JOIN temp.said s ON s.id = e.id WHERE s.id IS NULL)
	ORDER BY id`

// Anew implements store.Tx.
func (t *tx) Anew(ctx context.Context, at time.Time, fold func(store.Progress) error) error {
	const doing = "fold the record anew"
	if _, err := t.db.conn.ExecContext(ctx, takeAllAway); err != nil {
		return failed(t.file, doing, err)
	}
	t.anew = true
	t.known.forgetAll()
	if err := fold(t.folding); err != nil {
		return err
	}
	t.anew = false
	return t.run(ctx, doing,
		statement{"CREATE UNIQUE INDEX temp.said_by_id ON said (id)", nil},
		statement{tellDifferences, []any{at.UnixNano()}},
		statement{"DROP TABLE temp.said", nil})
}
