package eval

import (
	"maps"
	"path/filepath"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

// Relevance scores which dossiers articles belong to, by the dossiers that Parley
// brings and, over them, those that lie in a folder, on folders with the articles of a day (items.jsonl.gz or
// items.jsonl) and relevance.tsv, which gives for each article its dossiers
// parted by commas: f1_DOSSIER for each dossier that is labelled, f1, their
// mean, and us_per_kb, the time to assign a kilobyte of text. Articles without a
// line of labels are passed over. Errors are grouped by dossier into missed and
// spurious, with what the reason says.
func Relevance(folders ...string) (Scores, error) {
	words := lexicon.Default()
	r := relevance{counts: map[string]*Counts{}}
	for _, folder := range folders {
		all, err := dossier.Load(words, folder)
		if err != nil {
			return Scores{}, err
		}
		r.set = dossier.NewSet(words, all...)
		if err := r.folder(folder); err != nil {
			return Scores{}, err
		}
	}
	return r.result(), nil
}

type relevance struct {
	set    *dossier.Set
	counts map[string]*Counts
	scores Scores
	clock  stopwatch
	bytes  int
}

func (r *relevance) folder(folder string) error {
	day, err := dayOf(folder)
	if err != nil {
		return err
	}
	labels, err := labelsOf(filepath.Join(folder, "relevance.tsv"))
	if err != nil {
		return err
	}
	for _, labelled := range labels {
		for _, id := range labelled {
			if r.counts[id] == nil {
				r.counts[id] = &Counts{}
			}
		}
	}
	day = slices.DeleteFunc(day, func(d parley.Document) bool { return labels[d.ID] == nil })
	assigned := make([][]dossier.Assignment, len(day))
	r.clock.run(func() {
		for i, d := range day {
			assigned[i] = r.set.Assign(d)
			r.bytes += len(d.Title) + 1 + len(d.Text)
		}
	})
	for i, d := range day {
		r.compare(d.ID, d.Title, labels[d.ID], assigned[i])
	}
	return nil
}

func (r *relevance) compare(document, title string, gold []string, assigned []dossier.Assignment) {
	for _, id := range gold {
		r.counts[id].Gold++
		if !slices.ContainsFunc(assigned, func(a dossier.Assignment) bool { return a.Dossier == id }) {
			r.scores.Miss("missed "+id, document, "%s", title)
		}
	}
	for _, a := range assigned {
		count := r.counts[a.Dossier]
		if count == nil {
			continue
		}
		count.System++
		if slices.Contains(gold, a.Dossier) {
			count.Correct++
			continue
		}
		r.scores.Miss("spurious "+a.Dossier, document, "%s [%s]", title, a.Reason())
	}
}

func (r *relevance) result() Scores {
	mean := 0.0
	ids := slices.Sorted(maps.Keys(r.counts))
	for _, id := range ids {
		r.scores.Set("f1_"+id, r.counts[id].F1())
		mean += r.counts[id].F1() / float64(len(ids))
	}
	r.scores.Set("f1", mean)
	for _, id := range ids {
		r.scores.Set("precision_"+id, r.counts[id].Precision())
		r.scores.Set("recall_"+id, r.counts[id].Recall())
	}
	r.scores.Set("us_per_kb", r.clock.microseconds(r.bytes/1000))
	return r.scores
}
