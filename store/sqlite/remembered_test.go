package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// mentioning keeps a document with one mention of it, which says what item holds.
func mentioning(ctx context.Context, tx store.Tx, id, item string) error {
	d := note(id)
	m := store.Mention{ID: id, Kind: parley.EventEntry, Doc: d.Key(), Start: 0, End: 3, Item: []byte(item)}
	return errors.Join(tx.PutDocument(ctx, d), tx.PutReading(ctx, parley.Reading{Doc: d.ID, Version: d.Version}, []store.Mention{m}))
}

// undone makes a change and undoes it, as a transaction does that fails at its end.
func undone(ctx context.Context, s store.Store, change func(store.Tx) error) error {
	undo := errors.New("undo")
	err := s.Update(ctx, func(tx store.Tx) error {
		if err := change(tx); err != nil {
			return err
		}
		return undo
	})
	if !errors.Is(err, undo) {
		return fmt.Errorf("the change ended with %v", err)
	}
	return nil
}

// recalled is what a transaction hands out of the mention with an id: its item and its group.
func recalled(t *testing.T, s store.Store, id string) (found string) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for m, err := range tx.Mentions(t.Context(), store.MentionFilter{IDs: []string{id}}) {
			if err != nil {
				return err
			}
			found += fmt.Sprintf("%s in %s", m.Item, m.Group)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestMentionsRememberedAreThoseKept asks for a mention, so that it is remembered, changes
// it in another way each time, and asks again.
func TestMentionsRememberedAreThoseKept(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	changes := []struct {
		name, want string
		change     func(mine, other *sqlite.Store) error
	}{
		{"read anew", "two in a", func(mine, _ *sqlite.Store) error {
			return mine.Update(ctx, func(tx store.Tx) error { return mentioning(ctx, tx, "a", "two") })
		}},
		{"read anew by another process", "two in a", func(_, other *sqlite.Store) error {
			return other.Update(ctx, func(tx store.Tx) error { return mentioning(ctx, tx, "a", "two") })
		}},
		{"grouped anew", "one in b", func(mine, _ *sqlite.Store) error {
			return mine.Update(ctx, func(tx store.Tx) error { return tx.Regroup(ctx, "b", []string{note("a").Key()}) })
		}},
		{"read anew and undone", "one in a", func(mine, _ *sqlite.Store) error {
			return undone(ctx, mine, func(tx store.Tx) error {
				if err := mentioning(ctx, tx, "a", "two"); err != nil {
					return err
				}
				for _, err := range tx.Mentions(ctx, store.MentionFilter{IDs: []string{"a"}}) {
					if err != nil {
						return err
					}
				}
				return nil
			})
		}},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			mine, other := create(t, dir), create(t, dir)
			if err := mine.Update(ctx, func(tx store.Tx) error { return mentioning(ctx, tx, "a", "one") }); err != nil {
				t.Fatal(err)
			}
			if got := recalled(t, mine, "a"); got != "one in a" {
				t.Fatalf("before: %q", got)
			}
			if err := c.change(mine, other); err != nil {
				t.Fatal(err)
			}
			if got := recalled(t, mine, "a"); got != c.want {
				t.Errorf("after: %q, want %q", got, c.want)
			}
		})
	}
}

// TestWhatIsDrawnComesBack leaves something with a mention for the next transaction.
func TestWhatIsDrawnComesBack(t *testing.T) {
	t.Parallel()
	ctx, s := t.Context(), create(t, t.TempDir())
	if err := s.Update(ctx, func(tx store.Tx) error { return mentioning(ctx, tx, "a", "one") }); err != nil {
		t.Fatal(err)
	}
	var found []any
	for range 2 {
		err := s.Update(ctx, func(tx store.Tx) error {
			for m, err := range tx.Mentions(ctx, store.MentionFilter{IDs: []string{"a"}}) {
				if err != nil {
					return err
				}
				found = append(found, *m.Drawn)
				*m.Drawn = "drawn"
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if fmt.Sprint(found) != "[<nil> drawn]" {
		t.Errorf("there was %v, want nothing and then what was left", found)
	}
}

// leafOf puts a leaf into a roll of the record.
func leafOf(ctx context.Context, s store.Store, number int, body string) error {
	return s.Update(ctx, func(tx store.Tx) error {
		drawn := any("of " + body)
		return tx.PutLeaf(ctx, "NLD", store.Leaf{Number: number, Body: []byte(body), Drawn: &drawn})
	})
}

// TestLeavesRememberedAreThoseKept asks for a roll, so that it is remembered, changes it in
// another way each time, and asks again.
func TestLeavesRememberedAreThoseKept(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	changes := []struct {
		name, want string
		change     func(mine, other *sqlite.Store) error
	}{
		{"nothing changed", "3 may (of may) 7 july (of july)", func(mine, _ *sqlite.Store) error { return nil }},
		{"a leaf between", "3 may (of may) 5 june (of june) 7 july (of july)", func(mine, _ *sqlite.Store) error { return leafOf(ctx, mine, 5, "june") }},
		{"a leaf in place of one", "3 may (of may) 7 now (of now)", func(mine, _ *sqlite.Store) error { return leafOf(ctx, mine, 7, "now") }},
		{"a leaf taken away", "7 july (of july)", func(mine, _ *sqlite.Store) error { return leafOf(ctx, mine, 3, "") }},
		{"by another process", "3 may (<nil>) 7 now (<nil>)", func(_, other *sqlite.Store) error { return leafOf(ctx, other, 7, "now") }},
		{"and undone", "3 may (<nil>) 7 july (<nil>)", func(mine, _ *sqlite.Store) error {
			return undone(ctx, mine, func(tx store.Tx) error { return tx.PutLeaf(ctx, "NLD", store.Leaf{Number: 7, Body: []byte("now")}) })
		}},
		{"with all folded anew", "", func(mine, _ *sqlite.Store) error {
			return mine.Update(ctx, func(tx store.Tx) error { return tx.Anew(ctx, time.Now(), func(store.Progress) error { return nil }) })
		}},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			mine, other := create(t, dir), create(t, dir)
			if err := errors.Join(leafOf(ctx, mine, 7, "july"), leafOf(ctx, mine, 3, "may")); err != nil {
				t.Fatal(err)
			}
			drawIn(t, mine)
			if err := c.change(mine, other); err != nil {
				t.Fatal(err)
			}
			if got := drawnIn(t, mine); got != c.want {
				t.Errorf("after: %q, want %q", got, c.want)
			}
		})
	}
}

// drawIn leaves something with each leaf of the roll.
func drawIn(t *testing.T, s store.Store) {
	t.Helper()
	eachLeaf(t, s, func(l store.Leaf) { *l.Drawn = "of " + string(l.Body) })
}

// drawnIn is the roll, and what was left with each of its leaves.
func drawnIn(t *testing.T, s store.Store) string {
	t.Helper()
	var found []string
	eachLeaf(t, s, func(l store.Leaf) { found = append(found, fmt.Sprintf("%d %s (%v)", l.Number, l.Body, *l.Drawn)) })
	return strings.Join(found, " ")
}

func eachLeaf(t *testing.T, s store.Store, do func(store.Leaf)) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for l, err := range tx.Roll(t.Context(), "NLD") {
			if err != nil {
				return err
			}
			do(l)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// foldOf is a fold of some mentions, the first of which leads it.
func foldOf(signature string, ids ...string) store.Fold {
	e := parley.Entry{ID: ids[0], Kind: parley.EventEntry}
	return store.Fold{Entries: []parley.Entry{e}, Members: ids[1:], Blocks: []store.Block{{Name: "NLD|SDL", Day: 3}}, Core: []byte("core"), Signature: signature}
}

// foldsNear is what a transaction hands out of the folds near the block of foldOf, by each way to ask.
func foldsNear(t *testing.T, s store.Store, members ...string) (found string) {
	t.Helper()
	near := []store.Near{{Name: "NLD|SDL", First: 0, Last: 9}}
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for _, filter := range []store.FoldFilter{{Near: near}, {Members: members}, {IDs: members}} {
			for f, err := range tx.Folds(t.Context(), filter) {
				if err != nil {
					return err
				}
				found += fmt.Sprintf("%s+%s %s; ", f.ID(), strings.Join(f.Members, "+"), f.Signature)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestFoldsRememberedAreThoseKept asks for a fold, so that it is remembered, replaces it in
// another way each time, and asks again.
func TestFoldsRememberedAreThoseKept(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	replace := func(s *sqlite.Store, gone []string, folds ...store.Fold) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.Replace(ctx, time.Unix(1, 0), gone, folds) })
	}
	changes := []struct {
		name, want string
		change     func(mine, other *sqlite.Store) error
	}{
		{"wins a member", "a+b+c two; a+b+c two; a+b+c two; ", func(mine, _ *sqlite.Store) error {
			return replace(mine, nil, foldOf("two", "a", "b", "c"))
		}},
		{"loses a member", "a+ two; a+ two; a+ two; ", func(mine, _ *sqlite.Store) error {
			return replace(mine, nil, foldOf("two", "a"))
		}},
		{"goes", "", func(mine, _ *sqlite.Store) error { return replace(mine, []string{"a"}) }},
		{"goes, and comes with another lead", "b+a two; b+a two; b+a two; ", func(mine, _ *sqlite.Store) error {
			return replace(mine, []string{"a"}, foldOf("two", "b", "a"))
		}},
		{"changed by another process", "a+b two; a+b two; a+b two; ", func(_, other *sqlite.Store) error {
			return replace(other, nil, foldOf("two", "a", "b"))
		}},
		{"changed and undone", "a+b one; a+b one; a+b one; ", func(mine, _ *sqlite.Store) error {
			return undone(ctx, mine, func(tx store.Tx) error {
				return tx.Replace(ctx, time.Unix(1, 0), nil, []store.Fold{foldOf("two", "a", "b")})
			})
		}},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			mine, other := create(t, dir), create(t, dir)
			if err := replace(mine, nil, foldOf("one", "a", "b")); err != nil {
				t.Fatal(err)
			}
			if got, want := foldsNear(t, mine, "a", "b"), "a+b one; a+b one; a+b one; "; got != want {
				t.Fatalf("before: %q, want %q", got, want)
			}
			if err := c.change(mine, other); err != nil {
				t.Fatal(err)
			}
			if got := foldsNear(t, mine, "a", "b"); got != c.want {
				t.Errorf("after: %q, want %q", got, c.want)
			}
		})
	}
}

// TestCorelessRememberedAreThoseKept asks for the mentions without a core before any is
// remembered, when all are, and when their folds have changed.
func TestCorelessRememberedAreThoseKept(t *testing.T) {
	t.Parallel()
	ctx, s := t.Context(), create(t, t.TempDir())
	coreless := func(tx store.Tx) (ids []string) {
		for m, err := range tx.Mentions(ctx, store.MentionFilter{Coreless: true}) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, m.ID)
		}
		return ids
	}
	followers := foldOf("one", "b")
	followers.Core = nil
	err := s.Update(ctx, func(tx store.Tx) error {
		for _, id := range []string{"a", "b", "c"} {
			if err := mentioning(ctx, tx, id, "of "+id); err != nil {
				return err
			}
		}
		return tx.Replace(ctx, time.Unix(1, 0), nil, []store.Fold{foldOf("one", "a"), followers})
	})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Update(ctx, func(tx store.Tx) error {
		for _, asked := range []string{"first", "again"} {
			if got := fmt.Sprint(coreless(tx)); got != "[b c]" {
				t.Errorf("asked %s: %s, want [b c]", asked, got)
			}
		}
		if err := tx.Replace(ctx, time.Unix(2, 0), []string{"a"}, []store.Fold{foldOf("two", "b")}); err != nil {
			return err
		}
		if got := fmt.Sprint(coreless(tx)); got != "[a c]" {
			t.Errorf("changed: %s, want [a c]", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
