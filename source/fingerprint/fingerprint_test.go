package fingerprint

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// article writes n sentences that no other seed writes.
func article(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(words string) string { all := strings.Fields(words); return all[r.IntN(len(all))] }
	sentences := make([]string, n)
	for i := range sentences {
		sentences[i] = fmt.Sprintf("%s %s of %s told %s in %s that the %s on the %s would be %s by %d %s.",
			pick("Envoy Minister Adviser President Spokesman Speaker"), pick("Kovar Lund Maric Osei Tanaka Velasco Brandt"),
			pick("Norland Sudmark Estria Westmark"), pick("reporters lawmakers delegates officers"), pick("Geneva Oslo Doha Vienna Muscat Lima"),
			pick("draft talks accord offer truce exchange"), pick("border harbour prisoners dam grain fleet"), pick("signed dropped amended read resumed"), r.IntN(900)+10, pick("votes days envoys articles ships"))
	}
	return sentences
}

func text(sentences ...[]string) string {
	var all []string
	for _, s := range sentences {
		all = append(all, s...)
	}
	return strings.Join(all, " ")
}

func TestCopies(t *testing.T) {
	t.Parallel()
	original, other := article(1, 30), article(2, 30)
	for name, c := range map[string]struct {
		copy string
		want bool
	}{
		"the same text":                   {text(original), true},
		"other quotes, capitals, breaks":  {strings.ToUpper(strings.ReplaceAll(text(original), ". ", ".\n\n“")), true},
		"a new first sentence":            {text(other[:1], original[1:]), true},
		"a sentence more at the head":     {text(other[:2], original), true},
		"its first half":                  {text(original[:15]), true},
		"a few words changed":             {strings.NewReplacer("told", "assured", "draft", "paper").Replace(text(original)), true},
		"a paragraph of another story":    {text(original, other[:5]), true},
		"another story":                   {text(other), false},
		"another story with a shared end": {text(other[:12], original[12:]), false},
		"one sentence of it":              {text(original[:1]), false},
		"a page that quotes it at length": {text(other, article(3, 40), article(4, 40), article(5, 40), original), false},
		"nothing":                         {"", false},
	} {
		a, b := Of(text(original)), Of(c.copy)
		if Similar(a, b) != c.want || Similar(b, a) != c.want {
			t.Errorf("%s: copies is %t, want %t", name, Similar(a, b), c.want)
		}
		if c.want && len(Groups([]Fingerprint{a, b})) != 1 {
			t.Errorf("%s: the two share no key", name)
		}
	}
}

func TestShortTextsAreCopiesOnlyWhereEqual(t *testing.T) {
	t.Parallel()
	a, b := Of("The talks in Geneva are off."), Of("The talks in Geneva are on.")
	if !Similar(a, a) || Similar(a, b) || Similar(Of(""), Of("")) || Of("").Keys() != nil {
		t.Error("short texts are compared wrongly")
	}
}

func TestGroupsDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	texts := map[string]string{
		"a1": text(article(1, 20)), "a2": text(article(9, 1), article(1, 20)), "a3": text(article(1, 12)),
		"b1": text(article(2, 20)), "b2": text(article(2, 19)), "c": text(article(3, 20)),
	}
	for _, order := range []string{"a1 a2 a3 b1 b2 c", "c b2 a3 a2 b1 a1", "a3 b1 c a1 a2 b2"} {
		names := strings.Fields(order)
		var all []Fingerprint
		for _, n := range names {
			all = append(all, Of(texts[n]))
		}
		got := map[string]string{}
		for _, g := range Groups(all) {
			for _, i := range g {
				got[names[i]] = fmt.Sprint(len(g), names[i][:1])
			}
		}
		if fmt.Sprint(got) != "map[a1:3a a2:3a a3:3a b1:2b b2:2b]" {
			t.Errorf("%s: %v", order, got)
		}
	}
}

// Records keep the keys of their documents, so these must stay the same for good.
func TestKeysStayTheSame(t *testing.T) {
	t.Parallel()
	keys := Of("Envoys of Norland and Sudmark met in Genève on Monday; they are to meet again on Friday.").Keys()
	if got := fmt.Sprintf("%x", keys[:2]); len(keys) != bands || got != "[32dbc87b2a2b08e0 1e558e075efbe15e]" {
		t.Errorf("there are %d keys, which begin with %s", len(keys), got)
	}
}

func FuzzSimilar(f *testing.F) {
	f.Add(text(article(1, 5)), text(article(1, 4)))
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Of(a), Of(b)
		if Similar(x, y) != Similar(y, x) {
			t.Fatal("not symmetric")
		}
		if x.shingles > 0 && !Similar(x, x) {
			t.Fatalf("%q is no copy of itself", a)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	body := text(article(1, 50))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Of(body)
	}
}
