package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parleyrecord/parley"
)

func TestHolderOnADay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		title, of string
		on        parley.Date
		want      string
	}{
		{"foreign minister", "RUS", "2025-05-21", "Sergey Lavrov"},
		{"minister of foreign affairs", "RUS", "2010", "Sergey Lavrov"},
		{"president", "USA", "2021-01-19", "Donald Trump"},
		{"president", "USA", "2021-01-21", "Joe Biden"},
		{"president", "USA", "2025-01-21", "Donald Trump"},
		{"leader", "USA", "2025-06-01", "Donald Trump"},
		{"leader", "GBR", "2024-07-04", "Rishi Sunak"},
		{"leader", "GBR", "2024-07-06", "Keir Starmer"},
		{"leader", "DEU", "2025-05-05", "Olaf Scholz"},
		{"chancellor", "DEU", "2025-05-07", "Friedrich Merz"},
		{"top diplomat", "IRN", "2025-05-21", "Abbas Araghchi"},
		{"secretary of state", "USA", "2025-05-21", "Marco Rubio"},
		{"national security advisor", "USA", "2025-04-30", "Mike Waltz"},
		{"secretary general", "NATO", "2025-05-21", "Mark Rutte"},
		{"defense minister", "UKR", "2025-05-21", "Rustem Umerov"},
		{"president", "VEN", "1950", ""},
		{"foreign minister", "ZZZ", "2025", ""},
	} {
		got, ok := Default().Holder(c.title, c.of, c.on)
		if got.Name != c.want || ok != (c.want != "") {
			t.Errorf("%s of %s on %s: %q, want %q", c.title, c.of, c.on, got.Name, c.want)
		}
	}
}

func TestNamedInAnySpelling(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Sergei Lavrov": "sergey-lavrov", "Volodymyr Zelensky": "volodymyr-zelenskyy", "the Kremlin": "kremlin",
		"E3": "E3", "IRGC": "irgc", "Ansarullah": "HOUTHIS", "Abbas Araqchi": "abbas-araghchi", "DPRK": "PRK",
	} {
		if got := Default().Named(name); len(got) == 0 || got[0].ID != want {
			t.Errorf("Named(%q) = %v, want %s", name, got, want)
		}
	}
}

func TestSurnamedOnPrefersWhoIsInOffice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		on   parley.Date
		want string
	}{{"2018-05-01", "Michel Aoun"}, {"2025-05-21", "Joseph Aoun"}} {
		if got := Default().SurnamedOn("Aoun", c.on); len(got) == 0 || got[0].Name != c.want {
			t.Errorf("Aoun on %s: %v", c.on, got)
		}
	}
}

func TestStateBody(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ noun, of, want string }{
		{"defence ministry", "RUS", "Russian Defense Ministry"},
		{"ministry of foreign affairs", "ARM", "Armenian Foreign Ministry"},
		{"foreign ministry", "USA", "U.S. State Department"},
		{"military", "ISR", "Israel Defense Forces"},
		{"parliament", "UKR", "Verkhovna Rada"},
	} {
		if got, ok := Default().StateBody(c.noun, c.of); !ok || got.Name != c.want || got.Affiliation != c.of {
			t.Errorf("%s of %s: %+v", c.noun, c.of, got)
		}
	}
	if got, ok := Default().StateBody("ministry of silly walks", "GBR"); ok {
		t.Errorf("an unknown ministry gives %+v", got)
	}
}

func TestCountryAndDemonym(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"RUS": "RUS", "RU": "RUS", "Türkiye": "TUR", "Ivory Coast": "CIV", "DR Congo": "COD"} {
		if got, ok := Default().Country(in); !ok || got.Code != want {
			t.Errorf("Country(%q) = %v", in, got.Code)
		}
	}
	for in, want := range map[string]string{"Russian": "RUS", "Ukrainians": "UKR", "Emirati": "ARE", "Dutch": "NLD"} {
		if got, ok := Default().OfDemonym(in); !ok || got.Code != want {
			t.Errorf("OfDemonym(%q) = %v", in, got.Code)
		}
	}
	if got := Default().Demonym("UKR"); got != "Ukrainian" {
		t.Errorf("Demonym(UKR) = %q", got)
	}
	for adjective, side := range map[string]string{"European": "EU", "Ukrainian": "UKR", "gazan": "PSE", "Nordic": "", "Norlandic": ""} {
		if got := Default().SideOf(adjective); got != side {
			t.Errorf("SideOf(%q) = %q, want %q", adjective, got, side)
		}
	}
}

func TestPartyName(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"RUS": "Russia", "EU": "EU", "UAE": "UAE", "Norlandic rebels": "Norlandic rebels"} {
		if got := Default().PartyName(in); got != want {
			t.Errorf("PartyName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOutlet(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Outlet{
		"tass.com":                        {Name: "TASS", Agency: true, StateRun: true},
		"TASS":                            {Name: "TASS", Agency: true, StateRun: true},
		"en.mehrnews.com":                 {Name: "Mehr News", Agency: true, StateRun: true},
		"https://www.bbc.co.uk/news/1":    {Name: "BBC"},
		"the Washington Post":             {Name: "The Washington Post"},
		"whitehouse.gov":                  {Name: "White House", Voice: "USA"},
		"https://president.gov.ua/en/x?y": {Name: "Office of the President of Ukraine", Voice: "UKR"},
	} {
		got, ok := Default().Outlet(in)
		if !ok || got.Name != want.Name || got.Agency != want.Agency || got.StateRun != want.StateRun || got.Voice != want.Voice {
			t.Errorf("Outlet(%q) = %+v", in, got)
		}
	}
	if got, ok := Default().Outlet("example.org"); ok {
		t.Errorf("an unknown host gives %+v", got)
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Kiev": "UKR", "Natanz": "IRN", "Donetsk oblast": "UKR", "Gaza Strip": "PSE", "Geneva": "CHE", "Kharkov": "UKR",
		"Paris": "FRA", "Andhra Pradesh": "IND",
	} {
		if got, ok := Default().Place(name); !ok || got.Country != want {
			t.Errorf("Place(%q) = %+v", name, got)
		}
	}
	if all := Default().Places("Paris"); len(all) < 2 || all[0].Kind != "capital" {
		t.Errorf("Places(Paris) = %+v", all)
	}
}

func TestGazetteerIsSortedByKey(t *testing.T) {
	t.Parallel()
	lines := newGazetteer(cityLines).lines
	if !slices.IsSortedFunc(lines, func(a, b string) int { return strings.Compare(lineKey(a), lineKey(b)) }) {
		t.Error("the lines are not in the order of their keys: run lexicon/build/cities")
	}
	for _, line := range lines {
		if p := parseCity(line); NameKey(p.Name) != lineKey(line) {
			t.Fatalf("the key of %s is %q, not %q: run lexicon/build/cities", p.Name, NameKey(p.Name), lineKey(line))
		}
	}
}

func TestEmbeddedFilesAreWhole(t *testing.T) {
	t.Parallel()
	l := Default()
	for _, e := range l.actors {
		for _, o := range e.actor.Offices {
			if _, known := l.Title(o.Title); !known {
				t.Errorf("%s: titles.tsv lacks the title %q", e.actor.ID, o.Title)
			}
			if _, known := l.actorByID[o.Of]; !known {
				t.Errorf("%s: no state, body or group is %q", e.actor.ID, o.Of)
			}
		}
		if _, known := l.actorByID[e.actor.Affiliation]; !known && e.actor.Affiliation != "" {
			t.Errorf("%s: no state, body or group is %q", e.actor.ID, e.actor.Affiliation)
		}
	}
	for _, o := range l.Outlets() {
		if _, known := l.actorByID[o.Country]; !known && o.Country != "" {
			t.Errorf("outlet %s: no state is %q", o.Name, o.Country)
		}
		if _, known := l.actorByID[o.Voice]; !known && o.Voice != "" {
			t.Errorf("outlet %s: no party is %q", o.Name, o.Voice)
		}
	}
}

func TestFindIssues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"freeze the asset of the minister":     "frozen-assets", // though "freeze the front line" is a phrase too
		"zero enrichment of uranium":           "enrichment",
		"the release of hostage":               "prisoners-hostages",
		"withdraw its troop from the region":   "withdrawal",
		"lift of sanction":                     "sanctions",
		"join nato":                            "alliance-membership",
		"the reopening of strait of hormuz":    "shipping-straits",
		"a reciprocal tariff on steel":         "trade-tariffs",
		"the group will not disarm":            "disarmament",
		"security guarantee for the island":    "security-guarantees",
		"recognition of kosovo by its neighbo": "recognition-sovereignty",
	} {
		best := IssueMatch{}
		for _, m := range Default().FindIssues(strings.Fields(text)) {
			if m.Weight > best.Weight {
				best = m
			}
		}
		if best.Issue != want {
			t.Errorf("%s: %+v, want %s", text, best, want)
		}
	}
}

func TestUsersFilesAddAndOverride(t *testing.T) {
	t.Parallel()
	l, err := Load(fstest.MapFS{
		"people-desk.tsv": {Data: []byte("id\tname\taffiliation\toffices\n" +
			"anna-kovar\tAnna Kovar\tNLD\tforeign minister @NLD 2031-01..\n" +
			"sergey-lavrov\tSergey Lavrov\tRUS\tforeign minister @RUS 2004-03..2030-12\n")},
		"states.tsv":   {Data: []byte("id\tname\tadjectives\nNRL\tNorland\tNorlandic\n")},
		"outlets.tsv":  {Data: []byte("name\thosts\tcountry\nNorland Courier\tcourier.example\tNRL\n")},
		"places.tsv":   {Data: []byte("name\tcountry\tkind\nPort Kovar\tNRL\tcity\n")},
		"issues.tsv":   {Data: []byte("issue\tweight\tphrases\nfishing-rights\t5\tcod catch\n")},
		"reader.notes": {Data: []byte("not a table")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := l.Holder("foreign minister", "NLD", "2031-06-01"); got.Name != "Anna Kovar" {
		t.Errorf("the new minister is %q", got.Name)
	}
	if _, ok := l.Holder("foreign minister", "RUS", "2031-06-01"); ok {
		t.Error("a row with the id of an embedded one did not replace it")
	}
	if c, ok := l.OfDemonym("Norlandic"); !ok || c.Code != "NRL" {
		t.Error("the new state is not known")
	}
	if _, ok := l.Outlet("news.courier.example"); !ok {
		t.Error("the new outlet is not known")
	}
	if p, ok := l.Place("Port Kovar"); !ok || p.Country != "NRL" {
		t.Error("the new place is not known")
	}
	if m := l.FindIssues([]string{"a", "cod", "catch"}); len(m) != 1 || m[0].Issue != "fishing-rights" || m[0].First != 1 || m[0].Last != 2 {
		t.Errorf("the new issue gives %+v", m)
	}
	if l.Version() == Default().Version() {
		t.Error("a lexicon with other data has the same version")
	}
	if again, _ := Load(); again.Version() != Default().Version() {
		t.Error("the same data has two versions")
	}
}

func TestFaultyFilesNamePlaceAndMend(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, text, want string }{
		{"people.tsv", "id\tname\toffices\n# note\nx\tX\tking of hearts\n", `people.tsv:3: column offices`},
		{"people.tsv", "id\tname\toffices\nx\tX\tking @NRL 2020..2019\n", `ends before it begins`},
		{"people.tsv", "id\tname\toffices\nx\tX\tking @NRL soon\n", `is no time in office`},
		{"people.tsv", "id\tnom\nx\tX\n", `people.tsv:1: column "nom": there is no such column`},
		{"people.tsv", "id\tname\nx\n", `people.tsv:2: column name: it is empty`},
		{"people.tsv", "id\tname\nx\tX\tmore\n", `people.tsv:2: column 3`},
		{"people.tsv", "", `people.tsv: line 1: there is no header line`},
		{"persons.tsv", "id\tname\n", `no kind of lexicon file is called "persons"`},
		{"states.tsv", "id\tname\nRussia\tRussia\n", `states.tsv:2: column id: Russia is no country code`},
		{"issues.tsv", "issue\tweight\tphrases\nfish\t9\tcod\n", `issues.tsv:2: column weight`},
		{"outlets.tsv", "name\tmarks\nCourier\tfree\n", `outlets.tsv:2: column marks: free is no mark`},
		{"outlets.tsv", "name\tzone\nCourier\tNorland/Port\n", `outlets.tsv:2: column zone: Norland/Port is no IANA zone`},
		{"titles.tsv", "title\tclass\nboss\thigh\n", `titles.tsv:2: column class`},
		{"bodies.tsv", "id\tname\tsector\nx\tX\tZZZ\n", `bodies.tsv:2: column sector: ZZZ is no sector code`},
		{"places.tsv", "name\tlatitude\nNowhere\t123\n", `places.tsv:2: column latitude`},
		{"placenames.tsv", "place\tcountry\tnames\nNowhereville\tRUS\tNw\n", `placenames.tsv:2: column place: RUS has no place Nowhereville`},
		{"demonyms.tsv", "words\taffiliation\nNorlandic\tNRL\n", `demonyms.tsv:2: column affiliation: NRL is no actor`},
		{"wars.tsv", "side\tfoe\tsince\nNRL\tPER\t2025\n", `wars.tsv:2: column side: NRL is nobody in the lexicon`},
		{"wars.tsv", "side\tfoe\tsince\tuntil\nCHL\tPER\t2025\tspring\n", `wars.tsv:2: column until: spring is no date`},
		{"deeds.tsv", "day\tdoer\ttarget\nMonday\tCHL\tPER\n", `deeds.tsv:2: column day: Monday is no date`},
	} {
		_, err := Load(fstest.MapFS{c.file: {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasSuffix(err.Error(), ")") {
			t.Errorf("%s %q: error %v, want %q and a mend", c.file, c.text, err, c.want)
		}
		if err != nil && parley.KindOf(err) != parley.Invalid {
			t.Errorf("%s: kind %q", c.file, parley.KindOf(err))
		}
	}
}
