package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/parleyrecord/parley/store"
)

func rollsComeBack(t *testing.T, s store.Store) {
	write := func(block string, leaves ...store.Leaf) {
		update(t, s, func(ctx context.Context, tx store.Tx) error {
			for _, l := range leaves {
				if err := tx.PutLeaf(ctx, block, l); err != nil {
					return err
				}
			}
			return nil
		})
	}
	write("NLD", store.Leaf{Number: 7, Body: []byte("july")}, store.Leaf{Number: -1, Body: []byte("undated")}, store.Leaf{Number: 3, Body: []byte("march")})
	write("SDL", store.Leaf{Number: 3, Body: []byte("other")})
	write("NLD", store.Leaf{Number: 7, Body: []byte("again")}, store.Leaf{Number: 3})
	name := func(l store.Leaf) string { return fmt.Sprintf("%d %s", l.Number, l.Body) }
	want(t, "the roll", all(t, s.Roll(t.Context(), "NLD")), name, "-1 undated", "7 again")
	want(t, "a roll that nobody kept", all(t, s.Roll(t.Context(), "WST")), name)
}
