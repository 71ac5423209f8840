package reader_test

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

// FuzzRead reads texts as careless hands leave them: wrapped in the middle of
// sentences, cut short, quotations left open. Whatever the text, a reading
// comes of it whose every field has its words, or an error of the vocabulary.
func FuzzRead(f *testing.F) {
	for _, d := range samples(f) {
		f.Add(d.Title, wrapped(d.Text, 9))
		f.Add(d.Title, wrapped(d.Text, 4))
		f.Add(d.Title, d.Text[:len(d.Text)*2/3])
		f.Add("", strings.ReplaceAll(d.Text, "”", ""))
	}
	for _, text := range []string{
		"The envoys discussed the harbour,\nincluding its quays, and spoke,\nonce more, of the fishing fleet.",
		"FOREIGN MINISTER HOLM:  (Inaudible.)\n\nQUESTION:  Will you — \n\nFOREIGN MINISTER HOLM:  That is correct.  (Laughter.)",
		"\"\"\" , , said . \" — “ he said , said , the said ’’ said : ; “",
		"Egyptian-American activists called on aid groups to send ships to the two ports.",
		"* * *\n\n1. Norland , Sudmark ,\n2. , and\n3.",
	} {
		f.Add("Norland and Sudmark meet", text)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		d := parley.Document{ID: "fuzz", Title: title, Text: text}
		reading, err := r.Read(d)
		if err != nil {
			if parley.KindOf(err) == "" {
				t.Fatalf("%v is no error of the vocabulary", err)
			}
			return
		}
		if err := reading.Validate(d.Body()); err != nil {
			t.Error(err)
		}
	})
}

// wrapped breaks the line at every nth space.
func wrapped(text string, n int) string {
	var b strings.Builder
	spaces := 0
	for _, r := range text {
		if r == ' ' {
			if spaces++; spaces%n == 0 {
				r = '\n'
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
