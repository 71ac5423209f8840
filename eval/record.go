package eval

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/source"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// Record scores what many documents say together. The folder holds docs and
// record-*.json, each the gold of one set: its documents are those whose ids
// begin, up to the first hyphen, as those of its meetings do. Each set is added
// to a record of its own; what is right, in the gold and in the answer is
// summed over the sets.
//
// A meeting is found where its documents overlap with the gold's by at least
// three tenths (Jaccard), half of the gold's parties are there and the first
// days do not contradict; best overlap first, one to one. Of the meetings
// found, meetings_status and meetings_start are the share with the gold's
// status and first day, meetings_documents the mean overlap. A dispute is found
// where two of its accounts touch documents of two of the gold's. Copies are
// pairs of documents in one group.
func Record(folders ...string) (Scores, error) {
	keeper, err := newKeeper()
	if err != nil {
		return Scores{}, err
	}
	tally := recordTally{keeper: keeper}
	for _, folder := range folders {
		gold, err := filepath.Glob(filepath.Join(folder, "record-*.json"))
		if err != nil || len(gold) == 0 {
			return Scores{}, &parley.Error{Kind: parley.NotFound, Subject: folder, Problem: "it holds no record-*.json", Mend: "name a folder with docs/ and record-*.json", Err: err}
		}
		for _, path := range gold {
			var set recordSet
			if err := readJSON(path, &set); err != nil {
				return Scores{}, err
			}
			told, err := tally.tellSet(folder, set)
			if err != nil {
				return Scores{}, fmt.Errorf("record: %s: %w", path, err)
			}
			tally.add(set, told)
		}
	}
	return tally.result(), nil
}

// recordSet is the gold of one set of documents.
type recordSet struct {
	Set      string         `json:"set"`
	Meetings []goldMeeting  `json:"meetings"`
	Disputes []view.Dispute `json:"disputes"`
	Copies   [][]string     `json:"copies"`
}

type goldMeeting struct {
	Name      string   `json:"name"`
	Parties   []string `json:"parties"`
	Start     string   `json:"start"`
	Place     string   `json:"place"`
	Status    string   `json:"status"`
	Documents []string `json:"documents"`
}

// prefixes are the beginnings of the ids of the set's documents.
func (s recordSet) prefixes() map[string]bool {
	found := map[string]bool{}
	for _, m := range s.Meetings {
		for _, d := range m.Documents {
			found[setOf(d)] = true
		}
	}
	return found
}

// setOf is the part of a document's id that names its set.
func setOf(id string) string {
	set, _, _ := strings.Cut(id, "-")
	return set
}

// recordTold is what a record says.
type recordTold struct {
	meetings  []view.Meeting
	disputes  []view.Dispute
	documents []view.Document
}

// tellSet takes the documents of a set into a record of its own and asks what it
// says.
func (t *recordTally) tellSet(folder string, set recordSet) (told recordTold, err error) {
	ctx := context.Background()
	prefixes := set.prefixes()
	documents := source.Open(ctx, []string{filepath.Join(folder, "docs")}, source.Options{})
	documents = only(documents, func(id string) bool { return prefixes[setOf(id)] })
	err = inScratch(ctx, func(tx store.Tx) error { return t.take(ctx, tx, documents) }, func(kept store.Store) (err error) {
		if told.meetings, err = view.Meetings(ctx, kept, view.Look{}); err != nil {
			return err
		}
		if told.disputes, err = view.Disputes(ctx, kept, view.Look{}); err != nil {
			return err
		}
		told.documents, err = view.Documents(ctx, kept, view.Look{})
		return err
	})
	return told, err
}

// only passes the documents with ids that belong, and all errors.
func only(documents iter.Seq2[parley.Document, error], belongs func(id string) bool) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		for d, err := range documents {
			if (err != nil || belongs(d.ID)) && !yield(d, err) {
				return
			}
		}
	}
}

// take reads documents and adds them to a record. As when a user adds them, one
// that cannot be read is left out, and listed as an error.
func (t *recordTally) take(ctx context.Context, tx store.Tx, documents iter.Seq2[parley.Document, error]) error {
	for d, err := range documents {
		if err == nil {
			err = t.addTo(ctx, tx, d)
		}
		switch parley.KindOf(err) {
		case "", parley.Partial:
		case parley.Invalid, parley.NotEnglish, parley.Empty:
			t.scores.Miss("document -", d.ID, "%v", err)
		default:
			return err
		}
	}
	return nil
}

func (t *recordTally) addTo(ctx context.Context, tx store.Tx, d parley.Document) error {
	reading, err := t.read.Read(d)
	if err != nil {
		return err
	}
	if err := reading.Validate(d.Body()); err != nil {
		return err
	}
	return record.Add(ctx, tx, t.words, store.Document{Document: d, Version: d.Version(), Kept: time.Unix(0, 0).UTC()}, reading)
}

// recordTally sums over sets.
type recordTally struct {
	keeper
	meetings, disputes, copies Counts
	status, start              int // of the meetings found, those that are right
	overlap                    float64
	scores                     Scores
}

func (t *recordTally) result() Scores {
	found := max(1, t.meetings.Correct)
	t.scores.Set("meetings_f1", t.meetings.F1())
	t.scores.Set("meetings_status", ratio(t.status, found))
	t.scores.Set("meetings_start", ratio(t.start, found))
	t.scores.Set("meetings_documents", t.overlap/float64(found))
	t.scores.Set("disputes_f1", t.disputes.F1())
	t.scores.Set("copies_f1", t.copies.F1())
	return t.scores
}

func (t *recordTally) add(gold recordSet, told recordTold) {
	prefixes := gold.prefixes()
	inside := map[string]bool{}
	for _, d := range told.documents {
		inside[d.ID] = prefixes[setOf(d.ID)]
	}
	t.addMeetings(gold, told.meetings, inside)
	t.addDisputes(gold, told.disputes, inside)
	t.addCopies(gold, told.documents, inside)
}

// within keeps those of the documents that belong to the set, each once.
func within(documents []string, inside map[string]bool) []string {
	var kept []string
	for _, d := range documents {
		if inside[d] && !slices.Contains(kept, d) {
			kept = append(kept, d)
		}
	}
	return kept
}
