package english

import "testing"

func TestVerbBehindSince(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"A Kenyan tourist held in Uganda since October was released on Tuesday.",
		"A Kenyan tourist jailed in Uganda since 2019 has been freed.",
		"A Kenyan tourist held captive in Uganda since 2014 was freed on Saturday.",
		"A Kenyan tourist held captive in Uganda since October was released on Monday.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		if who := s.Object(s.Root()); who < 0 || s.Tokens[who].Lemma != "tourist" {
			t.Errorf("%s: what its verb says is done to token %d, want the tourist", text, who)
		}
	}
}
