package lexicon

import "testing"

func TestEmbeddedFilesLoad(t *testing.T) {
	t.Parallel()
	if _, err := Load(); err != nil {
		t.Fatal(err)
	}
}
