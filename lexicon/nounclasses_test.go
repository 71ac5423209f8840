package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestNounClasses(t *testing.T) {
	t.Parallel()
	l, err := Load(fstest.MapFS{
		"nounclasses.tsv": {Data: []byte("class\twords\tnot\nboxes\tcrate|carton\tcarton\nboxes\tcarton|chest\n")},
		"verbs.tsv":       {Data: []byte("word\tpos\twith\ttype\tmode\tcode\tactors\trecipients\nunpack\tverb\t#boxes|trunk\tAID\t\t070\tsubj\tobj\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	sense := l.Verbs("unpack", false)[0]
	for lemma, want := range map[string]bool{"crate": true, "chest": true, "trunk": true, "carton": false, "bag": false} {
		if got := sense.Wants(lemma); got != want {
			t.Errorf("wants %q: %v", lemma, got)
		}
	}
	if sense.Names("crate") || !sense.Names("trunk") {
		t.Error("a word of a class is not one that the row names")
	}
	for class, members := range map[string]string{"people": "seaman nurse villager", "craft": "ferry tugboat", "ground": "village enclave", "goods": "flour", "site": "mosque"} {
		for _, noun := range strings.Fields(members) {
			if !l.OfClass(class, noun) {
				t.Errorf("%s is not of %s", noun, class)
			}
		}
	}
	if l.OfClass("people", "server") {
		t.Error("a server is no person")
	}
}

func TestUnknownNounClass(t *testing.T) {
	t.Parallel()
	_, err := Load(fstest.MapFS{
		"verbs.tsv": {Data: []byte("word\tpos\twith\ttype\tmode\tcode\tactors\trecipients\nunpack\tverb\t#bags\tAID\t\t070\tsubj\tobj\n")},
	})
	if err == nil || !strings.Contains(err.Error(), "bags is no class of nouns") {
		t.Errorf("got %v", err)
	}
}
