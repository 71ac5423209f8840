package sqlite

import (
	"context"
	"fmt"
	"iter"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Followed implements store.Following.
func (q queries) Followed(ctx context.Context) iter.Seq2[store.Followed, error] {
	scan := func(s scanner) (f store.Followed, err error) { return f, s.Scan(&f.Name, &f.State) }
	return rows(ctx, q, "list what is followed", "SELECT name, state FROM followed ORDER BY name", nil, scan)
}

// Waiting implements store.Following.
func (q queries) Waiting(ctx context.Context, limit int) iter.Seq2[parley.Document, error] {
	scan := func(s scanner) (d parley.Document, err error) {
		var body []byte
		if err := s.Scan(&body); err != nil {
			return d, err
		}
		return d, unpack(body, &d)
	}
	return rows(ctx, q, "list what waits", "SELECT body FROM waiting ORDER BY n LIMIT ?", []any{limit}, scan)
}

// PutFollowed implements store.FollowingTx.
func (t *tx) PutFollowed(ctx context.Context, f store.Followed) error {
	return t.run(ctx, "keep what is known of a feed", // its address may hold a password
		statement{"INSERT OR REPLACE INTO followed (name, state) VALUES (?, ?)", []any{f.Name, append([]byte{}, f.State...)}})
}

// DropFollowed implements store.FollowingTx.
func (t *tx) DropFollowed(ctx context.Context, name string) error {
	result, err := t.db.exec(ctx, "DELETE FROM followed WHERE name = ?", name)
	if err != nil {
		return failed(t.file, "forget a feed", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return notFound("feed", name)
	}
	return nil
}

// PutWaiting implements store.FollowingTx.
func (t *tx) PutWaiting(ctx context.Context, doc parley.Document) error {
	body, err := packed(doc)
	if err != nil {
		return fmt.Errorf("let %s wait: %w", doc.ID, err)
	}
	return t.run(ctx, "let "+doc.ID+" wait", statement{"INSERT OR IGNORE INTO waiting (key, body) VALUES (?, ?)", []any{doc.Key(), body}})
}

// DropWaiting implements store.FollowingTx.
func (t *tx) DropWaiting(ctx context.Context, key string) error {
	return t.run(ctx, "end the wait of "+key, statement{"DELETE FROM waiting WHERE key = ?", []any{key}})
}
