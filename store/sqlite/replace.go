package sqlite

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Replace implements store.Tx. A fold that stands keeps its row and, of its leads,
// blocks and entries, what stays the same: of one with hundreds of members, that
// wins another, nearly all does.
func (t *tx) Replace(ctx context.Context, at time.Time, gone []string, folds []store.Fold) error {
	r := replacing{tx: t, before: map[string]string{}, now: map[string]string{}, left: map[string]string{}}
	rows := encoded(folds)
	ids := slices.Clone(gone)
	for _, f := range folds {
		ids = append(ids, f.ID())
	}
	if err := r.find(ctx, ids); err != nil {
		return err
	}
	var err error
	if r.dossiers, err = t.dossiersOf(ctx, ids[len(gone):]); err != nil {
		return err
	}
	// What goes makes room first: a member may come to another fold.
	if err := r.takeAway(ctx, gone, folds); err != nil {
		return err
	}
	for _, f := range folds {
		if err := r.put(ctx, f, <-rows); err != nil {
			return err
		}
	}
	if err = r.finish(ctx); err != nil || t.anew {
		return err
	}
	return t.record(ctx, at, r.before, r.now, r.left)
}

// replacing is the work of one Replace.
type replacing struct {
	*tx
	stood          map[string]*standing // the folds that stood, by id
	before, now    map[string]string    // the gists of the entries, by id
	left           map[string]string    // the dossiers that entries belonged to which were taken away, by id
	dossiers       map[string]string    // one that each fold belongs to, by id
	leads, parties []row                // to be written
	blocks         []blockRow           // and these
	files          filing
}

// standing is a fold as the tables have it.
type standing struct {
	n       int64
	members map[string]bool
	entries map[string]int64 // the numbers of their rows, by id
	loses   bool             // it is to lose members
}

// find finds the folds that stand.
func (r *replacing) find(ctx context.Context, ids []string) error {
	const doing = "find entries"
	r.stood = map[string]*standing{}
	byNumber := map[int64]*standing{}
	stood := func(row foldRow) {
		f := &standing{n: row.n, members: map[string]bool{}, entries: map[string]int64{}}
		for _, member := range row.members {
			f.members[member] = true
		}
		r.stood[row.id], byNumber[f.n] = f, f
	}
	var others []string
	for _, id := range ids {
		if row, ok := r.known.fold(id); ok {
			stood(row)
		} else {
			others = append(others, id)
		}
	}
	found, err := r.folds(ctx, store.FoldFilter{IDs: others})
	if err != nil {
		return err
	}
	for _, row := range found {
		stood(row)
	}
	scanEntry := func(s scanner) (none struct{}, err error) {
		var fold, n int64
		var id, gist string
		var whole entryRow // of an entry of a record from before there was a journal, which has no gist yet
		if err := s.Scan(&fold, &n, &id, &gist, &whole.body, &whole.members, &whole.spans); err != nil {
			return none, err
		}
		if gist == "" {
			if gist, err = whole.gist(); err != nil {
				return none, err
			}
		}
		byNumber[fold].entries[id], r.before[id] = n, gist
		return none, nil
	}
	const entriesQuery = `SELECT fold, n, id, gist, CASE gist WHEN '' THEN body END, CASE gist WHEN '' THEN members END, CASE gist WHEN '' THEN spans END
		FROM entries WHERE fold IN (SELECT value FROM json_each(?))`
	for _, err := range rows(ctx, r.queries, doing, entriesQuery, []any{list(slices.Collect(maps.Keys(byNumber)))}, scanEntry) {
		if err != nil {
			return err
		}
	}
	return nil
}

// takeAway takes the folds away that are gone and, of those that stay, the members
// and entries that they lose.
func (r *replacing) takeAway(ctx context.Context, gone []string, folds []store.Fold) error {
	var lostFolds, lostEntries []int64
	var lostMembers []string
	staying := map[string]bool{}
	for _, f := range folds {
		staying[f.ID()] = true
		s := r.stood[f.ID()]
		if s == nil {
			continue
		}
		stays := map[string]bool{f.ID(): true}
		for _, m := range f.Members {
			stays[m] = true
		}
		for m := range s.members {
			if !stays[m] {
				lostMembers, s.loses = append(lostMembers, m), true
			}
		}
		for id, n := range s.entries {
			if !slices.ContainsFunc(f.Entries, func(e parley.Entry) bool { return e.ID == id }) {
				lostEntries = append(lostEntries, n)
			}
		}
	}
	for _, id := range gone {
		if s := r.stood[id]; s != nil && !staying[id] {
			lostFolds = append(lostFolds, s.n)
			r.known.folds.forget(s.n)
			for _, n := range s.entries {
				lostEntries = append(lostEntries, n)
			}
		}
	}
	if err := r.leave(ctx, lostEntries); err != nil {
		return err
	}
	const those = " IN (SELECT value FROM json_each(?))"
	entries, lost := []any{list(lostEntries)}, []any{list(lostFolds)}
	return r.run(ctx, "replace entries",
		statement{"DELETE FROM statement_words WHERE rowid IN (SELECT " + wordsRow + " FROM entries e WHERE +e.kind = ? AND e.n" + those + ")", []any{kindOrder(parley.StatementEntry), entries[0]}},
		statement{"DELETE FROM entry_parties WHERE entry" + those, entries},
		statement{"DELETE FROM entry_dossiers WHERE entry" + those, entries},
		statement{"DELETE FROM entries WHERE n" + those, entries},
		statement{"DELETE FROM leads WHERE member" + those, []any{list(lostMembers)}},
		statement{"DELETE FROM leads WHERE fold" + those, lost},
		statement{"DELETE FROM fold_blocks WHERE fold" + those, lost},
		statement{"DELETE FROM folds WHERE n" + those, lost})
}

// leave notes which dossiers entries belonged to that are taken away.
func (r *replacing) leave(ctx context.Context, entries []int64) error {
	if len(entries) == 0 || r.anew {
		return nil
	}
	scan := func(s scanner) (none struct{}, err error) {
		var id, dossiers string
		err = s.Scan(&id, &dossiers)
		r.left[id] = dossiers
		return none, err
	}
	query := "SELECT e.id, " + dossiersOfEntry + " FROM entries e WHERE e.n IN (SELECT value FROM json_each(?))"
	for _, err := range rows(ctx, r.queries, "find dossiers", query, []any{list(entries)}, scan) {
		if err != nil {
			return err
		}
	}
	return nil
}

// dossiersOfEntry are those of the entry e, parted by blanks.
const dossiersOfEntry = "coalesce((SELECT group_concat(dossier, ' ') FROM entry_dossiers WHERE entry = e.n AND dossier <> ''), '')"

// put keeps a fold, and notes what is to be written with others.
func (r *replacing) put(ctx context.Context, f store.Fold, rows encodedFold) (err error) {
	doing := "keep entry " + f.ID()
	if rows.err != nil {
		return rows.err
	}
	s := r.stood[f.ID()]
	if s == nil {
		s = &standing{}
		if s.n, err = r.insert(ctx, doing, "INSERT INTO folds (id, signature, core) VALUES (?, ?, ?)", f.ID(), f.Signature, f.Core); err != nil {
			return err
		}
		r.blocks = append(r.blocks, blockRows(f.Blocks, s.n)...)
	} else {
		if err := r.run(ctx, doing, statement{"UPDATE folds SET signature = ?, core = ? WHERE n = ?", []any{f.Signature, f.Core, s.n}}); err != nil {
			return err
		}
		if err := r.moveBlocks(ctx, f, s.n); err != nil {
			return err
		}
	}
	r.known.keepFold(rowOfFold(s.n, f))
	for _, m := range append([]string{f.ID()}, f.Members...) {
		gained := !s.members[m]
		if gained {
			r.leads = append(r.leads, row{m, s.n})
		}
		if gained || s.loses {
			r.files.members = append(r.files.members, row{m, s.n})
		}
	}
	if len(s.members) > 0 && !s.loses {
		r.files.standing = append(r.files.standing, s.n)
	}
	r.files.folds = append(r.files.folds, s.n)
	for i, e := range f.Entries {
		if err := r.putEntry(ctx, s, r.dossiers[f.ID()], e, rows.entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// moveBlocks brings the blocks of a fold that stood up to date.
func (r *replacing) moveBlocks(ctx context.Context, f store.Fold, n int64) error {
	scan := func(s scanner) (b blockRow, err error) {
		b[2] = n
		return b, s.Scan(&b[0], &b[1])
	}
	gone := map[blockRow]bool{}
	for b, err := range rows(ctx, r.queries, "find blocks", "SELECT block, day FROM fold_blocks WHERE fold = ?", []any{n}, scan) {
		if err != nil {
			return err
		}
		gone[b] = true
	}
	now := blockRows(f.Blocks, n)
	for _, b := range now {
		if !gone[b] {
			r.blocks = append(r.blocks, b)
		}
	}
	for _, b := range now {
		delete(gone, b)
	}
	for b := range gone {
		if err := r.run(ctx, "move blocks", statement{"DELETE FROM fold_blocks WHERE block = ? AND day = ? AND fold = ?", []any{b[0], b[1], n}}); err != nil {
			return err
		}
	}
	return nil
}

// putEntry keeps an entry of a fold, in its own row where it has one.
func (r *replacing) putEntry(ctx context.Context, of *standing, dossier string, e parley.Entry, now encodedEntry) (err error) {
	doing := "keep entry " + e.ID
	r.now[e.ID] = now.gist
	n, stood := of.entries[e.ID]
	if stood && r.before[e.ID] == now.gist {
		return nil
	}
	values := append(boundsOf(e), now.body, now.members, now.spans, now.gist)
	if !stood {
		if n, err = r.freeNumber(ctx, doing, dossier, e); err != nil {
			return err
		}
		err = r.run(ctx, doing, statement{`INSERT INTO entries (kind, told, again, first, last, issue, replaced, body, members, spans, gist, id, fold, n)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(values, e.ID, of.n, n)})
	} else {
		err = r.run(ctx, doing,
			statement{"DELETE FROM statement_words WHERE rowid = (SELECT " + wordsRow + " FROM entries e WHERE e.n = ? AND e.kind = ?)", []any{n, kindOrder(parley.StatementEntry)}},
			statement{"DELETE FROM entry_parties WHERE entry = ? AND party NOT IN (SELECT value FROM json_each(?))", []any{n, list(e.Parties)}},
			statement{"UPDATE entries SET kind = ?, told = ?, again = ?, first = ?, last = ?, issue = ?, replaced = ?, body = ?, members = ?, spans = ?, gist = ? WHERE n = ?", append(values, n)})
	}
	if err != nil {
		return err
	}
	for _, p := range e.Parties {
		r.parties = append(r.parties, row{p, n})
	}
	if e.Statement == nil {
		return nil
	}
	return r.run(ctx, doing, indexStatement(n, e))
}

// boundsOf are the values of the columns by which an entry is found.
func boundsOf(e parley.Entry) []any {
	var first, last any
	if a, b, ok := store.Days(e); ok {
		first, last = a, b
	}
	issue, replaced := "", time.Time{}
	if e.Position != nil {
		issue, replaced = string(e.Position.Issue), e.Position.Until
	}
	again := e.Again
	if again.Before(e.Told) {
		again = e.Told
	}
	return []any{kindOrder(e.Kind), nanos(e.Told), nanos(again), first, last, issue, nanos(replaced)}
}

// finish writes what was noted.
func (r *replacing) finish(ctx context.Context) error {
	err := r.run(ctx, "keep entries",
		rowsInto("INSERT INTO leads (member, fold)", r.leads),
		rowsInto("INSERT OR IGNORE INTO fold_blocks (block, day, fold)", r.blocks),
		rowsInto("INSERT OR IGNORE INTO entry_parties (party, entry)", r.parties))
	if err != nil {
		return err
	}
	return r.fileEntries(ctx, r.files)
}
