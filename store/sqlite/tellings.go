package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Tellings implements store.Reader.
func (q queries) Tellings(ctx context.Context, f store.TellingFilter) iter.Seq2[store.Telling, error] {
	var c conditions
	c.addIf(f.Since != "", "t.day >= ?", store.DayNumber(f.Since.First()))
	c.addIf(f.Until != "", "t.day <= ?", store.DayNumber(f.Until.Last()))
	c.addIf(!f.ToldUntil.IsZero(), "(d.published IS NULL OR d.published < ?)", nanos(f.ToldUntil))
	// CROSS JOIN keeps the days the outer loop.
	from := "tellings t CROSS JOIN documents d ON d.n = t.document"
	if f.Dossier != "" {
		from = "tellings t CROSS JOIN document_dossiers x ON x.document = t.document CROSS JOIN documents d ON d.n = t.document"
		c.addIf(true, "x.dossier = ?", f.Dossier)
	}
	where, args := c.where()
	query := "SELECT t.day, d.key, d.published, d.copies, t.start, t.stop FROM " + from +
		where + " ORDER BY t.day, d.published, d.key, t.start"
	return rows(ctx, q, "list dated sentences", query, args, scanTelling)
}

func scanTelling(row scanner) (t store.Telling, err error) {
	var day int64
	var published sql.NullInt64
	err = row.Scan(&day, &t.Doc, &published, &t.Group, &t.Start, &t.End)
	t.Day, t.Told = parley.DayOf(time.Unix(day*secondsADay, 0).UTC()), instant(published)
	return t, err
}

const secondsADay = 24 * 60 * 60

// putTellings keeps the dated sentences of a document in place of its former
// ones.
func (t *tx) putTellings(ctx context.Context, doing string, document int64, dated []parley.DatedSentence) error {
	steps := []statement{{"DELETE FROM tellings WHERE document = ?", []any{document}}}
	for _, s := range dated {
		steps = append(steps, statement{"INSERT OR IGNORE INTO tellings (day, document, start, stop) VALUES (?, ?, ?, ?)",
			[]any{store.DayNumber(s.Day.First()), document, s.Start, s.End}})
	}
	return t.run(ctx, doing, steps...)
}
