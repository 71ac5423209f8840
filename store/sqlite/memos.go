package sqlite

import (
	"context"
	"iter"

	"github.com/parleyrecord/parley/store"
)

// Memos implements store.Memos.
func (q queries) Memos(ctx context.Context, kind string) iter.Seq2[store.Memo, error] {
	scan := func(s scanner) (m store.Memo, err error) { return m, s.Scan(&m.Kind, &m.Name, &m.Body) }
	return rows(ctx, q, "list memos", "SELECT kind, name, body FROM memos WHERE kind = ? ORDER BY name", []any{kind}, scan)
}

// PutMemo implements store.MemosTx.
func (t *tx) PutMemo(ctx context.Context, m store.Memo) error {
	return t.run(ctx, "keep a memo", statement{"INSERT OR REPLACE INTO memos (kind, name, body) VALUES (?, ?, ?)", []any{m.Kind, m.Name, append([]byte{}, m.Body...)}})
}

// DropMemo implements store.MemosTx.
func (t *tx) DropMemo(ctx context.Context, kind, name string) error {
	return t.run(ctx, "forget a memo", statement{"DELETE FROM memos WHERE kind = ? AND name = ?", []any{kind, name}})
}
