package dossier

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

func BenchmarkAssign(b *testing.B) {
	ready, err := Ready(lexicon.Default())
	if err != nil {
		b.Fatal(err)
	}
	set := NewSet(lexicon.Default(), ready...)
	text := strings.Repeat("Envoys of Russia and Ukraine met in Istanbul on Monday, their first talks in nine weeks. "+
		"They are to meet again on Friday, an official of the Foreign Ministry said, and nobody would rule out an accord. ", 20)
	d := parley.Document{Title: "Talks resume in Istanbul", Text: text}
	b.SetBytes(int64(len(d.Body())))
	for b.Loop() {
		set.Assign(d)
	}
}
