package sqlite

import (
	"context"
	"hash/fnv"
	"math"
	"time"

	"github.com/parleyrecord/parley"
)

// What is looked at together lies together in the file, which keeps entries in the
// order of their numbers: a number is a dossier, a kind, the day of the first telling
// and a turn, in so many bits. statement_words has room for 36.
const (
	dossierBits = 7
	kindBits    = 3
	dayBits     = 16
	turnBits    = 36 - dossierBits - kindBits - dayBits
)

// firstNumber is the first of the numbers among those of an entry's neighbours.
// Dossiers may share numbers: they tell where an entry lies and nothing of what it is.
func firstNumber(dossier string, e parley.Entry) int64 {
	name := fnv.New32a()
	name.Write([]byte(dossier))
	day := int64(0)
	if !e.Told.IsZero() {
		day = e.Told.Unix() / int64(24*time.Hour/time.Second)
	}
	n := int64(name.Sum32() % (1 << dossierBits))
	n = n<<kindBits | int64(kindOrder(e.Kind))
	n = n<<dayBits | min(max(day, 0), 1<<dayBits-1)
	return n << turnBits
}

// freeNumber is a number for a new entry of a dossier: among its neighbours or, on a day that is full, behind all others.
// Kinds that do not exist leave room there for a hundred million.
func (t *tx) freeNumber(ctx context.Context, doing, dossier string, e parley.Entry) (int64, error) {
	first := firstNumber(dossier, e)
	after := first + 1<<turnBits
	if n, err := t.behindLast(ctx, doing, first, after); err != nil || n < after {
		return n, err
	}
	return t.behindLast(ctx, doing, after, math.MaxInt64)
}

// behindLast is the number behind the last of the entries from one number up to another;
// the first where there are none.
func (t *tx) behindLast(ctx context.Context, doing string, first, after int64) (int64, error) {
	const query = "SELECT n FROM entries WHERE n >= ? AND n < ? ORDER BY n DESC LIMIT 1"
	for n, err := range rows(ctx, t.queries, doing, query, []any{first, after}, scanNumber) {
		return n + 1, err
	}
	return first, nil
}

// dossiersOf are the dossiers of the documents in which mentions stand, one for each
// mention that has any.
func (t *tx) dossiersOf(ctx context.Context, mentions []string) (map[string]string, error) {
	const query = `SELECT m.id, min(d.dossier) FROM json_each(?) s CROSS JOIN mentions m ON m.id = s.value
		CROSS JOIN document_dossiers d ON d.document = m.document GROUP BY m.id`
	found := map[string]string{}
	scan := func(s scanner) (of [2]string, err error) { return of, s.Scan(&of[0], &of[1]) }
	for of, err := range rows(ctx, t.queries, "find dossiers", query, []any{list(mentions)}, scan) {
		if err != nil {
			return nil, err
		}
		found[of[0]] = of[1]
	}
	return found, nil
}
