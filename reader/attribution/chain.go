package attribution

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// chain notes through which media the outlet has a statement that another
// medium reports: "the army said …, according to the agency".
func (f *finder) chain() {
	for i := range f.found {
		f.found[i].Nested = !f.main(&f.found[i])
	}
	for i := range f.found {
		outer := &f.found[i]
		if len(outer.Sources) != 1 || outer.Sources[0].Kind != parley.MediaSource {
			continue
		}
		for j := f.firstOf(outer.Sentence); j < len(f.found) && f.found[j].Sentence == outer.Sentence; j++ {
			inner := &f.found[j]
			if i == j || inner.Cue.End == inner.Cue.Start || inner.Sources == nil {
				continue
			}
			if slices.ContainsFunc(outer.Content, func(s parley.Span) bool { return s.Covers(inner.Cue) }) {
				inner.Via = append([]Source{outer.Sources[0]}, inner.Via...)
			}
		}
	}
}
