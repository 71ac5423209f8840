package record

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"

	quick "github.com/go-json-experiment/json"
	"golang.org/x/sync/errgroup"

	"github.com/parleyrecord/parley/store"
)

// restore takes a mention out of what a store keeps. Nothing changes a mention that
// stands, so that the same one may be folded again and again.
func restore(kept store.Mention) (*mention, error) {
	if kept.Drawn != nil {
		if m, ok := (*kept.Drawn).(*mention); ok {
			return m, nil
		}
	}
	m := &mention{Mention: kept, digest: sha256.Sum256(kept.Item)}
	if err := quick.Unmarshal(kept.Item, &m.item); err != nil {
		return nil, fmt.Errorf("mention %s: %w", kept.ID, err)
	}
	m.showEvidence(kept.Doc)
	m.stage()
	m.Blocks = blocksOf(m)
	if kept.Drawn != nil {
		*kept.Drawn = m
	}
	return m, nil
}

// restoredApart is how many mentions are taken out together: fewer are not worth a
// second core.
const restoredApart = 32

// restoreAll takes mentions out of what a store keeps, on all cores.
func restoreAll(kept []store.Mention) ([]*mention, error) {
	restored := make([]*mention, len(kept))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for first := 0; first < len(kept); first += restoredApart {
		work.Go(func() (err error) {
			for i := first; i < min(first+restoredApart, len(kept)) && err == nil; i++ {
				restored[i], err = restore(kept[i])
			}
			return err
		})
	}
	return restored, work.Wait()
}

// keptMentions are mentions out of a store, with their blocks.
func keptMentions(ctx context.Context, tx store.Tx, filter store.MentionFilter) ([]store.Mention, error) {
	kept, err := store.Collect(tx.Mentions(ctx, filter))
	if err != nil {
		return nil, err
	}
	restored, err := restoreAll(kept)
	if err != nil {
		return nil, err
	}
	for i, m := range restored {
		kept[i] = m.Mention
	}
	return kept, nil
}
