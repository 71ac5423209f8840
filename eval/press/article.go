package press

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// How many items an article has in the mean, as measured over news of talks.
const (
	statementsAnArticle = 15
	eventsAnArticle     = 5
	positionsAnArticle  = 3
)

// kept is how many articles and remarks are remembered to come again.
const kept = 60

// article writes what stands in a slot: a new article, a reprint or an edition.
func (p *Press) article(s slot) Article {
	d := p.dossiers[s.dossier]
	p.serial++
	id := fmt.Sprintf("%s-%06d", s.published.Format("20060102"), p.serial)
	var a Article
	switch again := p.IntN(100); {
	case again < 8 && len(d.lately) > 0:
		a = reprint(pick(p.Rand, d.lately...), id, pick(p.Rand, outlets...), s.published)
	case again < 11 && len(d.lately) > 0:
		former := pick(p.Rand, d.lately...).Document
		a = p.written(d, former.ID, former.Outlet, s.published)
	default:
		a = p.written(d, id, pick(p.Rand, outlets...), s.published)
	}
	if p.IntN(200) == 0 {
		a.Document.Published = time.Time{}
	}
	a.Document.Kept = s.put
	a.Document.Dossiers = []string{d.id}
	a.Document.Version = a.Document.Document.Version()
	a.Reading.Doc, a.Reading.Version, a.Reading.Reader = a.Document.ID, a.Document.Version, "press"
	d.lately = remember(d.lately, a)
	return a
}

// remember keeps the latest of a few.
func remember[T any](all []T, one T) []T {
	if len(all) < kept {
		return append(all, one)
	}
	return append(slices.Delete(all, 0, 1), one)
}

// reprint is an article under another outlet's name.
func reprint(a Article, id, outlet string, at time.Time) Article {
	a.Document.ID, a.Document.Outlet, a.Document.URL = id, outlet, "https://"+outlet+"/"+id
	if !a.Document.Published.IsZero() {
		a.Document.Published = latest(at, a.Document.Published)
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// written is a new article.
func (p *Press) written(d *dossier, id, outlet string, at time.Time) Article {
	title := strings.Join(p.wordsOf(6), " ")
	w := writer{Press: p, dossier: d, at: at, page: newPage(title)}
	for range 1 + p.IntN(2*eventsAnArticle-1) {
		if p.IntN(2) == 0 {
			w.tellTalks()
		} else {
			w.tellDeed()
		}
	}
	for range 1 + p.IntN(2*statementsAnArticle-1) {
		w.tellRemark()
	}
	for range p.IntN(2*positionsAnArticle + 1) {
		w.tellStance()
	}
	if p.IntN(2) == 0 {
		w.tellPlan()
	}
	w.reading.Actors = w.named()
	document := parley.Document{ID: id, Outlet: outlet, URL: "https://" + outlet + "/" + id, Published: at, Title: title, Text: w.page.text()}
	return Article{Document: store.Document{Document: document}, Reading: w.reading}
}

// writer writes one article.
type writer struct {
	*Press
	*dossier
	at      time.Time
	page    *page
	reading parley.Reading
}

// named are all actors of the dossier: who the names in the reading are.
func (w *writer) named() (actors []parley.Actor) {
	for _, p := range w.parties {
		actors = append(actors, p.everybody()...)
	}
	return actors
}

// days is a moment some days later.
func days(t time.Time, n int) time.Time { return t.AddDate(0, 0, n) }

// tellTalks tells of talks about the day of the article or, now and then, of
// some that are told of for years.
func (w *writer) tellTalks() {
	near := nearest(w.talks, happening.at, days(w.at, -8), days(w.at, 14))
	past := nearest(w.famous, happening.at, From, days(w.at, -30))
	switch {
	case w.IntN(8) == 0 && len(past) > 0:
		w.tell(pick(w.Rand, past...))
	case len(near) > 0:
		w.tell(pick(w.Rand, near...))
	}
}

func (w *writer) tellDeed() {
	if near := nearest(w.deeds, happening.at, days(w.at, -3), days(w.at, 1)); len(near) > 0 {
		w.tell(pick(w.Rand, near...))
	}
}

// tell writes a sentence on something that happens.
func (w *writer) tell(h happening) {
	e := parley.Event{Type: h.kind, Mode: h.mode, Status: w.statusOf(h), Round: h.round, Certainty: 0.9}
	if w.IntN(3) == 0 {
		e.Round = 0
	}
	e.Actors, e.Recipients = w.side(h, h.first, "actors"), nil
	w.page.write(strings.Join(w.wordsOf(2), " "), "type status", "")
	e.Recipients = w.side(h, h.second, "recipients")
	if h.place != "" && w.IntN(2) == 0 {
		e.Place = h.place
		w.page.write("in "+h.place, "place", "")
	}
	w.date(&e, h)
	if h.killed > 0 && w.IntN(5) == 0 {
		n := h.killed + pick(w.Rand, 0, 0, 0, w.IntN(5))
		f := parley.Figure{What: "killed", N: float64(n), Qualifier: pick(w.Rand, parley.Qualifiers...), Claimant: pick(w.Rand, "", h.first.state.Name, h.second.state.Name)}
		e.Figures = append(e.Figures, f)
		w.page.write(fmt.Sprint("killing ", n), "figures", f.String())
	}
	words, spans := w.page.end("quotes")
	e.Quotes, e.Spans = []string{words}, spans
	w.reading.Events = append(w.reading.Events, e)
	w.noteDay(e)
}

// noteDay notes the sentence of an event as one that names its day.
func (w *writer) noteDay(e parley.Event) {
	sentence := slices.IndexFunc(e.Spans, func(s parley.Evidence) bool { return s.Field == "quotes" })
	day := slices.IndexFunc(e.Spans, func(s parley.Evidence) bool { return s.Field == "start" })
	if day >= 0 && e.Start.Granularity() == parley.Day {
		w.reading.Dated = append(w.reading.Dated, parley.DatedSentence{Day: e.Start, Span: e.Spans[sentence].Span, Words: e.Spans[day].Span})
	}
}

// side names the state or somebody who comes for it.
func (w *writer) side(h happening, p party, field string) []string {
	who := p.state
	if of := slices.DeleteFunc(slices.Clone(h.guests), func(g parley.Actor) bool { return g.Affiliation != p.state.ID }); len(of) > 0 && w.IntN(2) == 0 {
		who = pick(w.Rand, of...)
	}
	w.page.write(who.Name, field, who.Name)
	return []string{who.Name}
}

// statusOf is what can be said of a happening on the article's day.
func (w *writer) statusOf(h happening) parley.Status {
	switch {
	case h.doubted && w.IntN(4) == 0:
		return parley.Denied
	case h.day.After(w.at):
		return pick(w.Rand, parley.Planned, parley.Planned, parley.Proposed)
	}
	return h.fate
}

// date says when it is: to the day, roughly, or not at all.
func (w *writer) date(e *parley.Event, h happening) {
	switch w.IntN(10) {
	case 0:
		e.Start = parley.Date(h.day.Format("2006-01"))
	case 1:
		e.Start = parley.Date(h.day.Format("2006"))
	case 2, 3, 4, 5:
		e.Start = parley.DayOf(h.day)
	default:
		return
	}
	e.End = e.Start
	w.page.write("on "+string(e.Start), "start end", "")
}

// tellRemark writes what somebody said, now and then what was said before, word
// for word or nearly so.
func (w *writer) tellRemark() {
	said := remark{speaker: pick(w.Rand, pick(w.Rand, w.parties...).everybody()...), words: w.wordsOf(8 + w.IntN(14)), at: w.at}
	if n := len(w.said); n > 0 && w.IntN(4) == 0 {
		said = w.said[w.IntN(n)]
		said.words = slices.Clone(said.words)
		said.words[w.IntN(len(said.words))] = w.word()
	}
	w.said = remember(w.said, said)
	s := parley.Statement{Cue: "said", Speaker: said.speaker.Name, SpeakerText: said.speaker.Name, Affiliation: said.speaker.Affiliation,
		Kind: parley.PersonSource, Quoted: w.IntN(3) == 0, Certainty: 0.95}
	if w.IntN(30) == 0 {
		s.Manner = parley.Denies
	}
	w.page.write(s.Speaker, "speaker speaker_text", "")
	w.page.write(s.Cue, "cue", "")
	content := strings.Join(said.words, " ")
	w.page.write(content, "content", "")
	s.Content = []string{content}
	_, s.Spans = w.page.end("sentence")
	s.Spans = s.Spans[1:]
	w.reading.Statements = append(w.reading.Statements, s)
}

// tellStance writes where a party stands by its own word or another's account.
func (w *writer) tellStance() {
	p := pick(w.Rand, w.parties...)
	holder := pick(w.Rand, p.everybody()...)
	if w.IntN(4) == 0 {
		holder = pick(w.Rand, pick(w.Rand, w.parties...).everybody()...)
	}
	issue := w.issues[min(w.IntN(len(w.issues)), w.IntN(len(w.issues)))]
	q := parley.Position{Party: p.state.Name, Holder: holder.Name, Issue: issue, Stance: stance(p, issue, w.at), Certainty: 0.8}
	if w.IntN(8) == 0 {
		q.Stance = pick(w.Rand, parley.Stances...)
	}
	w.page.write(q.Holder, "holder", q.Holder)
	w.page.write(q.Party, "party", q.Party)
	w.page.write(strings.Join(w.wordsOf(3), " "), "stance", "")
	w.page.write(strings.Join(w.wordsOf(6), " "), "issue", "")
	words, spans := w.page.end("quotes")
	q.Quotes, q.Spans = []string{words}, spans
	w.reading.Positions = append(w.reading.Positions, q)
}

// tellPlan writes of a plan that is on the table, with a point and a reply.
func (w *writer) tellPlan() {
	on := nearest(w.plans, plan.at, days(w.at, -90), w.at)
	if len(on) == 0 {
		return
	}
	told := pick(w.Rand, on...)
	q := parley.Proposal{Name: told.name, By: []string{told.by.state.Name}, Size: told.size, Certainty: 0.8}
	if w.IntN(2) == 0 {
		q.Size = 0
	}
	if w.IntN(3) == 0 {
		q.Name = "plan"
	}
	w.page.write(told.by.state.Name, "by", told.by.state.Name)
	w.page.write(q.Name, "name", "")
	point, reply := strings.Join(w.wordsOf(8), " "), strings.Join(w.wordsOf(4), " ")
	w.page.write(point, "points", "")
	w.page.write(reply, "responses", "")
	q.Points = []parley.Point{{Issue: pick(w.Rand, w.issues...), Quote: point}}
	q.Responses = []parley.Reply{{Party: pick(w.Rand, w.parties...).state.ID, Response: pick(w.Rand, parley.Responses...), Quote: reply}}
	words, spans := w.page.end("quotes")
	q.Quotes, q.Spans = []string{words}, spans
	w.reading.Proposals = append(w.reading.Proposals, q)
}
