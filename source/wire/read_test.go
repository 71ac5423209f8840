package wire

import (
	"errors"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/stated"
)

const talks = `{"id":"post-7","outlet":"post.example","url":"https://post.example/7","published":"2025-11-24","zone":"Europe/Oslo","title":"Talks resume","text":"Envoys met.","byline":{"name":"Ida Lund"}}`

var talksRead = stated.Document{ID: "post-7", Outlet: "post.example", URL: "https://post.example/7", Published: "2025-11-24", Zone: "Europe/Oslo", Byline: "Ida Lund", Title: "Talks resume", Text: "Envoys met."}

func collect(data string) (docs []stated.Document, errs []*parley.Error) {
	for doc, err := range Read([]byte(data)) {
		var e *parley.Error
		if errors.As(err, &e) {
			errs = append(errs, e)
			continue
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

func TestOneObjectAnArrayOrOneALine(t *testing.T) {
	t.Parallel()
	second := `{"id":8,"published":null,"text":"They parted."}`
	for name, c := range map[string]struct {
		data   string
		places []string
	}{
		"object":  {talks, []string{""}},
		"array":   {"[\n" + talks + ",\n" + second + "\n]", []string{"line 2", "line 3"}},
		"lines":   {talks + "\n\n" + second + "\n", []string{"line 1", "line 3"}},
		"indents": {"\n" + strings.ReplaceAll(talks, `,"`, ",\n\t\"") + "\n", []string{""}},
	} {
		docs, errs := collect(c.data)
		if len(errs) > 0 || len(docs) != len(c.places) {
			t.Fatalf("%s: %+v, %v", name, docs, errs)
		}
		want := talksRead
		want.Place = c.places[0]
		if docs[0] != want {
			t.Errorf("%s: got %+v, want %+v", name, docs[0], want)
		}
		if len(docs) == 2 && (docs[1] != stated.Document{ID: "8", Text: "They parted.", Place: c.places[1]}) {
			t.Errorf("%s: got %+v", name, docs[1])
		}
	}
}

func TestBylineAsFilesWriteIt(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		`"By Ida Lund"`: "By Ida Lund", `["Ida Lund", {"name": "Per Holm"}]`: "Ida Lund; Per Holm", `{"name": 7}`: "", `7`: "", `null`: "", `[[["Ida Lund"]]]`: "",
	} {
		docs, errs := collect(`{"text": "Envoys met.", "byline": ` + written + `}`)
		if len(errs) > 0 || len(docs) != 1 || docs[0].Byline != want {
			t.Errorf("%s: got %+v %v, want %q", written, docs, errs, want)
		}
	}
}

func TestHeadlinesOfOtherArticlesAreNoText(t *testing.T) {
	t.Parallel()
	own := `Envoys met in Geneva.\n\nThey  parted \nwithout a date:\n- none was sought\n- none was offered`
	docs, errs := collect(`{"text":"` + own + `\n\n\nHarbour city votes on new bridge\nStorm closes schools\nIs the winter over?\n"}`)
	if want := strings.ReplaceAll(own, `\n`, "\n"); len(errs) > 0 || docs[0].Text != want {
		t.Errorf("got %q, %v, want %q", docs[0].Text, errs, want)
	}
}

func TestBadDocumentsAreNamedByTheirPlaceAndTheOthersGoOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data, place, problem string
		kind                 parley.ErrorKind
		others               int
	}{
		{"[" + talks + ",\n {\"text\":\"a\", \"text\":\"b\"},\n" + talks + "]", "line 2, column 20", "twice", parley.Invalid, 2},
		{"[" + talks + ",\n {\"text\": 7}]", "line 2, column 8", "no string", parley.Invalid, 1},
		{"[" + talks + ",\n 7,\n" + talks + "]", "line 2, column 2", "no JSON object", parley.Invalid, 2},
		{"{\"id\":\"a\"}", "line 1", "neither title nor text", parley.Empty, 0},
		{"[]", "", "no document", parley.Empty, 0},
		{"{\"text\":\n\"a\"", "line 2, column 4", "ends too early", parley.Invalid, 0},
		{talks + "\n{\"text\": oops}\n" + talks, "line 2, column 10", "well-formed", parley.Invalid, 1},
		{"{\"text\":\"M\xfcnchen\"}", "line 1, column 11", "UTF-8", parley.Invalid, 0},
		{"[" + talks + "] x", "line 1, column 192", "more follows", parley.Invalid, 1},
		{"", "line 1, column 1", "ends too early", parley.Invalid, 0},
	} {
		docs, errs := collect(c.data)
		if len(errs) != 1 || len(docs) != c.others {
			t.Errorf("%s: %d documents, errors %v", c.data, len(docs), errs)
			continue
		}
		if e := errs[0]; e.Kind != c.kind || e.Place != c.place || !strings.Contains(e.Error(), c.problem) {
			t.Errorf("%s: %s error %q", c.data, e.Kind, e)
		}
	}
}

func TestEachLineStandsForItself(t *testing.T) {
	t.Parallel()
	input := "\ufeff" + talks + "\n{\"text\": oops}\r\n\n{\"text\":\"" + strings.Repeat("a", 300) + "\"}\n{\"text\":\"a\",\"text\":\"b\"}\n{\"text\":\"c\"} {\"text\":\"d\"}\n{\"text\":\"e\"}"
	var got []string
	for doc, err := range Lines(strings.NewReader(input), 250) {
		if err != nil {
			got = append(got, string(parley.KindOf(err))+" "+err.(*parley.Error).Place)
			continue
		}
		got = append(got, doc.Text+" "+doc.Place)
	}
	want := []string{"Envoys met. line 1", "invalid line 2, column 10", "too large line 4", "invalid line 5, column 18", "invalid line 6, column 13", "e line 7"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(talks)
	f.Add("[" + talks + ",{}]")
	f.Add(talks + "\n" + talks)
	f.Fuzz(func(t *testing.T, data string) {
		check := func(doc stated.Document, err error) {
			var e *parley.Error
			if err != nil && !errors.As(err, &e) {
				t.Fatalf("%v is no error of the vocabulary", err)
			}
			if err == nil && strings.TrimSpace(doc.Title+doc.Text) == "" {
				t.Fatalf("an empty document: %+v", doc)
			}
		}
		for doc, err := range Read([]byte(data)) {
			check(doc, err)
		}
		for doc, err := range Lines(strings.NewReader(data), 1<<20) {
			check(doc, err)
		}
	})
}
