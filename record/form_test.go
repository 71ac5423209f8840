package record_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// forms are the sums of what each form makes of the articles of formSum, the first
// form first.
var forms = []string{
	"f707c8f092f88cb3",
	"f707c8f092f88cb3", // talks that were broken off, of which these articles tell none
	"f707c8f092f88cb3", // stances on what is none of the issues, of which they tell none
	"9aa074145e90b0fe", // evidence in lines, plans by pairs of parties
	"2eb1f134c18aa557", // keys by text where it tells of days in a row, and no strangers at meetings long past
	"2eb1f134c18aa557", // deals without sides, and on one of two days, of which they tell none
	"2eb1f134c18aa557", // journeys by their traveller, and ambassadors summoned, of which they tell none
	"17002e1b68208550", // stances that another side tells; what three propose and somebody denies
}

// TestFormIsCounted fails when other keys are drawn from the same readings, or other
// entries folded, and the form has not been raised.
func TestFormIsCounted(t *testing.T) {
	t.Parallel()
	s := create(t)
	articles := newPress(1, 40).edition(80)
	addAtOnce(t, s, articles...)
	sum := sha256.New()
	sum.Write(export(t, s))
	for _, a := range articles {
		mentions, err := record.Mentions(lexicon.Default(), a.doc, a.reading, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mentions {
			fmt.Fprintln(sum, m.ID, m.Kind, m.Blocks)
		}
	}
	now := hex.EncodeToString(sum.Sum(nil)[:8])
	if len(forms) != record.Form {
		t.Fatalf("form.go counts form %d, and the test knows the sums of %d: both go up by one together", record.Form, len(forms))
	}
	if now != forms[len(forms)-1] {
		t.Errorf(`Other keys are drawn from the same readings than by form %[1]d, or other entries folded. Records that
were made before would be added to as if they had them. Raise form in form.go to %[2]d, so that they are folded
anew, and append %[3]q to the sums here. (Where only the invented articles of this test have changed, or
what the lexicon tells of Geneva, Paris or France, put %[3]q in place of the last sum.)`, record.Form, record.Form+1, now)
	}
}

// age makes of a record one that another form has made: with other keys, mentions
// that met otherwise and entries of two mentions each.
func age(t *testing.T, s store.Store, articles []article) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		var gone, of []string
		for _, a := range articles {
			mentions, err := record.Mentions(lexicon.Default(), a.doc, a.reading, nil)
			if err != nil {
				return err
			}
			for i := range mentions {
				for b := range mentions[i].Blocks {
					mentions[i].Blocks[b].Name += " of old"
				}
				of = append(of, mentions[i].ID)
			}
			if err := tx.PutReading(t.Context(), a.reading, mentions); err != nil {
				return err
			}
		}
		for f, err := range tx.Folds(t.Context(), store.FoldFilter{Members: of}) {
			if err != nil {
				return err
			}
			gone = append(gone, f.ID())
		}
		slices.Sort(of)
		of = slices.Compact(of)
		var folds []store.Fold
		for pair := range slices.Chunk(of, 2) {
			outline, err := json.Marshal(map[string]string{"anchor": pair[0]})
			if err != nil {
				return err
			}
			folds = append(folds, store.Fold{Entries: []parley.Entry{{ID: pair[0], Kind: parley.EventEntry, Event: &parley.Happening{}}}, Members: pair[1:], Core: outline, Signature: "old"})
		}
		return errors.Join(tx.Replace(t.Context(), articles[0].doc.Kept, gone, folds), tx.DropMemo(t.Context(), store.FormMemo, "record"),
			tx.PutLeaf(t.Context(), "a|stands|NRD|"+string(parley.Issues[0]), store.Leaf{Number: 700, Body: []byte("torn")}))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRecordOfAnotherFormIsFoldedAnew(t *testing.T) {
	t.Parallel()
	articles := distinct(newPress(3, 40).edition(60))
	fresh := create(t)
	add(t, fresh, articles...)
	last := len(articles) - 1

	old := create(t)
	add(t, old, articles[:last]...)
	age(t, old, articles[:last])
	if found := entriesOf(t, old); len(found) == 0 {
		t.Error("what is only looked at shows nothing")
	}
	var told []int
	old.Folding = func(done, of int) { told = append(told, done, of) }
	err := old.Update(t.Context(), func(tx store.Tx) error {
		for range 2 {
			if err := record.Add(t.Context(), tx, lexicon.Default(), articles[last].doc, articles[last].reading); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "an old record with one more article", export(t, old), export(t, fresh))
	if of := 2 * last; !slices.Equal(told, []int{0, of, last, of, of, of}) {
		t.Errorf("told of the progress %d, want one folding anew in two steps", told)
	}

	age(t, old, articles)
	c := parley.Correction{Action: parley.Rejecting, About: places(t, fresh, entriesOf(t, fresh)[0]), Who: "Ines", When: articles[0].doc.Kept}
	if err := c.Seal(); err != nil {
		t.Fatal(err)
	}
	correct(t, old, c)
	correct(t, fresh, c)
	compare(t, "an old record with a correction", export(t, old), export(t, fresh))

	age(t, old, articles)
	if err := record.Renew(t.Context(), old, lexicon.Default(), time.Time{}); err != nil {
		t.Fatal(err)
	}
	compare(t, "an old record made new", export(t, old), export(t, fresh))
}

// TestFoldingAnewChangesNothing holds for a record that is as it should be.
func TestFoldingAnewChangesNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			foldAnew(t, newPress(seed+50, 40))
		})
	}
}

func foldAnew(t *testing.T, p *press) {
	t.Helper()
	articles := distinct(p.edition(60))
	e := &editor{press: p, t: t, s: create(t), clock: p.from.AddDate(2, 0, 0)}
	add(t, e.s, articles...)
	for range 20 {
		e.anything()
	}
	wanted := export(t, e.s)
	before, err := e.s.Latest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = e.s.Update(t.Context(), func(tx store.Tx) error { return record.RefoldInParts(t.Context(), tx, lexicon.Default(), e.clock, 7) })
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "folded anew", export(t, e.s), wanted)
	after, err := e.s.Latest(t.Context())
	if err != nil || after != before {
		t.Errorf("the journal ends at %+v, %v, want %+v as before", after, err, before)
	}
	e.check("folded anew")
}
