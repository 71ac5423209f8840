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
		if !outer.by(parley.MediaSource) {
			continue
		}
		for j := f.firstOf(outer.Sentence); j < len(f.found) && f.found[j].Sentence == outer.Sentence; j++ {
			inner := &f.found[j]
			if i == j || inner.Cue.End == inner.Cue.Start || inner.Sources == nil {
				continue
			}
			if outer.covers(inner.Cue) {
				inner.Via = append([]Source{outer.Sources[0]}, inner.Via...)
			}
		}
	}
}

// ownSide tells whether a body says something in the quoted words of a person of its side, who so tells what he himself
// stands for: `"Norland has always held that the lake is open," its envoy said`.
func (f *finder) ownSide(a *Attribution) bool {
	if !a.Nested || !a.by(parley.BodySource) || a.Sources[0].Affiliation == "" || !f.quotedCue(a) {
		return false
	}
	for k := f.firstOf(a.Sentence); k < len(f.found) && f.found[k].Sentence == a.Sentence; k++ {
		b := &f.found[k]
		if b.by(parley.PersonSource) && b.Sources[0].Affiliation == a.Sources[0].Affiliation && b.covers(a.Cue) {
			return true
		}
	}
	return false
}

// dropWishes leaves out what somebody only means or is asked to say or think, where the text tells that
// meaning of the same source: of "wants to tell the envoys that …" the wish alone.
func (f *finder) dropWishes() {
	owns := make([]bool, len(f.found))
	for i := range f.found {
		if k := f.found[i].Continues; k >= 0 {
			owns[k] = true
		}
	}
	moved := make([]int, len(f.found))
	kept := make([]Attribution, 0, len(f.found))
	for i := range f.found {
		moved[i] = len(kept)
		if owns[i] || !f.wished(i) {
			kept = append(kept, f.found[i])
		}
	}
	f.found = kept
	f.renumber(moved)
}

// renumber lets attributions that go on with others point to where these have moved.
func (f *finder) renumber(moved []int) {
	for i := range f.found {
		if k := f.found[i].Continues; k >= 0 {
			f.found[i].Continues = moved[k]
		}
	}
}

// wished tells whether an attribution that may not have come about lies within the content of another
// of the same source, or tells in somebody's own words what his side says.
func (f *finder) wished(i int) bool {
	a := &f.found[i]
	if f.ownSide(a) {
		return true
	}
	if !a.Unreal || !a.Nested || a.source < 0 || a.Continues >= 0 {
		return false
	}
	for k := f.firstOf(a.Sentence); k < len(f.found) && f.found[k].Sentence == a.Sentence; k++ {
		b := &f.found[k]
		outside := func(s parley.Span) bool { return !b.covers(s) }
		if k != i && b.source == a.source && b.covers(a.Cue) && !slices.ContainsFunc(a.Content, outside) {
			return true
		}
	}
	return false
}
