package desk

import (
	"context"
	"encoding/json"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Sheet is a table that was taken in.
type Sheet struct {
	Name    string  `json:"name"`
	Key     string  `json:"key"` // of the document that it is now
	Rows    int     `json:"rows"`
	Mapping Mapping `json:"mapping"`
}

// Sheets are those that were taken in, by name.
func Sheets(ctx context.Context, r store.Reader) (sheets []Sheet, err error) {
	for memo, err := range r.Memos(ctx, store.SheetMemo) {
		if err != nil {
			return nil, err
		}
		var s Sheet
		if err := json.Unmarshal(memo.Body, &s); err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// FindSheet finds a sheet by the name of its file.
func FindSheet(ctx context.Context, r store.Reader, name string) (Sheet, error) {
	sheets, err := Sheets(ctx, r)
	if err != nil {
		return Sheet{}, err
	}
	for _, s := range sheets {
		if SheetID(s.Name) == SheetID(name) {
			return s, nil
		}
	}
	return Sheet{}, &parley.Error{Kind: parley.NotFound, Subject: name, Problem: "no such sheet was taken in", Mend: "'parley sheet list' names those that were"}
}

// TakeSheet takes a table of comma-separated values in: each row becomes an
// entry, all of them or, where one has a mistake, none. A sheet of a name that
// was taken in before takes its place.
func (d *Desk) TakeSheet(ctx context.Context, file string, content []byte, m Mapping) (Sheet, error) {
	doc, reading, err := readSheet(d.Lexicon, file, content, m)
	if err != nil {
		return Sheet{}, err
	}
	rows := len(reading.Events) + len(reading.Statements) + len(reading.Positions) + len(reading.Proposals)
	taken := Sheet{Name: doc.Title, Key: doc.Key(), Rows: rows, Mapping: m}
	return taken, d.Store.Update(ctx, func(tx store.Tx) error {
		former, err := documents(ctx, tx, doc.ID)
		if err != nil {
			return err
		}
		for _, old := range former {
			if old.Key() == doc.Key() {
				continue
			}
			old.Kept = d.Now().UTC()
			if err := record.Add(ctx, tx, d.Lexicon, old, readingOf(old.Document, parley.ByHand)); err != nil {
				return err
			}
		}
		kept := store.Document{Document: doc, Version: doc.Version(), Kept: d.Now().UTC()}
		if d.Dossiers != nil {
			kept.Dossiers = d.Dossiers(doc)
		}
		if err := record.Add(ctx, tx, d.Lexicon, kept, reading); err != nil {
			return err
		}
		body, err := json.Marshal(taken)
		if err != nil {
			return err
		}
		return tx.PutMemo(ctx, store.Memo{Kind: store.SheetMemo, Name: doc.ID, Body: body})
	})
}

// GiveSheet is the content of a sheet as it was taken in, byte for byte.
func GiveSheet(ctx context.Context, r store.Reader, name string) ([]byte, error) {
	s, err := FindSheet(ctx, r, name)
	if err != nil {
		return nil, err
	}
	doc, err := r.Document(ctx, s.Key)
	return []byte(doc.Text), err
}
