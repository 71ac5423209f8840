package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Run checks a kind of store. open gives a new, empty store for each test and
// closes it at the test's end.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for name, check := range map[string]func(*testing.T, store.Store){
		"a document comes back whole":                 documentComesBack,
		"documents are found by every filter":         documentsByFilter,
		"versions of an article stand side by side":   versionsStandSideBySide,
		"dossiers and copy groups can change":         dossiersAndGroupsChange,
		"a reading comes back and can be replaced":    readingComesBack,
		"mentions are found by block, document, time": mentionsByFilter,
		"entries come in the order of an export":      entriesInOrder,
		"entries are found by every filter":           entriesByFilter,
		"entries come in parts":                       entriesInPart,
		"entries follow their documents' dossiers":    entriesFollowDossiers,
		"every member leads to its entry":             membersLead,
		"folds are replaced whole":                    foldsReplaced,
		"a member moves from fold to fold":            membersMove,
		"what is followed comes back by its name":     followedComesBack,
		"documents wait in the order they came":       documentsWait,
		"rolls come back leaf by leaf":                rollsComeBack,
		"dated sentences are found by every filter":   tellingsByFilter,
		"statements are found by their words":         statementsByFilter,
		"a record is summed up":                       recordSummedUp,
		"corrections come back":                       correctionsComeBack,
		"the journal remembers what entries said":     journalRemembers,
		"all folds are made anew":                     madeAnew,
		"memos come back by kind and name":            memosComeBack,
		"a failed update leaves nothing":              failedUpdateLeavesNothing,
		"a transaction sees what it wrote":            transactionSeesItself,
		"writers take turns":                          writersTakeTurns,
		"what is missing is NotFound":                 missingIsNotFound,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, open(t))
		})
	}
}

// day is noon UTC on a day of March 2031.
func day(n int) time.Time { return time.Date(2031, time.March, n, 12, 0, 0, 0, time.UTC) }

// document is an article published on a day of March 2031 and kept a day later.
func document(id string, published int) store.Document {
	d := parley.Document{ID: id, Outlet: "courier.example", URL: "https://courier.example/" + id, Published: day(published),
		Zone: "Europe/Oslo", Title: "Ministers meet", Text: "The foreign ministers of Norland and Sudland met on Monday."}
	return store.Document{Document: d, Version: d.Version(), Kept: day(published + 1), Latest: true, Group: id}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func update(t *testing.T, s store.Store, change func(ctx context.Context, tx store.Tx) error) {
	t.Helper()
	must(t, s.Update(t.Context(), func(tx store.Tx) error { return change(t.Context(), tx) }))
}

func put(t *testing.T, s store.Store, docs ...store.Document) {
	t.Helper()
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		for _, d := range docs {
			if err := tx.PutDocument(ctx, d); err != nil {
				return err
			}
		}
		return nil
	})
}

func all[T any](t *testing.T, sequence iter.Seq2[T, error]) (values []T) {
	t.Helper()
	for v, err := range sequence {
		must(t, err)
		values = append(values, v)
	}
	return values
}

// want compares what is found, told in words, with what should be.
func want[T any](t *testing.T, what string, found []T, name func(T) string, wanted ...string) {
	t.Helper()
	var names []string
	for _, f := range found {
		names = append(names, name(f))
	}
	if !reflect.DeepEqual(names, wanted) {
		t.Errorf("%s: found %q, want %q", what, names, wanted)
	}
}

func failedUpdateLeavesNothing(t *testing.T, s store.Store) {
	refusal := errors.New("refused")
	err := s.Update(t.Context(), func(tx store.Tx) error {
		if err := tx.PutDocument(t.Context(), document("a", 1)); err != nil {
			return err
		}
		return refusal
	})
	if !errors.Is(err, refusal) {
		t.Errorf("Update returned %v, want the change's own error", err)
	}
	want(t, "after a failed update", all(t, s.Documents(t.Context(), store.DocumentFilter{})), store.Document.Key)
	put(t, s, document("b", 1))
	if _, err := s.Document(t.Context(), "b"); err != nil {
		t.Errorf("the store does not work after a failed update: %v", err)
	}
}

func transactionSeesItself(t *testing.T, s store.Store) {
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutDocument(ctx, document("a", 1)); err != nil {
			return err
		}
		if _, err := tx.Document(ctx, "a"); err != nil {
			t.Errorf("the transaction does not see its document: %v", err)
		}
		for range tx.Documents(ctx, store.DocumentFilter{}) {
			if _, err := tx.Document(ctx, "a"); err != nil {
				t.Errorf("a question asked while ranging over another's answers: %v", err)
			}
		}
		want(t, "from outside before the commit", all(t, s.Documents(ctx, store.DocumentFilter{})), store.Document.Key)
		return nil
	})
}

func writersTakeTurns(t *testing.T, s store.Store) {
	const writers, each = 4, 10
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for n := range each {
				err := s.Update(t.Context(), func(tx store.Tx) error {
					return tx.PutDocument(t.Context(), document(fmt.Sprintf("w%d-%d", w, n), 1))
				})
				if err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			}
		})
	}
	wait.Wait()
	if found := len(all(t, s.Documents(t.Context(), store.DocumentFilter{}))); found != writers*each {
		t.Errorf("%d documents kept, want %d", found, writers*each)
	}
}

func missingIsNotFound(t *testing.T, s store.Store) {
	_, document := s.Document(t.Context(), "nobody")
	_, reading := s.Reading(t.Context(), "nobody@0")
	_, entry := s.Entry(t.Context(), "00000000")
	for what, err := range map[string]error{"Document": document, "Reading": reading, "Entry": entry} {
		if parley.KindOf(err) != parley.NotFound {
			t.Errorf("%s: %v, want an error of kind NotFound", what, err)
		}
	}
}
