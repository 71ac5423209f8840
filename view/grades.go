package view

import (
	"context"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Grades are the reliabilities that people have given to outlets, by outlet: of
// each the latest.
func Grades(ctx context.Context, r store.Reader) ([]parley.Correction, error) {
	made, err := collect("grades", r.Corrections(ctx, store.CorrectionFilter{Actions: []parley.CorrectionAction{parley.Grading, parley.Undoing}}))
	if err != nil {
		return nil, err
	}
	latest := map[string]parley.Correction{}
	for _, c := range parley.InForce(made) {
		if c.Action == parley.Grading && c.Outlet != "" {
			latest[c.Outlet] = c
		}
	}
	var grades []parley.Correction
	for _, c := range latest {
		grades = append(grades, c)
	}
	slices.SortFunc(grades, func(a, b parley.Correction) int { return strings.Compare(a.Outlet, b.Outlet) })
	return grades, nil
}

// reliabilities are the grades of outlets by outlet.
func reliabilities(ctx context.Context, r store.Reader) (map[string]string, error) {
	grades, err := Grades(ctx, r)
	by := map[string]string{}
	for _, c := range grades {
		by[c.Outlet] = c.Value
	}
	return by, err
}
