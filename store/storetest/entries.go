package storetest

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// scene puts two documents with three mentions that fold into a meeting with a
// dispute, and a position.
type scene struct {
	a, b              store.Document
	meeting, position store.Fold
}

func set(t *testing.T, s store.Store) scene {
	t.Helper()
	a, b := document("a", 2), document("b", 4)
	a.Dossiers = []string{"norland"}
	m1, m2, m3 := mention(a, "11111111aa", 3), mention(b, "22222222bb", 5), mention(b, "22222222cc", 9)
	readDocument(t, s, a, m1)
	readDocument(t, s, b, m2, m3)
	meeting := parley.Entry{ID: m1.ID, Kind: parley.MeetingEntry, Told: a.Published, Again: b.Published, Kept: a.Kept, Start: "2031-02-20", End: "2031-02-22",
		Parties: []string{"NLD", "SDL"}, Outlets: []string{a.Outlet}, Sources: 2, Members: []parley.Member{member(m1), member(m2)},
		Spans:   []parley.Evidence{{Field: "quotes", Span: parley.Span{Doc: a.Key(), Start: 3, End: 8}}},
		Meeting: &parley.Meeting{Mode: "meeting", Participants: []string{"Anna Kovar"}, Parties: []string{"NLD", "SDL"}, Status: parley.Happened}}
	dispute := parley.Entry{ID: "33333333dd", Kind: parley.DisputeEntry, Told: b.Published, Again: b.Published, Parties: []string{"NLD"},
		Outlets: []string{}, Members: []parley.Member{member(m2)}, Dispute: &parley.Dispute{Entry: m1.ID, Field: "status", About: "whether they met"}}
	position := parley.Entry{ID: m3.ID, Kind: parley.PositionEntry, Told: b.Published, Again: b.Published, Parties: []string{"SDL"}, Outlets: []string{b.Outlet},
		Members: []parley.Member{member(m3)}, Position: &parley.Standing{Party: "SDL", Issue: "ceasefire", Stance: parley.Demands, Until: day(8)}}
	put := scene{a: a, b: b,
		meeting: store.Fold{Entries: []parley.Entry{meeting, dispute}, Members: []string{m2.ID},
			Blocks: []store.Block{{Name: "NLD|SDL", Day: 7}}, Core: []byte("core"), Signature: "s1"},
		position: store.Fold{Entries: []parley.Entry{position}, Signature: "s2"}}
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.Replace(ctx, day(9), nil, []store.Fold{put.position, put.meeting})
	})
	return put
}

func member(m store.Mention) parley.Member {
	return parley.Member{ID: m.ID, Outlet: m.Outlet, Told: m.Told, Span: parley.Span{Doc: m.Doc, Start: m.Start, End: m.End}}
}

func entryID(e parley.Entry) string { return e.ID }

func entriesInOrder(t *testing.T, s store.Store) {
	put := set(t, s)
	found := all(t, s.Entries(t.Context(), store.EntryFilter{}))
	want(t, "entries", found, entryID, "11111111aa", "22222222cc", "33333333dd")
	if !reflect.DeepEqual(found[0], put.meeting.Entries[0]) {
		t.Errorf("put  %+v\nback %+v", put.meeting.Entries[0], found[0])
	}
}

func entriesByFilter(t *testing.T, s store.Store) {
	put := set(t, s)
	const meeting, position, dispute = "11111111aa", "22222222cc", "33333333dd"
	for what, c := range map[string]struct {
		filter store.EntryFilter
		ids    []string
	}{
		"kind":               {store.EntryFilter{Kinds: []parley.EntryKind{parley.DisputeEntry, parley.MeetingEntry}}, []string{meeting, dispute}},
		"happened since":     {store.EntryFilter{Since: "2031-02-22"}, []string{meeting, position, dispute}},
		"happened later":     {store.EntryFilter{Since: "2031-02-23"}, []string{position, dispute}},
		"happened until":     {store.EntryFilter{Until: "2031-02"}, []string{meeting}},
		"happened before":    {store.EntryFilter{Until: "2031-02-19"}, nil},
		"told since":         {store.EntryFilter{ToldSince: put.b.Published}, []string{position, dispute}},
		"told until":         {store.EntryFilter{ToldUntil: put.b.Published}, []string{meeting}},
		"kept since":         {store.EntryFilter{KeptSince: put.b.Kept}, []string{meeting, position, dispute}},
		"kept later":         {store.EntryFilter{KeptSince: put.b.Kept.Add(1)}, nil},
		"party":              {store.EntryFilter{Parties: []string{"NLD"}}, []string{meeting, dispute}},
		"either party":       {store.EntryFilter{Parties: []string{"NLD", "SDL"}}, []string{meeting, position, dispute}},
		"document":           {store.EntryFilter{Document: put.a.Key()}, []string{meeting}},
		"document by its id": {store.EntryFilter{Document: "b"}, []string{meeting, position, dispute}},
		"dossier":            {store.EntryFilter{Dossier: "norland"}, []string{meeting, dispute}},
		"told again since":   {store.EntryFilter{ToldAgainSince: put.b.Published}, []string{meeting, position, dispute}},
		"told again later":   {store.EntryFilter{ToldAgainSince: put.b.Published.Add(1)}, nil},
		"standing at":        {store.EntryFilter{StandingAt: put.b.Published}, []string{meeting, position, dispute}},
		"standing later":     {store.EntryFilter{StandingAt: day(9)}, []string{meeting, dispute}},
		"of a dossier, told": {store.EntryFilter{Dossier: "norland", ToldSince: put.a.Published, ToldUntil: put.b.Published}, []string{meeting}},
		"ids":                {store.EntryFilter{IDs: []string{dispute, "22222222bb"}}, []string{dispute}},
		"issue":              {store.EntryFilter{Issue: "ceasefire"}, []string{position}},
		"two at a time":      {store.EntryFilter{Parties: []string{"SDL"}, Until: "2031-02"}, []string{meeting}},
	} {
		want(t, what, all(t, s.Entries(t.Context(), c.filter)), entryID, c.ids...)
	}
}

func entriesInPart(t *testing.T, s store.Store) {
	whole := set(t, s).meeting.Entries[0]
	for part, want := range map[store.EntryPart]struct{ members, spans int }{store.Whole: {2, 1}, store.WithoutSpans: {2, 0}, store.Outline: {0, 0}} {
		found := all(t, s.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.MeetingEntry}, Part: part}))
		if len(found) != 1 || !reflect.DeepEqual(found[0].Meeting, whole.Meeting) || len(found[0].Members) < want.members || len(found[0].Spans) < want.spans {
			t.Errorf("part %d came back as %+v", part, found)
		}
	}
}

func entriesFollowDossiers(t *testing.T, s store.Store) {
	put := set(t, s)
	for _, c := range []struct{ documents, norland, sudland []string }{
		{[]string{"norland", "sudland"}, []string{"11111111aa", "33333333dd"}, []string{"11111111aa", "33333333dd"}},
		{[]string{"sudland"}, nil, []string{"11111111aa", "33333333dd"}},
		{nil, nil, nil},
	} {
		put.a.Dossiers = c.documents
		update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.PutDocument(ctx, put.a) })
		of := func(dossier string) []parley.Entry {
			return all(t, s.Entries(t.Context(), store.EntryFilter{Dossier: dossier}))
		}
		want(t, "norland", of("norland"), entryID, c.norland...)
		want(t, "sudland", of("sudland"), entryID, c.sudland...)
	}
}

func membersLead(t *testing.T, s store.Store) {
	set(t, s)
	for id, wanted := range map[string]string{
		"11111111aa": "11111111aa", "22222222bb": "11111111aa", "22222222cc": "22222222cc",
		"33333333dd": "33333333dd", "11111111": "11111111aa", "33333333": "33333333dd",
	} {
		e, err := s.Entry(t.Context(), id)
		must(t, err)
		if e.ID != wanted {
			t.Errorf("%s leads to %s, want %s", id, e.ID, wanted)
		}
	}
	for id, wanted := range map[string]parley.ErrorKind{"22222222": parley.Invalid, "1111111": parley.NotFound} { // two begin so; too short
		if e, err := s.Entry(t.Context(), id); parley.KindOf(err) != wanted {
			t.Errorf("%s leads to %s (%v), want an error of the kind %s", id, e.ID, err, wanted)
		}
	}
}

func foldsReplaced(t *testing.T, s store.Store) {
	put := set(t, s)
	standing := put.meeting
	standing.Entries, standing.Blocks = []parley.Entry{{ID: put.meeting.ID()}}, nil
	for what, filter := range map[string]store.FoldFilter{
		"id":     {IDs: []string{put.meeting.ID()}},
		"member": {Members: []string{"22222222bb"}},
		"block":  {Near: []store.Near{{Name: "NLD|SDL", First: 5, Last: 7}, {Name: "NLD|SDL", First: 7, Last: 9}}},
	} {
		if found := all(t, s.Folds(t.Context(), filter)); len(found) != 1 || !reflect.DeepEqual(found[0], standing) {
			t.Errorf("by %s: found %+v\nwant %+v", what, found, standing)
		}
	}

	again := put.position
	again.Members, again.Signature = []string{"22222222bb"}, "s3"
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.Replace(ctx, day(10), []string{put.meeting.ID()}, []store.Fold{again})
	})
	want(t, "after replacing", all(t, s.Entries(t.Context(), store.EntryFilter{})), entryID, "22222222cc")
	e, err := s.Entry(t.Context(), "22222222bb")
	must(t, err)
	if e.ID != "22222222cc" {
		t.Errorf("the member leads to %s, want its new entry", e.ID)
	}
	if found := all(t, s.Folds(t.Context(), store.FoldFilter{Near: []store.Near{{Name: "NLD|SDL", First: 0, Last: 99}}})); len(found) != 0 {
		t.Errorf("the fold that was taken away still stands in its block: %+v", found)
	}
}

func membersMove(t *testing.T, s store.Store) {
	put := set(t, s)
	put.b.Dossiers = []string{"sudland"}
	update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.PutDocument(ctx, put.b) })
	check := func(when, second string, blocks []int, dossiers, parties map[string][]string) {
		t.Helper()
		e, err := s.Entry(t.Context(), "22222222bb")
		must(t, err)
		if e.ID != second {
			t.Errorf("%s: the second member leads to %s, want %s", when, e.ID, second)
		}
		for dossier, wanted := range dossiers {
			want(t, when+": "+dossier, all(t, s.Entries(t.Context(), store.EntryFilter{Dossier: dossier})), entryID, wanted...)
		}
		for party, wanted := range parties {
			want(t, when+": "+party, all(t, s.Entries(t.Context(), store.EntryFilter{Parties: []string{party}})), entryID, wanted...)
		}
		for day := range 10 {
			found := all(t, s.Folds(t.Context(), store.FoldFilter{Near: []store.Near{{Name: "NLD|SDL", First: day, Last: day}}}))
			if (len(found) > 0) != slices.Contains(blocks, day) {
				t.Errorf("%s: on day %d of its block %d folds", when, day, len(found))
			}
		}
	}
	const meeting, position, dispute = "11111111aa", "22222222cc", "33333333dd"
	asPut := func(when string) {
		t.Helper()
		check(when, meeting, []int{7}, map[string][]string{"norland": {meeting, dispute}, "sudland": {meeting, position, dispute}, "": {meeting, position, dispute}},
			map[string][]string{"NLD": {meeting, dispute}, "SDL": {meeting, position}, "WST": nil})
	}
	asPut("as put")
	left, joined := put.meeting, put.position
	left.Entries = []parley.Entry{put.meeting.Entries[0]}
	left.Entries[0].Members, left.Entries[0].Parties = left.Entries[0].Members[:1], []string{"NLD", "WST"}
	left.Members, left.Blocks = nil, []store.Block{{Name: "NLD|SDL", Day: 7}, {Name: "NLD|SDL", Day: 8}}
	joined.Members = []string{"22222222bb"}
	replace := func(folds ...store.Fold) {
		update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.Replace(ctx, day(10), nil, folds) })
	}
	replace(joined, left)
	check("moved", position, []int{7, 8}, map[string][]string{"norland": {meeting}, "sudland": {position}, "": {meeting, position}},
		map[string][]string{"NLD": {meeting}, "SDL": {position}, "WST": {meeting}})
	replace(put.meeting, put.position)
	asPut("moved back")
	if found := all(t, s.Entries(t.Context(), store.EntryFilter{})); !reflect.DeepEqual(found[0], put.meeting.Entries[0]) {
		t.Errorf("put  %+v\nback %+v", put.meeting.Entries[0], found[0])
	}
}
