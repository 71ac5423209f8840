package events

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/timex"
)

func TestZZ(t *testing.T) {
	data, _ := os.ReadFile("/tmp/zz.txt")
	engine, _ := english.New()
	lex := lexicon.Default()
	day := parley.Date("2025-05-21")
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		text := engine.Parse("\n" + line)
		in := Input{Text: text, Cast: actors.Find(text, lex, day, ""), Times: timex.Find(text, day.First().Add(12*time.Hour), time.UTC), Lexicon: lex, Day: day, Voice: func(int, int) Voice { return Voice{} }}
		fmt.Println("==", line)
		f := newFinder(in)
		for sentence := range text.Sentences {
			for _, tr := range f.triggers(sentence, func(sense lexicon.Verb) bool { return !Verbal(sense) }) {
				m, ok := f.read(tr)
				fmt.Printf("   T %s %s/%s ok=%v rep=%v st=%v mode=%s a=%v r=%v place=%v when=%v def=%v\n", tr.sense.Word, tr.sense.Type, tr.sense.Mode, ok, f.reportable(&m), m.status.is, m.mode, names(m.actors), names(m.recipients), text.Source[m.place.Start:m.place.End], m.when != nil, m.definite)
			}
		}
		for _, e := range Find(in) {
			fmt.Println("   E", e.Type, e.Mode, e.Status, e.Start, e.Actors, ">", e.Recipients, "@", e.Place, e.Figures)
		}
		if os.Getenv("TREE") != "" {
			for i := range text.Sentences {
				s := &text.Sentences[i]
				for j := range s.Tokens {
					tk := &s.Tokens[j]
					head := "-"
					if tk.Head >= 0 {
						head = s.Tokens[tk.Head].Text
					}
					who := ""
					if m, ok := in.Cast.At(i, j); ok {
						for _, a := range in.Cast.Of(m) {
							who += a.Name + "[" + string(a.Kind) + " " + a.Affiliation + "] "
						}
						who += fmt.Sprint(m.Form, m.Sides)
					}
					fmt.Printf("%2d %-16s %-6s %-5s %-12s <- %-14s %s %s\n", j, tk.Text, tk.UPOS, tk.XPOS, tk.Deprel, head, tk.Lemma, who)
				}
			}
		}
	}
}

func names(l []filler) []string {
	var out []string
	for _, o := range l {
		out = append(out, o.name+"/"+o.side)
	}
	return out
}
