package view

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view/rarity"
)

// Day is a day that mattered, with the sentences that tell it best.
type Day struct {
	Day parley.Date `json:"day"`
	// Texts is how many texts name the day; copies of one text count once.
	Texts int `json:"texts"`
	// Told is when a text first named it; the zero time where all are undated.
	Told      time.Time  `json:"told,omitzero"`
	Sentences []Sentence `json:"sentences"` // best first
}

// Sentence is a sentence of a document.
type Sentence struct {
	Text string `json:"text"`
	Source
	Start int `json:"start"` // in bytes of the document's Body
	End   int `json:"end"`
}

const (
	// halfWay is how many bytes down its text a sentence counts half. News
	// tells first what matters: five sentences on, it fills in.
	halfWay = 600.0
	// lookingBack is how much more a text counts that names a day two days
	// after it or later: the news of the day is over, and the day still counts.
	lookingBack = 2.0
)

// Days are the n most important days of the look, in their order, each with at
// most lines sentences that tell it. How important a day is follows from who
// names it: each text (copies are one) counts by how near to its beginning it
// names the day and by whether it looks back at it, and the sum is multiplied
// by the number of days on which the day was told, so that what is told again
// and again goes before what filled the papers once.
func Days(ctx context.Context, r store.Reader, look Look, n, lines int) ([]Day, error) {
	tellings, err := collect("dated sentences", r.Tellings(ctx, store.TellingFilter{Since: look.Since, Until: look.Until, Dossier: look.Dossier}))
	if err != nil {
		return nil, err
	}
	important := weighDays(tellings)
	slices.SortStableFunc(important, func(a, b *dayTold) int { return cmp.Compare(b.weight, a.weight) })
	important = important[:min(n, len(important))]
	slices.SortFunc(important, func(a, b *dayTold) int { return cmp.Compare(a.day, b.day) })
	return tellDays(ctx, r, important, lines)
}

// dayTold is a day with all sentences that name it.
type dayTold struct {
	day      parley.Date
	tellings []store.Telling
	texts    int
	weight   float64
}

// weighDays groups tellings, which come in the order of their days.
func weighDays(tellings []store.Telling) []*dayTold {
	var days []*dayTold
	for _, t := range tellings {
		if len(days) == 0 || days[len(days)-1].day != t.Day {
			days = append(days, &dayTold{day: t.Day})
		}
		last := days[len(days)-1]
		last.tellings = append(last.tellings, t)
	}
	for _, d := range days {
		d.weigh()
	}
	return days
}

func (d *dayTold) weigh() {
	texts, told := map[string]float64{}, map[parley.Date]bool{}
	for _, t := range d.tellings {
		texts[t.Group] = max(texts[t.Group], weightOf(t))
		told[parley.DayOf(t.Told)] = true
	}
	weights := make([]float64, 0, len(texts))
	for _, w := range texts {
		weights = append(weights, w)
	}
	slices.Sort(weights) // the same sum whatever the order of the map
	for _, w := range weights {
		d.weight += w
	}
	d.texts = len(texts)
	d.weight *= float64(len(told))
}

func weightOf(t store.Telling) float64 {
	w := 1 / (1 + float64(t.Start)/halfWay)
	if !t.Told.IsZero() && store.DayNumber(t.Told)-store.DayNumber(t.Day.First()) > 1 {
		w *= lookingBack
	}
	return w
}

// firstTold is when a text first named the day.
func (d *dayTold) firstTold() time.Time {
	for _, t := range d.tellings {
		if !t.Told.IsZero() {
			return t.Told
		}
	}
	return time.Time{}
}

// tellDays finds the sentences that tell each day.
func tellDays(ctx context.Context, r store.Reader, important []*dayTold, lines int) ([]Day, error) {
	texts := newTexts(ctx, r)
	chosen := make([][]store.Telling, len(important))
	var keys []string
	for i, d := range important {
		chosen[i] = d.candidates()
		for _, t := range chosen[i] {
			keys = append(keys, t.Doc)
		}
	}
	if err := texts.fetch(keys); err != nil {
		return nil, err
	}
	told := make([][]Sentence, len(important))
	var all []string
	for i, tellings := range chosen {
		sentences, err := sentencesOf(texts, tellings)
		if err != nil {
			return nil, err
		}
		told[i] = sentences
		for _, s := range sentences {
			all = append(all, s.Text)
		}
	}
	words := rarity.Of(all)
	var bags []rarity.Bag
	for _, text := range all {
		bags = append(bags, words.Bag(text))
	}
	about := middleOf(words, bags)
	days := make([]Day, len(important))
	for i, d := range important {
		days[i] = Day{Day: d.day, Texts: d.texts, Told: d.firstTold(), Sentences: central(words, about, told[i], lines)}
	}
	return days, nameDocuments(ctx, r, days)
}

// nameDocuments calls the documents, which come by their keys, as ShownIDs
// does.
func nameDocuments(ctx context.Context, r store.Reader, days []Day) error {
	var keys []string
	for _, d := range days {
		for _, s := range d.Sentences {
			keys = append(keys, s.Document)
		}
	}
	shown, err := ShownIDs(ctx, r, keys)
	for _, d := range days {
		for i := range d.Sentences {
			d.Sentences[i].Document = shown[d.Sentences[i].Document]
		}
	}
	return err
}

// mostCandidates bounds the sentences of one day that are compared: those
// nearest to the beginnings of their texts.
const mostCandidates = 50

// candidates are the tellings of a day whose sentences are compared.
func (d *dayTold) candidates() []store.Telling {
	if len(d.tellings) <= mostCandidates {
		return d.tellings
	}
	nearest := slices.Clone(d.tellings)
	slices.SortStableFunc(nearest, func(a, b store.Telling) int { return a.Start - b.Start })
	return nearest[:mostCandidates]
}

// sentencesOf are the sentences of tellings, one for each time that the same
// words were printed. Documents are named by their keys.
func sentencesOf(texts *texts, tellings []store.Telling) ([]Sentence, error) {
	sentences := make([]Sentence, 0, len(tellings))
	for _, t := range tellings {
		doc, err := texts.document(t.Doc)
		if err != nil {
			return nil, err
		}
		words, err := parley.Span{Start: t.Start, End: t.End}.Of(doc.Body())
		if err != nil {
			return nil, &parley.Error{Kind: parley.Invalid, Subject: t.Doc, Err: err, Mend: "read the document again"}
		}
		sentences = append(sentences, Sentence{
			Text: words, Start: t.Start, End: t.End,
			Source: Source{Document: t.Doc, Outlet: doc.Outlet, Published: doc.Published, Title: doc.Title, URL: doc.URL},
		})
	}
	return sentences, nil
}
