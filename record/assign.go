package record

import (
	"context"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Assigned are the dossiers to which a document belongs: the computed ones, but
// for what people have said of it.
func Assigned(ctx context.Context, r store.Reader, document string, computed []string) ([]string, error) {
	corrections, err := store.Collect(r.Corrections(ctx, store.CorrectionFilter{Documents: []string{document}}))
	if err != nil {
		return nil, err
	}
	dossiers := slices.Clone(computed)
	for _, c := range parley.InForce(corrections) {
		if c.Action != parley.Assigning {
			continue
		}
		dossiers = slices.DeleteFunc(dossiers, func(id string) bool { return id == c.Dossier })
		if c.Value == parley.In {
			dossiers = append(dossiers, c.Dossier)
		}
	}
	slices.Sort(dossiers)
	return slices.Compact(dossiers), nil
}
