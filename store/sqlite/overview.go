package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// wordsRow is the number of an entry's row in statement_words: the minute of its
// telling, then its own number.
const wordsRow = "(max(coalesce(e.told, 0), 0) / 60000000000 << 36) + e.n"

func indexStatement(n int64, e parley.Entry) statement {
	s := e.Statement
	return statement{
		"INSERT INTO statement_words (rowid, content, speaker, kind) SELECT " + wordsRow + ", ?, ?, ? FROM entries e WHERE e.n = ?",
		[]any{strings.Join(s.Content, " … "), s.Speaker, string(s.Kind), n},
	}
}

// Statements implements store.Reader.
func (q queries) Statements(ctx context.Context, f store.StatementFilter) iter.Seq2[parley.Entry, error] {
	parts := []string{latestStatements, undatedStatements}
	args := []any{f.Dossier, kindOrder(parley.StatementEntry), bound(f.Since, math.MinInt64), bound(f.Until, math.MaxInt64)}
	if match := matching(f); match != "" {
		parts, args = searched(f, match)
	}
	return func(yield func(parley.Entry, error) bool) {
		for _, part := range parts {
			for e, err := range rows(ctx, q, "search statements", part, args, scanEntry) {
				if err == nil && f.Speaker != "" && e.Statement.Speaker != f.Speaker {
					continue
				}
				if !yield(e, err) || err != nil {
					return
				}
			}
		}
	}
}

// All statements of a dossier: those that are dated, of which each of two stretches
// of the index has its own in order, and the others. LIMIT keeps SQLite from
// taking the inner query, and with it the order, apart.
const (
	latestStatements = "SELECT " + wholeEntry + " FROM (SELECT told, entry FROM entry_dossiers WHERE dossier = ?1 AND kind = ?2 AND telling = 0 AND told >= ?3 AND told < ?4" +
		" UNION ALL SELECT told, entry FROM entry_dossiers WHERE dossier = ?1 AND kind = ?2 AND telling = 1 AND told >= ?3 AND told < ?4" +
		" ORDER BY told DESC, entry DESC LIMIT -1) x CROSS JOIN entries e ON e.n = x.entry"
	undatedStatements = "SELECT " + wholeEntry + " FROM entry_dossiers x CROSS JOIN entries e ON e.n = x.entry WHERE x.dossier = ?1 AND x.kind = ?2 AND x.telling = 2 AND ?3 <= ?4"
)

// bound is a moment in nanoseconds; other where there is none.
func bound(at time.Time, other int64) int64 {
	if at.IsZero() {
		return other
	}
	return at.UnixNano()
}

// searched is the question for the statements that match. CROSS JOIN keeps the
// index of words the outer loop, whose order is the one that is wanted.
func searched(f store.StatementFilter, match string) (parts []string, args []any) {
	var c conditions
	c.addIf(true, "statement_words MATCH ?", match)
	c.addIf(!f.Since.IsZero(), "(e.told IS NULL OR e.told >= ?)", nanos(f.Since))
	c.addIf(!f.Until.IsZero(), "(e.told IS NULL OR e.told < ?)", nanos(f.Until))
	c.addIf(f.Dossier != "", "EXISTS (SELECT 1 FROM entry_dossiers x WHERE x.entry = e.n AND x.dossier = ?)", f.Dossier)
	where, args := c.where()
	return []string{"SELECT " + wholeEntry + " FROM statement_words w CROSS JOIN entries e ON e.n = w.rowid & 0xFFFFFFFFF" + where + " ORDER BY w.rowid DESC"}, args
}

// matching is what the filter asks of the index of words, in its language; ""
// where it asks nothing.
func matching(f store.StatementFilter) string {
	var asked []string
	if words := phrases(f.Words); len(words) > 0 {
		asked = append(asked, "{content speaker} : ("+strings.Join(words, " ")+")")
	}
	if speaker := quoted(f.Speaker); speaker != "" {
		asked = append(asked, "speaker : "+speaker)
	}
	if f.Kind != "" {
		asked = append(asked, "kind : "+quoted(string(f.Kind)))
	}
	return strings.Join(asked, " AND ")
}

// phrases takes what a user types apart into what the index understands: words
// and phrases, each in quotes so that none is taken for an operator.
func phrases(typed string) []string {
	var found []string
	for i, part := range strings.Split(typed, `"`) {
		if i%2 == 1 {
			found = append(found, some(quoted(part))...)
			continue
		}
		for _, word := range strings.Fields(part) {
			phrase := some(quoted(strings.TrimRight(word, "*")))
			if len(phrase) > 0 && strings.HasSuffix(word, "*") {
				phrase[0] += "*"
			}
			found = append(found, phrase...)
		}
	}
	return found
}

// quoted is a phrase of the index's language; "" where s holds no letter or
// digit to look for.
func quoted(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return ""
	}
	return `"` + strings.NewReplacer(`"`, ` `, "\x00", " ").Replace(s) + `"`
}

func some(phrase string) []string {
	if phrase == "" {
		return nil
	}
	return []string{phrase}
}

// Months implements store.Reader.
func (q queries) Months(ctx context.Context, f store.EntryFilter) ([]store.Month, error) {
	var c conditions
	c.addIf(true, "dossier = ? AND kind IN ("+kindsOf(f)+")", f.Dossier)
	c.addIf(!f.ToldUntil.IsZero(), "(telling = 2 OR told < ?)", nanos(f.ToldUntil))
	c.addIf(true, "(last - first < ? OR strftime('%m-%d', first * 86400, 'unixepoch') <> '01-01')", store.WholeYear)
	where, args := c.where()
	query := "SELECT strftime('%Y-%m', first * 86400, 'unixepoch') AS month, count(*) FROM entry_dossiers" + where +
		" GROUP BY month HAVING month IS NOT NULL ORDER BY month"
	scan := func(row scanner) (m store.Month, err error) { return m, row.Scan(&m.Month, &m.Entries) }
	var months []store.Month
	for m, err := range rows(ctx, q, "count entries", query, args, scan) {
		if err != nil {
			return nil, err
		}
		months = append(months, m)
	}
	return months, nil
}

// Extent implements store.Reader.
func (q queries) Extent(ctx context.Context, dossier string) (x store.Extent, err error) {
	var c conditions
	addDocumentConditions(&c, store.DocumentFilter{Dossier: dossier})
	where, args := c.where()
	var first, last, kept sql.NullInt64
	query := "SELECT count(*), count(DISTINCT nullif(d.outlet, '')), min(d.published), max(d.published), max(d.kept) FROM documents d" + where
	if err := q.db.QueryRowContext(ctx, query, args...).Scan(&x.Documents, &x.Outlets, &first, &last, &kept); err != nil {
		return x, failed(q.file, "sum up the documents", err)
	}
	x.First, x.Last, x.Kept = instant(first), instant(last), instant(kept)
	return x, nil
}

// Stamp implements store.Reader.
func (q queries) Stamp(ctx context.Context) (string, error) {
	var n int64
	err := q.db.QueryRowContext(ctx, "SELECT n FROM stamp").Scan(&n)
	return strconv.FormatInt(n, 10), failed(q.file, "read the stamp", err)
}
