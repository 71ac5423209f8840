package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Corrections implements store.Correcting.
func (q queries) Corrections(ctx context.Context, f store.CorrectionFilter) iter.Seq2[parley.Correction, error] {
	var c conditions
	c.addIf(f.ID != "", "c.id >= ?1 AND c.id < ?1 || char(0x10ffff)", f.ID)
	c.addIf(len(f.Documents) > 0, "c.n IN (SELECT p.correction FROM json_each(?) s CROSS JOIN correction_places p ON p.document = s.value)", list(f.Documents))
	c.addIf(!f.Since.IsZero(), "c.made >= ?", nanos(f.Since))
	c.addIf(len(f.Actions) > 0, "c.action IN (SELECT value FROM json_each(?))", list(f.Actions))
	where, args := c.where()
	return rows(ctx, q, "list corrections", "SELECT c.body FROM corrections c"+where+" ORDER BY c.made, c.id", args, scanCorrection)
}

func scanCorrection(row scanner) (c parley.Correction, err error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return c, err
	}
	return c, decode(body, &c)
}

// PutCorrection implements store.CorrectingTx.
func (t *tx) PutCorrection(ctx context.Context, c parley.Correction) error {
	doing := "keep correction " + c.ID
	for range t.Corrections(ctx, store.CorrectionFilter{ID: c.ID}) {
		return nil
	}
	body, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	n, err := t.insert(ctx, doing, "INSERT INTO corrections (id, made, action, body) VALUES (?, ?, ?, ?)", c.ID, c.When.UnixNano(), string(c.Action), body)
	if err != nil {
		return err
	}
	var steps []statement
	for _, key := range c.Documents() {
		steps = append(steps, statement{"INSERT INTO correction_places (document, correction) VALUES (?, ?)", []any{key, n}})
	}
	return t.run(ctx, doing, steps...)
}
