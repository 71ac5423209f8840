package view

import (
	"context"
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
	var ids []string
	for _, key := range keys {
		id, _ := parley.SplitKey(key)
		ids = append(ids, id)
	}
	slices.Sort(ids)
	kept, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Keys: slices.Compact(ids)}))
	if err != nil {
		return nil, err
	}
	versions := countVersions(kept)
	for _, key := range keys {
		shown[key] = shownID(key, versions)
	}
	return shown, nil
}

func countVersions(kept []store.Document) map[string]int {
	versions := map[string]int{}
	for _, d := range kept {
		versions[d.ID]++
	}
	return versions
}

func shownID(key string, versions map[string]int) string {
	if id, _ := parley.SplitKey(key); versions[id] == 1 {
		return id
	}
	return key
}
