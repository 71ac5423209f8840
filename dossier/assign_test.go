package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

func setOf(t *testing.T, files ...string) *dossier.Set {
	t.Helper()
	var all []dossier.Dossier
	for _, f := range files {
		d, err := dossier.Parse("test.toml", []byte(f), lexicon.Default())
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	return dossier.NewSet(lexicon.Default(), all...)
}

const nile = `
id = "sudan"
name = "Sudan"
parties = ["SDN", "RSF"]
others = ["EGY"]
except = ["ferry terminal"]
[[watch]]
weight = 5
words = ["river ferry treaty"]
[[watch]]
words = ["ferry", "harvest levy", "truce"]
[[watch]]
weight = 2
words = ["Delta"]
`

func belongs(s *dossier.Set, title, text string) []string {
	var ids []string
	for _, a := range s.Assign(parley.Document{ID: "a", Title: title, Text: text}) {
		ids = append(ids, a.Dossier)
	}
	return ids
}

func TestWhatSpeaksOfADossier(t *testing.T) {
	t.Parallel()
	set := setOf(t, nile)
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"a word that means nothing else":        {"Nobody signed the river ferry treaty on Monday.", true},
		"in the plural":                         {"All river ferry treaties lapse on Monday.", true},
		"both parties and a word of talks":      {"Sudan and the Rapid Support Forces are to hold talks on Monday.", true},
		"an armed group and a word of conflict": {"The Rapid Support Forces shelled the market on Monday, and troops fled.", true},
		"an armed group alone":                  {"The Rapid Support Forces have long lunches on Monday.", false},
		"one party and a word of any conflict":  {"Sudan asked for a truce in the songs of Monday.", false},
		"the same beside somebody else":         {"Sudan asked Egypt for a truce in the songs of Monday.", true},
		"a state beside an armed group":         {"Sudan has long roads, and the RSF has long lunches on Monday.", true},
		"one party and a watched word":          {"Sudanese farmers will pay the harvest levy on Monday.", true},
		"a watched word alone":                  {"Farmers will pay the harvest levy on Monday.", false},
		"one party and talks":                   {"Sudan will hold talks with its farmers on Monday.", false},
		"a light word beside somebody else":     {"Sudan and Egypt share the Delta in the songs of Monday.", true},
		"a light word beside nobody else":       {"Sudan has a part of the Delta in the songs of Monday.", false},
		"somebody else and a watched word":      {"Egypt will pay for the ferry on Monday.", false},
		"an exception":                          {"Sudan opened a ferry terminal on Monday.", false},
		"a longer name":                         {"South Sudan will pay the harvest levy on Monday.", false},
		"a person of a party":                   {"Abdel Fattah al-Burhan opened the ferry on Monday.", true},
		"that person in another spelling":       {"Abdul Fattah al-Burhan opened the ferry on Monday.", true},
		"a capital that a watched word wants":   {"Sudan and Egypt share a delta in the songs of Monday.", false},
		"the place where a report was written":  {"KHARTOUM, May 3. — The harvest levy rises in Norland on Monday.", false},
	} {
		if got := belongs(set, "", c.text); (len(got) == 1) != c.want {
			t.Errorf("%s: %q belongs to %v, want it to be found %t", name, c.text, got, c.want)
		}
	}
}

// filler is a passage that speaks of nothing.
const filler = "The choir of the old school sang for an hour in the rain, and the mayor, who had lost his umbrella, " +
	"bought everybody a cup of tea at the kiosk beside the bridge before the bus came back for the last of the guests. "

const about = "Sudan and the Rapid Support Forces told mediators that their talks on a truce will go on, " +
	"and that the ferry will cross the river twice a day while both sides look at the draft which lies on the table of the delegations. "

func TestAMentionInPassingIsNoRelevance(t *testing.T) {
	t.Parallel()
	set := setOf(t, nile)
	for name, c := range map[string]struct {
		title, text string
		want        bool
	}{
		"most of the text":                     {"An evening", strings.Repeat(about, 3) + filler, true},
		"one passage of five":                  {"An evening", strings.Repeat(filler, 4) + about, false},
		"a third of the text and the headline": {"Sudan and the RSF agree on the ferry", about + filler + filler, true},
		"the headline alone of a long text":    {"Sudan and the RSF agree on the ferry", strings.Repeat(filler, 6), false},
		"the headline of a short text":         {"Sudan and the RSF agree on the ferry", "It was raining.", true},
		"a headline without text":              {"Sudan and the RSF agree on the ferry", "", true},
		"a book that is set there":             {"Novel of Sudan and the RSF wins readers", about + filler + filler, false},
		"a short word on it":                   {"Novel of Sudan and the RSF wins readers", "It is about war and a ferry.", false},
		"a book that the talks are about":      {"Sudan and the RSF agree to ban a novel", strings.Repeat(about, 3) + filler, true},
		"a book in the text":                   {"Sudan and the RSF agree on the ferry", about + "A novel of it is out. " + filler, true},
	} {
		if got := belongs(set, c.title, c.text); (len(got) == 1) != c.want {
			t.Errorf("%s: belongs to %v, want it to be found %t", name, got, c.want)
		}
	}
}

func TestReasonQuotesTheDocument(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "a", Title: "Sudan and the RSF agree on the ferry", Text: about + filler}
	found := setOf(t, nile).Assign(d)
	if len(found) != 1 {
		t.Fatalf("%d assignments, want 1", len(found))
	}
	a := found[0]
	if !a.Headline || a.Passages != 1 || a.Of != 2 {
		t.Errorf("%+v, want the headline and 1 of 2 passages", a)
	}
	for _, h := range a.Hits {
		if words, err := h.Span.Of(d.Body()); err != nil || words != h.Words {
			t.Errorf("%q stands at %v, where the text has %q", h.Words, h.Span, words)
		}
	}
	if first := a.Hits[0]; first.Words != "RSF" || first.Party != "RSF" || first.Weight != 4 {
		t.Errorf("the first word is %+v, want the armed group of the headline", first)
	}
	if !slices.ContainsFunc(a.Hits, func(h dossier.Hit) bool { return h.Words == "ferry" && h.Party == "" && h.Weight == 3 }) {
		t.Errorf("%+v hold no ferry", a.Hits)
	}
	if want := "headline and 1 of 2 passages: “RSF”, “ferry”, “Sudan”, “truce”"; a.Reason() != want {
		t.Errorf("%s, want %s", a.Reason(), want)
	}
}

func TestADocumentMayBelongToSeveralDossiers(t *testing.T) {
	t.Parallel()
	egypt := strings.NewReplacer(`"sudan"`, `"ferries"`, `parties = ["SDN", "RSF"]`, "", `others = ["EGY"]`, "").Replace(nile)
	set := setOf(t, nile, egypt)
	if got := belongs(set, "", "Nobody signed the river ferry treaty on Monday."); !slices.Equal(got, []string{"ferries", "sudan"}) {
		t.Errorf("belongs to %v, want both", got)
	}
	if got := belongs(set, "The garden", filler); len(got) != 0 {
		t.Errorf("belongs to %v, want none", got)
	}
}

func TestDecisiveParties(t *testing.T) {
	t.Parallel()
	set := setOf(t, `
id = "levy"
name = "Levy"
parties = ["SDN", "USA"]
decisive = ["SDN"]
[[watch]]
words = ["levy"]
`)
	if got := belongs(set, "", "America will raise the levy on Monday."); len(got) != 0 {
		t.Errorf("belongs to %v without its decisive party", got)
	}
	if got := belongs(set, "", "America and Sudan are at war on Monday."); len(got) != 1 {
		t.Error("both parties and their war do not make it relevant")
	}
}

func TestAssignmentDoesNotDependOnOtherDossiers(t *testing.T) {
	t.Parallel()
	ready, err := dossier.Ready(lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	d := parley.Document{ID: "a", Title: "Talks on Ukraine", Text: "Russia and Ukraine will hold talks on a ceasefire in Istanbul, the Kremlin said. Sudan and the Rapid Support Forces did not meet."}
	all := map[string]string{}
	for _, a := range dossier.NewSet(lexicon.Default(), ready...).Assign(d) {
		all[a.Dossier] = a.Reason()
	}
	for _, one := range ready {
		got := ""
		for _, a := range dossier.NewSet(lexicon.Default(), one).Assign(d) {
			got = a.Reason()
		}
		if got != all[one.ID] {
			t.Errorf("%s alone: %q, among others %q", one.ID, got, all[one.ID])
		}
	}
	if all["russia-ukraine"] == "" {
		t.Error("talks on Ukraine belong to no dossier on it")
	}
}
