package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// Timeline scores which days a record holds for important, and the sentences
// that it tells them by, against timelines that newsrooms wrote. Each folder is
// a topic in the format of Timeline17: articles.jsonl ({id, time, text} a line)
// and timelines.jsonl (a line for each timeline, [[day, [sentence …]] …]).
//
// As is usual, the answer knows the span of the gold timeline, its number of
// days and its mean number of sentences a day; only articles and days of that
// span count. The measures are means over the timelines: date_f1, alignment
// ROUGE-1 and -2 (ar1_f1, ar2_f1; "align+ m:1" in Martschat and Markert,
// Improving ROUGE for timeline summarization, EACL 2017), and, to compare
// with, date_f1 of the days that the most sentences name (count_date_f1).
func Timeline(folders ...string) (Scores, error) {
	keeper, err := newKeeper()
	if err != nil {
		return Scores{}, err
	}
	t := timelineTally{keeper: keeper}
	for _, folder := range folders {
		if err := t.addFolder(context.Background(), folder); err != nil {
			return Scores{}, fmt.Errorf("timeline: %s: %w", folder, err)
		}
	}
	return t.result(), nil
}

// timeline is days with the sentences that tell them.
type timeline map[parley.Date][]string

func (t timeline) days() []parley.Date { return slices.Sorted(maps.Keys(t)) }

// UnmarshalJSON reads [[day, [sentence …]] …].
func (t *timeline) UnmarshalJSON(data []byte) error {
	var lines [][2]json.RawMessage
	if err := json.Unmarshal(data, &lines); err != nil {
		return err
	}
	*t = timeline{}
	for _, line := range lines {
		var day parley.Date
		var sentences []string
		if err := errors.Join(json.Unmarshal(line[0], &day), json.Unmarshal(line[1], &sentences)); err != nil {
			return err
		}
		if day.Granularity() != parley.Day {
			return fmt.Errorf("%q is not a day", day)
		}
		(*t)[day] = append((*t)[day], sentences...)
	}
	return nil
}

type timelineTally struct {
	keeper
	timelines      int
	dates, count   float64
	rouge1, rouge2 float64
	scores         Scores
}

func (t *timelineTally) result() Scores {
	n := float64(max(t.timelines, 1))
	t.scores.Set("date_f1", t.dates/n)
	t.scores.Set("ar1_f1", t.rouge1/n)
	t.scores.Set("ar2_f1", t.rouge2/n)
	t.scores.Set("count_date_f1", t.count/n)
	return t.scores
}

// toldArticle is an article with its reading.
type toldArticle struct {
	parley.Document
	reading parley.Reading
}

func (t *timelineTally) addFolder(ctx context.Context, folder string) error {
	golds, err := readTimelines(filepath.Join(folder, "timelines.jsonl"))
	if err != nil {
		return err
	}
	var spans []view.Look
	for _, gold := range golds {
		days := gold.days()
		spans = append(spans, view.Look{Since: days[0], Until: days[len(days)-1]})
	}
	articles, err := t.readArticles(filepath.Join(folder, "articles.jsonl"), spans)
	if err != nil {
		return err
	}
	for i, gold := range golds {
		within := slices.DeleteFunc(slices.Clone(articles), func(a toldArticle) bool { return !lies(parley.DayOf(a.Published), spans[i]) })
		if err := t.addTimeline(ctx, filepath.Base(folder), gold, spans[i], within); err != nil {
			return err
		}
	}
	return nil
}

// lies tells whether a day lies in a span of days.
func lies(day parley.Date, span view.Look) bool { return span.Since <= day && day <= span.Until }

func readTimelines(path string) ([]timeline, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: path, Problem: "there is no such file", Mend: "name topic folders that hold articles.jsonl and timelines.jsonl"}
	}
	if err != nil {
		return nil, err
	}
	var golds []timeline
	for line := range bytes.Lines(data) {
		var gold timeline
		if err := json.Unmarshal(line, &gold); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(gold) > 0 {
			golds = append(golds, gold)
		}
	}
	return golds, nil
}

// treebankMarks are the brackets and quotation marks of text that was cut into
// tokens as the Penn Treebank is, and what was printed.
var treebankMarks = strings.NewReplacer("-LRB-", "(", "-RRB-", ")", "-LSB-", "[", "-RSB-", "]", "``", "“", "''", "”")

// readArticles reads the articles of any of the spans. One in which there is
// nothing to read is left out.
func (t *timelineTally) readArticles(path string, spans []view.Look) ([]toldArticle, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var articles []toldArticle
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a struct{ ID, Time, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		published, err := time.Parse(time.DateOnly, a.Time[:min(len(a.Time), len(time.DateOnly))])
		if err != nil {
			return nil, fmt.Errorf("%s: article %s: %w", path, a.ID, err)
		}
		if !slices.ContainsFunc(spans, func(span view.Look) bool { return lies(parley.DayOf(published), span) }) {
			continue
		}
		d := parley.Document{ID: a.ID, Published: published, Text: treebankMarks.Replace(a.Text)}
		reading, err := t.read.Read(d)
		switch parley.KindOf(err) {
		case "":
			articles = append(articles, toldArticle{d, reading})
		case parley.Empty, parley.NotEnglish, parley.Invalid:
			t.scores.Miss("article left out", filepath.Base(filepath.Dir(path)), "%v", err)
		default:
			return nil, err
		}
	}
	return articles, lines.Err()
}

func (t *timelineTally) addTimeline(ctx context.Context, topic string, gold timeline, span view.Look, articles []toldArticle) error {
	days := len(gold)
	sentences := 0
	for _, told := range gold {
		sentences += len(told)
	}
	found, err := t.importantDays(ctx, span, articles, days, max(1, int(math.RoundToEven(float64(sentences)/float64(days)))))
	if err != nil {
		return err
	}
	t.timelines++
	t.dates += datesF1(found.days(), gold)
	t.count += datesF1(daysByCount(articles, span, days), gold)
	rouge1, rouge2 := alignedRouge(found, gold)
	t.rouge1 += rouge1
	t.rouge2 += rouge2
	for _, day := range gold.days() {
		if _, ok := found[day]; !ok {
			t.scores.Miss("missed day", topic, "%s %.110s", day, first(gold[day]))
		}
	}
	for _, day := range found.days() {
		if _, ok := gold[day]; !ok {
			t.scores.Miss("false day", topic, "%s %.110s", day, first(found[day]))
		}
	}
	return nil
}

// importantDays asks a record of the articles. Of their readings it keeps what
// a timeline of days is made from.
func (t *timelineTally) importantDays(ctx context.Context, span view.Look, articles []toldArticle, days, sentences int) (timeline, error) {
	fill := func(tx store.Tx) error {
		for _, a := range articles {
			doc := store.Document{Document: a.Document, Version: a.Version(), Kept: a.Published}
			reading := parley.Reading{Doc: a.reading.Doc, Version: a.reading.Version, Reader: a.reading.Reader, Dated: a.reading.Dated}
			if err := record.Add(ctx, tx, t.words, doc, reading); err != nil {
				return err
			}
		}
		return nil
	}
	found := timeline{}
	err := inScratch(ctx, fill, func(kept store.Store) error {
		told, err := view.Days(ctx, kept, span, days, sentences)
		for _, d := range told {
			for _, s := range d.Sentences {
				found[d.Day] = append(found[d.Day], s.Text)
			}
		}
		return err
	})
	return found, err
}

// daysByCount are the n days that the most sentences name, earlier ones first
// among those that as many do.
func daysByCount(articles []toldArticle, span view.Look, n int) []parley.Date {
	count := map[parley.Date]int{}
	for _, a := range articles {
		for _, s := range a.reading.Dated {
			if lies(s.Day, span) {
				count[s.Day]++
			}
		}
	}
	days := slices.SortedFunc(maps.Keys(count), func(a, b parley.Date) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return days[:min(n, len(days))]
}

func datesF1(days []parley.Date, gold timeline) float64 {
	c := Counts{Gold: len(gold), System: len(days)}
	for _, day := range days {
		if _, ok := gold[day]; ok {
			c.Correct++
		}
	}
	return c.F1()
}
