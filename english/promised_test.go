package english

import "testing"

func TestPromised(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Kovar agreed in principle to sell the house.":       "agreed",
		"Kovar threatened in a letter to cancel the order.":  "threatened",
		"The miners agreed in a bid to save the colliery.":   "bid",
		"Kovar refused for a second time to open the window": "refused",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if s.Infinitive(i) && s.Tokens[s.Tokens[i].Head].Text != want {
				t.Errorf("%s: %q hangs on %q, want %q", text, s.Tokens[i].Text, s.Tokens[s.Tokens[i].Head].Text, want)
			}
		}
	}
}
