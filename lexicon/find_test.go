package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// found writes matches as "words:kind=name" for comparing.
func found(words []string, matches []Match) []string {
	var out []string
	for _, m := range matches {
		name := m.Actor.Name
		switch m.Kind {
		case PlaceMatch:
			name = m.Place.Name + " " + m.Place.Country
		case OfficeMatch, RoleMatch:
			name = m.Title.Name
		case BodyNounMatch:
			name = m.Noun.Name
		}
		out = append(out, fmt.Sprintf("%s:%s=%s", strings.Join(words[m.First:m.Last+1], " "), m.Kind, name))
	}
	return out
}

func TestFindNamesAndTitles(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string][]string{
		"Russian Foreign Minister Sergei Lavrov met officials in Muscat .": {
			"Russian:demonym=Russia", "Foreign Minister:office=foreign minister", "Sergei Lavrov:person=Sergey Lavrov",
			"officials:role=official", "Muscat:metonym=Oman"},
		"The Washington Post cited two U.S. officials .": {
			"The Washington Post:media=The Washington Post", "U.S.:state=United States", "officials:role=official"},
		"a report in the Washington Post said so": {"Washington Post:media=The Washington Post"},
		"Washington and Tehran are talking .":     {"Washington:metonym=United States", "Tehran:metonym=Iran"},
		"Turkey hosted the talks .":               {"Turkey:state=Turkey"},
		"They ate turkey .":                       nil,
		"Police said so .":                        {"Police:body-noun=Police"},
		"The WHO asked who would pay .":           {"WHO:body=World Health Organization"},
		"Tell us what the US wants .":             {"US:state=United States"},
		"Iran ' s foreign ministry spokesman Esmaeil Baqaei spoke .": {
			"Iran:state=Iran", "foreign ministry spokesman:office=spokesperson", "Esmaeil Baqaei:person=Esmail Baghaei"},
		"The Kremlin and Downing Street agreed .":   {"Kremlin:body=Kremlin", "Downing Street:metonym=United Kingdom"},
		"Ansar Allah fired at ships in the Red Sea": {"Ansar Allah:group=Houthis", "Red Sea:place=Red Sea "},
		"Fighting near El Fasher and Khan Younis":   {"El Fasher:place=El Fasher SDN", "Khan Younis:place=Khan Younis PSE"},
		"the defence ministry of Kovaria said":      {"defence ministry:body-noun=Defense Ministry"},
		"Price rises hit home":                      nil,
		"then David Petrossian spoke in March":      nil,
		"then Wang and Kuleba spoke":                {"Wang:person=Wang Yi", "Kuleba:person=Dmytro Kuleba"},
	} {
		words := strings.Fields(sentence)
		if got := found(words, Default().Find(words)); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", sentence, got, want)
		}
	}
}

func matchOf(t *testing.T, sentence, phrase string) Match {
	t.Helper()
	words := strings.Fields(sentence)
	for _, m := range Default().Find(words) {
		if strings.Join(words[m.First:m.Last+1], " ") == phrase {
			return m
		}
	}
	t.Fatalf("%q: nothing found at %q", sentence, phrase)
	return Match{}
}

func TestFindGivesBothReadingsOfAnAmbiguousName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence, phrase string
		kind             MatchKind
		actor            string
		also             MatchKind
		place            string
	}{
		{"talks in Moscow", "Moscow", MetonymMatch, "RUS", PlaceMatch, "Moscow"},
		{"talks in Georgia", "Georgia", StateMatch, "GEO", PlaceMatch, "Georgia"},
		{"held in Islamabad today", "Islamabad", MetonymMatch, "PAK", PlaceMatch, "Islamabad"},
		{"officials in Brussels", "Brussels", MetonymMatch, "EU", PlaceMatch, "Brussels"},
	} {
		m := matchOf(t, c.sentence, c.phrase)
		if m.Kind != c.kind || m.Actor.ID != c.actor || !slices.Contains(m.Also, c.also) || m.Place.Name != c.place {
			t.Errorf("%s: %s %s also %v, place %q", c.sentence, m.Kind, m.Actor.ID, m.Also, m.Place.Name)
		}
	}
}

func TestFindSaysWhereANameMayBePartOfALongerOne(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence, phrase string
		open             bool
	}{
		{"a photo of Paris Hilton there", "Paris", true},
		{"talks in Paris on Monday", "Paris", false},
		{"according to Jordan Petrossian , a farmer", "Jordan", true},
		{"aid reached Jordan yesterday", "Jordan", false},
		{"aid from Chad Brownlowe came", "Chad", true},
		{"troops crossed into Chad again", "Chad", false},
	} {
		if m := matchOf(t, c.sentence, c.phrase); m.Open != c.open {
			t.Errorf("%s: Open = %v", c.sentence, m.Open)
		}
	}
}

func TestFindInsideHyphens(t *testing.T) {
	t.Parallel()
	for _, words := range [][]string{{"the", "U.S.-led", "coalition"}, {"the", "U.S.", "-", "led", "coalition"}} {
		m := Default().Find(words)
		if len(m) == 0 || m[0].First != 1 || m[0].Last != 1 || m[0].Actor.ID != "USA" {
			t.Errorf("%q: %+v", words, m)
		}
	}
	for _, words := range [][]string{{"President", "al-Sharaa", "said"}, {"President", "al", "-", "Sharaa", "said"}} {
		m := Default().Find(words)
		if len(m) != 2 || m[1].Actor.Name != "Ahmed al-Sharaa" || m[1].First != 1 || !m[1].Short {
			t.Errorf("%q: %+v", words, m)
		}
	}
}

func TestFindKeepsTwoPeopleOfOneSurname(t *testing.T) {
	t.Parallel()
	m := matchOf(t, "said that Aoun would come", "Aoun")
	var names []string
	for _, a := range m.Candidates {
		names = append(names, a.Name)
	}
	if !slices.Contains(names, "Joseph Aoun") || !slices.Contains(names, "Michel Aoun") {
		t.Errorf("candidates of Aoun: %q", names)
	}
}
