package lexicon

import (
	"strings"
	"testing"
)

func TestPartyNames(t *testing.T) {
	t.Parallel()
	parties := map[string]string{}
	keys := map[string]string{}
	for n := range Default().PartyNames() {
		words := strings.Join(n.Words, " ")
		if n.Key {
			keys[words] = n.Party
		} else {
			parties[words] = n.Party
		}
		if words == "us" && !n.Capitals {
			t.Error("us is a name also where it has no capitals")
		}
		if words == "price" && !n.Common {
			t.Error("price is not marked as a common word")
		}
	}
	for name, want := range map[string]string{
		"ukraine": "UKR", "ukrainians": "UKR", "kremlin": "RUS", "sergey lavrov": "RUS", "lavrov": "RUS", "hamas": "HAMAS", "european union": "EU", "south sudan": "SSD",
		"paris": "FRA", "kyiv post": "",
	} {
		if parties[name] != want {
			t.Errorf("%s is a name of %q, want %q", name, parties[name], want)
		}
	}
	if got := keys[NameKey("Sergei Lavrov")]; got != "RUS" {
		t.Errorf("the key of Sergei Lavrov is a name of %q", got)
	}
}
