package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// builder puts an event together, with evidence for each field.
type builder struct {
	body  string
	event parley.Event
}

func (b *builder) note(field, value string, spans ...parley.Span) {
	for _, span := range spans {
		one := parley.Evidence{Field: field, Value: value, Span: span}
		if span.End > span.Start && !slices.Contains(b.event.Spans, one) {
			b.event.Spans = append(b.event.Spans, one)
		}
	}
}

// quote adds the clause of a mention; an event keeps four at most.
func (b *builder) quote(m *mention) {
	words := b.body[m.clause.Start:m.clause.End]
	if len(b.event.Quotes) == 4 || slices.Contains(b.event.Quotes, words) {
		return
	}
	b.event.Quotes = append(b.event.Quotes, words)
	b.note("quotes", "", m.clause)
}

// take adds what a mention says that the event lacks.
func (b *builder) take(m *mention) {
	e := &b.event
	for _, one := range m.actors {
		b.cast("actors", &e.Actors, one)
	}
	for _, one := range m.recipients {
		b.cast("recipients", &e.Recipients, one)
	}
	for _, one := range m.mediators {
		if !slices.Contains(e.Mediators, one.name) {
			e.Mediators = append(e.Mediators, one.name)
		}
		b.note("mediators", one.name, one.spans...)
	}
	if m.when != nil && e.Start == "" {
		span := parley.Span{Start: m.when.Start, End: m.when.End}
		if !m.ended || lasting(m.when) {
			e.Start = m.when.From
			b.note("start", "", span)
		}
		if !lasting(m.when) && e.End == "" && !unfinished(e, m) {
			e.End = m.when.To
			b.note("end", "", span)
		}
	}
	if m.place.End > 0 && e.Place == "" {
		e.Place = b.body[m.place.Start:m.place.End]
		b.note("place", "", m.place)
	}
	if m.round > 0 && e.Round == 0 {
		e.Round = m.round
		b.note("round", "", m.roundSpan)
	}
	if m.rounds > 0 && e.Rounds == 0 {
		e.Rounds = m.rounds
		b.note("rounds", "", m.roundsSpan)
	}
	if m.voice.Name != "" && e.By == "" {
		e.By = m.voice.Name
		b.note("by", "", m.voice.Spans...)
	}
	for _, fig := range m.figures {
		at := slices.IndexFunc(e.Figures, func(o parley.Figure) bool { return o.What == fig.What && o.N == fig.N })
		switch {
		case at < 0:
			e.Figures = append(e.Figures, fig.Figure)
		case e.Figures[at].Claimant == "" && fig.Claimant != "":
			e.Figures[at].Claimant = fig.Claimant // a title, or a sum of the text before, leaves out who says so
		default:
			continue
		}
		b.note("figures", fig.Figure.String(), append([]parley.Span{fig.span}, fig.voice.Spans...)...)
	}
}

// unfinished tells whether an event that goes on is told by the day on which it began.
func unfinished(e *parley.Event, m *mention) bool {
	return e.Status == parley.Ongoing && !m.when.Range && (e.Type != parley.Consult || tables().nouns["arriving"][m.sense.Word])
}

// cast adds an actor to a role, unless the event has it in either, and unless it
// is the state of somebody already named there.
func (b *builder) cast(field string, list *[]string, one filler) {
	e := &b.event
	if !slices.Contains(e.Actors, one.name) && !slices.Contains(e.Recipients, one.name) {
		*list = append(*list, one.name)
	}
	for _, role := range []struct {
		field string
		names []string
	}{{"actors", e.Actors}, {"recipients", e.Recipients}} {
		if slices.Contains(role.names, one.name) {
			b.note(role.field, one.name, one.spans...)
		}
	}
}

// unmask takes fighters of whom one mention does not tell whose they are out of an attack that another says to
// be an armed group's: "Gunmen killed ten ... the group said that it had attacked".
func (b *builder) unmask(group []*mention) {
	var known, masked []string
	for _, m := range group {
		for _, one := range m.actors {
			switch {
			case one.fights && one.side == "":
				masked = append(masked, one.name)
			case one.fights:
				known = append(known, one.name)
			}
		}
	}
	if len(known) == 0 {
		return
	}
	hidden := func(name string) bool { return slices.Contains(masked, name) && !slices.Contains(known, name) }
	b.event.Actors = slices.DeleteFunc(b.event.Actors, hidden)
	b.event.Spans = slices.DeleteFunc(b.event.Spans, func(e parley.Evidence) bool { return e.Field == "actors" && hidden(e.Value) })
}

// unstate takes a state out of a consultation in which somebody of its side is
// named: the envoys meet, not the states as well. Out of a deal it takes the state whose company
// makes it, and all states where somebody of each has signed it.
func (b *builder) unstate(group []*mention) {
	if b.event.Type != parley.Consult && b.event.Type != parley.Agree {
		return
	}
	represented, firms, states := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range group {
		for _, one := range slices.Concat(m.actors, m.recipients) {
			switch {
			case one.side == "" || one.name == one.people:
			case one.name == one.side:
				states[one.side] = true
			default:
				represented[one.side] = true
				firms[one.side] = firms[one.side] || one.firm
			}
		}
	}
	for state := range states {
		if b.event.Type == parley.Agree && !represented[state] {
			represented = firms
		}
	}
	var gone []string
	leave := func(name string) bool {
		if represented[name] {
			gone = append(gone, name)
		}
		return represented[name]
	}
	b.event.Actors, b.event.Recipients = slices.DeleteFunc(b.event.Actors, leave), slices.DeleteFunc(b.event.Recipients, leave)
	b.event.Spans = slices.DeleteFunc(b.event.Spans, func(e parley.Evidence) bool { return slices.Contains(gone, e.Value) })
}

// spell names groups and bodies as texts do where their code is short for the name: the
// Rapid Support Forces, not RSF; and a capital that is told by its country by its name.
func (b *builder) spell(lex *lexicon.Lexicon) {
	full := func(name string) string {
		a, ok := lex.Actor(name)
		switch {
		case !ok || a.ID != name || tables().nouns["coded"][name] || strings.EqualFold(name, strings.ReplaceAll(a.Name, " ", "")) && a.Kind == parley.GroupActor:
			return name
		case a.Kind == parley.GroupActor, a.Kind == parley.BodyActor && (strings.Contains(b.body, a.Name) || !strings.Contains(b.body, name)):
			return a.Name
		}
		return name
	}
	for _, names := range [][]string{b.event.Actors, b.event.Recipients, b.event.Mediators} {
		for i := range names {
			names[i] = full(names[i])
		}
	}
	for i := range b.event.Spans {
		b.event.Spans[i].Value = full(b.event.Spans[i].Value)
	}
	if whose, noun, ok := strings.Cut(b.event.Place, " "); ok && tables().nouns["seat"][noun] {
		if country, ok := lex.OfDemonym(whose); ok && country.Capital != "" {
			b.event.Place = country.Capital
		}
	}
}

// contexts adds the contexts that a mention's clause names.
func (b *builder) contexts(s *english.Sentence, clause parley.Span) {
	for i := range s.Tokens {
		span := spanOf(s, i)
		if !clause.Covers(span) {
			continue
		}
		if context := tables().context[strings.ToLower(s.Tokens[i].Lemma)]; context != "" {
			if !slices.Contains(b.event.Contexts, context) {
				b.event.Contexts = append(b.event.Contexts, context)
			}
			b.note("contexts", context, span)
		}
	}
}

// certainty is that of the best mention, raised where several agree and where
// both sides, a day or a place are told.
func (b *builder) certainty(best *mention, mentions int) {
	c := best.status.certainty
	if len(b.event.Actors) > 0 && len(b.event.Recipients) > 0 {
		c += .1
	}
	if b.event.Start != "" || b.event.Place != "" {
		c += .05
	}
	if mentions > 1 {
		c += .05
	}
	b.event.Certainty = min(c, .95)
}
