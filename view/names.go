package view

import (
	"context"
	"fmt"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// ShownIDs maps the keys of documents to what a view calls them: the bare id
// where the record holds one version of the document, else the key.
func ShownIDs(ctx context.Context, r store.Reader, keys []string) (map[string]string, error) {
	shown := map[string]string{}
	if len(keys) == 0 {
		return shown, nil
	}
	several, err := withSeveralVersions(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		id, _ := parley.SplitKey(key)
		shown[key] = id
		if several[id] {
			shown[key] = key
		}
	}
	return shown, nil
}

// withSeveralVersions are those of the keys' documents of which the record
// holds more than one version, by id.
func withSeveralVersions(ctx context.Context, r store.Reader, keys []string) (map[string]bool, error) {
	ids := make([]string, len(keys))
	for i, key := range keys {
		ids[i], _ = parley.SplitKey(key)
	}
	slices.Sort(ids)
	several := map[string]bool{}
	for d, err := range r.Documents(ctx, store.DocumentFilter{Keys: slices.Compact(ids), Superseded: true}) {
		if err != nil {
			return nil, fmt.Errorf("ask for documents: %w", err)
		}
		several[d.ID] = true
	}
	return several, nil
}
