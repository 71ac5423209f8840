package english

import "testing"

func TestIsEnglish(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text string
		want bool
	}{
		{"The foreign minister said on Tuesday that the talks would resume next week in the port city.", true},
		{"Der Außenminister sagte am Dienstag, dass die Gespräche nächste Woche wieder aufgenommen werden.", false},
		{"Le ministre des Affaires étrangères a déclaré mardi que les pourparlers reprendraient la semaine prochaine.", false},
		{"Министр иностранных дел заявил, что переговоры возобновятся на следующей неделе.", false},
		{"وزير الخارجية", false},
		{"", true},
		{"Talks resume", true},
		{"Sudanese police arrested Nigerian activist Amadou Diallo in Port Sudan on Monday.", true},
		{"Der Minister reist in dieser Woche zu Gesprächen nach Warschau, Riga und Oslo.", false},
		{"12:30 – 14:00", true},
	}
	for _, c := range cases {
		if got := IsEnglish(c.text); got != c.want {
			t.Errorf("IsEnglish(%q) = %v", c.text, got)
		}
	}
}
