package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/source"
)

// Talks scores readings against annotated negotiation news. The folder holds
// docs and readings, each with one ID.json a document. A statement counts as
// found at half of its content's tokens (statement_words: at four fifths), an
// event or position by a quote in a sentence of the gold's; the stricter
// measures want the speaker and kind, the arguments, or the stance right as
// well. Matching is greedy and one to one, best first. Errors are grouped by
// layer; those with "-" were missed, those with "+" predicted in vain.
func Talks(folders ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	read := reader.New(engine, lexicon.Default())
	tally := newTalksTally()
	for _, folder := range folders {
		gold, err := filepath.Glob(filepath.Join(folder, "readings", "*.json"))
		if err != nil || len(gold) == 0 {
			return Scores{}, &parley.Error{Kind: parley.NotFound, Subject: folder, Problem: "it holds no readings/*.json", Mend: "name a folder with docs/ and readings/", Err: err}
		}
		for _, path := range gold {
			if err := tally.addFile(read, folder, path); err != nil {
				return Scores{}, err
			}
		}
	}
	return tally.result(), nil
}

// talk is what a reading and its gold have in common.
type talk struct {
	Statements []parley.Statement `json:"statements"`
	Events     []parley.Event     `json:"events"`
	Positions  []parley.Position  `json:"positions"`
	Proposals  []parley.Proposal  `json:"proposals"`
}

func (t *talksTally) addFile(read *reader.Reader, folder, path string) error {
	var document parley.Document
	var gold talk
	id := strings.TrimSuffix(filepath.Base(path), ".json")
	if err := readJSON(filepath.Join(folder, "docs", id+".json"), &document); err != nil {
		return err
	}
	if err := readJSON(path, &gold); err != nil {
		return err
	}
	t.add(id, document.Body(), gold, readAsUsers(read, filepath.Join(folder, "docs", id+".json")))
	return nil
}

// readAsUsers reads a document as parley read takes it in; what that refuses says
// nothing.
func readAsUsers(read *reader.Reader, path string) (told talk) {
	for document, err := range source.Open(context.Background(), []string{path}, source.Options{}) {
		if err != nil {
			continue
		}
		if reading, err := read.Read(document); err == nil {
			told = talk{reading.Statements, reading.Events, reading.Positions, reading.Proposals}
		}
	}
	return told
}

func readJSON(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read gold data: %w", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read gold data: %s: %w", path, err)
	}
	return nil
}

// talksLayers are the measures in their order.
var talksLayers = []string{
	"statement", "statement_words", "statement_who", "event", "event_args", "figure", "position", "position_stance", "proposal", "point",
}

type talksTally struct {
	counts map[string]*Counts
	scores Scores
}

func newTalksTally() *talksTally {
	t := &talksTally{counts: map[string]*Counts{}}
	for _, layer := range talksLayers {
		t.counts[layer] = &Counts{}
	}
	return t
}

func (t *talksTally) result() Scores {
	for _, layer := range talksLayers {
		t.scores.Set(layer+"_f1", t.counts[layer].F1())
	}
	return t.scores
}

// layer matches the items of one layer and lists those without a partner.
func (t *talksTally) layer(name, id string, gold, predicted int, score func(i, j int) float64, show func(i, j int) string) {
	pairs := pairGreedily(gold, predicted, score)
	c := t.counts[name]
	c.Gold += gold
	c.System += predicted
	c.Correct += len(pairs)
	if show == nil {
		return
	}
	foundGold, foundPredicted := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		foundGold[p.gold], foundPredicted[p.predicted] = true, true
	}
	for i := range gold {
		if !foundGold[i] {
			t.scores.Miss(name, id, "- %s", show(i, -1))
		}
	}
	for j := range predicted {
		if !foundPredicted[j] {
			t.scores.Miss(name, id, "+ %s", show(-1, j))
		}
	}
}

func (t *talksTally) add(id, text string, gold, got talk) {
	sentences := goldSentences(text)
	t.addStatements(id, gold.Statements, got.Statements)
	t.addEvents(id, text, sentences, gold.Events, got.Events)
	t.addPositions(id, text, sentences, gold.Positions, got.Positions)
	t.addProposals(id, text, sentences, gold.Proposals, got.Proposals)
}

func (t *talksTally) addStatements(id string, gold, got []parley.Statement) {
	near := func(least float64) func(i, j int) float64 {
		return func(i, j int) float64 {
			v := tokenF1(strings.Join(gold[i].Content, " "), strings.Join(got[j].Content, " "))
			if v < least {
				return 0
			}
			if sameName(gold[i].Speaker, got[j].Speaker) {
				v += .01
			}
			return v
		}
	}
	show := func(i, j int) string {
		s := pick(gold, got, i, j)
		return fmt.Sprintf("%s [%s]: %.110s", s.Speaker, s.Kind, strings.Join(s.Content, " "))
	}
	t.layer("statement", id, len(gold), len(got), near(.5), show)
	t.layer("statement_words", id, len(gold), len(got), near(.8), nil)
	t.layer("statement_who", id, len(gold), len(got), func(i, j int) float64 {
		if !sameName(gold[i].Speaker, got[j].Speaker) || gold[i].Kind != got[j].Kind {
			return 0
		}
		return near(.5)(i, j)
	}, nil)
}

// pick returns the gold item i, or the predicted item j where i is -1.
func pick[T any](gold, got []T, i, j int) T {
	if i >= 0 {
		return gold[i]
	}
	return got[j]
}

func (t *talksTally) addEvents(id, text string, sentences []extent, gold, got []parley.Event) {
	goldAt, gotAt := standing(text, sentences, gold, eventQuotes), standing(text, sentences, got, eventQuotes)
	found := func(i, j int) float64 {
		a, b := gold[i], got[j]
		shared := goldAt[i].shared(gotAt[j])
		if a.Type != b.Type || shared == 0 {
			return 0
		}
		v := float64(shared) / float64(len(goldAt[i])+len(gotAt[j])-shared)
		return v + half(a.Start == b.Start) + half(a.Status == b.Status) + half(whoRight(a, b))
	}
	t.layer("event", id, len(gold), len(got), found, func(i, j int) string {
		e := pick(gold, got, i, j)
		return fmt.Sprintf("%s %s %s %v > %v @%s: %.90s", e.Type, e.Status, e.Start, e.Actors, e.Recipients, e.Place, first(e.Quotes))
	})
	t.layer("event_args", id, len(gold), len(got), func(i, j int) float64 {
		if gold[i].Status != got[j].Status || gold[i].Start != got[j].Start || !whoRight(gold[i], got[j]) {
			return 0
		}
		return found(i, j)
	}, nil)
	goldFigures, gotFigures := figuresOf(gold), figuresOf(got)
	t.layer("figure", id, len(goldFigures), len(gotFigures), func(i, j int) float64 {
		a, b := goldFigures[i], gotFigures[j]
		if a.What != b.What || a.N != b.N {
			return 0
		}
		if sameName(a.Claimant, b.Claimant) {
			return 2
		}
		return 1
	}, func(i, j int) string {
		f := pick(goldFigures, gotFigures, i, j)
		return fmt.Sprintf("%v %s (%s)", f.N, f.What, f.Claimant)
	})
}

func eventQuotes(e parley.Event) []string { return e.Quotes }

func half(yes bool) float64 {
	if yes {
		return .5
	}
	return 0
}

func first(quotes []string) string {
	if len(quotes) == 0 {
		return ""
	}
	return quotes[0]
}

func figuresOf(events []parley.Event) []parley.Figure {
	var all []parley.Figure
	for _, e := range events {
		all = append(all, e.Figures...)
	}
	return all
}

func (t *talksTally) addPositions(id, text string, sentences []extent, gold, got []parley.Position) {
	quotes := func(p parley.Position) []string { return p.Quotes }
	goldAt, gotAt := standing(text, sentences, gold, quotes), standing(text, sentences, got, quotes)
	stand := func(i, j int) float64 {
		if gold[i].Party != got[j].Party || gold[i].Issue != got[j].Issue || goldAt[i].shared(gotAt[j]) == 0 {
			return 0
		}
		if gold[i].Stance == got[j].Stance {
			return 2
		}
		return 1
	}
	t.layer("position", id, len(gold), len(got), stand, func(i, j int) string {
		p := pick(gold, got, i, j)
		return fmt.Sprintf("%s %s %s: %.100s", p.Party, p.Stance, p.Issue, first(p.Quotes))
	})
	t.layer("position_stance", id, len(gold), len(got), func(i, j int) float64 {
		return max(0, stand(i, j)-1)
	}, nil)
}

func (t *talksTally) addProposals(id, text string, sentences []extent, gold, got []parley.Proposal) {
	quotes := func(p parley.Proposal) []string { return p.Quotes }
	goldAt, gotAt := standing(text, sentences, gold, quotes), standing(text, sentences, got, quotes)
	t.layer("proposal", id, len(gold), len(got), func(i, j int) float64 {
		if goldAt[i].shared(gotAt[j]) > 0 && namesF1(gold[i].By, got[j].By) >= .5 {
			return 1
		}
		return 0
	}, func(i, j int) string {
		p := pick(gold, got, i, j)
		return fmt.Sprintf("%s by %v", p.Name, p.By)
	})
	goldPoints, gotPoints := pointsOf(gold), pointsOf(got)
	quote := func(p parley.Point) []string { return []string{p.Quote} }
	goldPointsAt, gotPointsAt := standing(text, sentences, goldPoints, quote), standing(text, sentences, gotPoints, quote)
	t.layer("point", id, len(goldPoints), len(gotPoints), func(i, j int) float64 {
		if goldPoints[i].Issue == gotPoints[j].Issue && goldPointsAt[i].shared(gotPointsAt[j]) > 0 {
			return 1
		}
		return 0
	}, nil)
}

func pointsOf(proposals []parley.Proposal) []parley.Point {
	var all []parley.Point
	for _, p := range proposals {
		all = append(all, p.Points...)
	}
	return all
}
