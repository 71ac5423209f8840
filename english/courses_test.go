package english

import "testing"

func TestTalksAreToldHowTheyGo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Norway talks in Lima end without progress\nAn envoy said so.":       "end",
		"Norway-Chile talks in Lima end without progress\nAn envoy said so.": "end",
		"Norway border talks end without deal\nAn envoy said so.":            "end",
		"Norway border talks to resume in Lima\nAn envoy said so.":           "resume",
		"\nNorway talks in Lima ended on Monday.":                            "ended",
	} {
		for _, s := range engine(t).Parse(text).Sentences {
			if len(s.Tokens) < 5 || s.Tokens[0].Text != "Norway" {
				continue
			}
			root := s.Root()
			if subject := s.Child(root, "nsubj"); s.Tokens[root].Text != want || s.Tokens[root].UPOS != "VERB" || subject < 0 || s.Tokens[subject].Text != "talks" {
				t.Errorf("%s: the root is %q, its subject token %d; want %q and the talks", text, s.Tokens[root].Text, subject, want)
			}
		}
	}
}

func TestPlacesAreNoneOfARow(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Talks between Norway and the UK in Lima ended without progress on Monday.").Sentences[0]
	place := &s.Tokens[tokenAt(t, s, "Lima")]
	if place.Is("conj") {
		t.Errorf("Lima is coordinated with %q", s.Tokens[place.Head].Text)
	}
}
