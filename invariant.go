package parley

import (
	"fmt"
	"slices"
)

func (s Statement) validate(body string) error {
	v := newValidator(body, s.Spans, s.Certainty)
	v.listed("kind", string(s.Kind), slices.Contains(SourceKinds, s.Kind))
	v.some("content", len(s.Content))
	v.verbatim("content", s.Content...)
	v.verbatim("cue", s.Cue)
	v.verbatim("speaker_text", s.SpeakerText)
	v.verbatim("reason", s.Reason)
	v.supported("speaker", s.Speaker)
	v.supported("via", s.Via...)
	v.verbatim("against", s.Against)
	v.supported("against_by", s.AgainstBy)
	return v.err
}

func (e Event) validate(body string, types []EventType) error {
	v := newValidator(body, e.Spans, e.Certainty)
	v.listed("type", string(e.Type), slices.Contains(types, e.Type))
	v.listed("mode", string(e.Mode), e.Type.ValidMode(e.Mode))
	v.listed("status", string(e.Status), slices.Contains(Statuses, e.Status))
	v.date("start", e.Start)
	v.date("end", e.End)
	v.some("quotes", len(e.Quotes))
	v.verbatim("quotes", e.Quotes...)
	v.supported("actors", e.Actors...)
	v.supported("recipients", e.Recipients...)
	v.supported("mediators", e.Mediators...)
	v.supported("start", string(e.Start))
	v.supported("end", string(e.End))
	v.supported("place", e.Place)
	v.supported("by", e.By)
	for _, f := range e.Figures {
		v.listed("figures", string(f.What), slices.Contains(FigureKinds, f.What))
		v.listed("figures", string(f.Qualifier), slices.Contains(Qualifiers, f.Qualifier))
		v.supported("figures", f.String())
	}
	return v.err
}

func (p Position) validate(body string) error {
	v := newValidator(body, p.Spans, p.Certainty)
	v.listed("stance", string(p.Stance), slices.Contains(Stances, p.Stance))
	v.listed("former", string(p.Former), p.Former == "" || slices.Contains(Stances, p.Former))
	v.listed("aim", string(p.Aim), p.Aim == "" || slices.Contains(Aims, p.Aim))
	v.date("since", p.Since)
	v.some("party", len(p.Party))
	v.some("issue", len(p.Issue))
	v.some("quotes", len(p.Quotes))
	v.verbatim("quotes", p.Quotes...)
	v.verbatim("condition", p.Condition)
	v.supported("party", p.Party)
	v.supported("holder", p.Holder)
	v.supported("issue", string(p.Issue))
	v.supported("stance", string(p.Stance))
	v.supported("aim", string(p.Aim))
	v.supported("since", string(p.Since))
	v.supported("former", string(p.Former))
	return v.err
}

func (p Proposal) validate(body string) error {
	v := newValidator(body, p.Spans, p.Certainty)
	v.some("quotes", len(p.Quotes))
	v.verbatim("quotes", p.Quotes...)
	v.supported("name", p.Name)
	v.supported("by", p.By...)
	for _, point := range p.Points {
		v.some("points", len(point.Issue))
		v.verbatim("points", point.Quote)
	}
	for _, r := range p.Responses {
		v.listed("responses", string(r.Response), slices.Contains(Responses, r.Response))
		v.verbatim("responses", r.Quote)
	}
	return v.err
}

func (s DatedSentence) validate(body string) error {
	switch _, err := s.Of(body); {
	case err != nil:
		return err
	case s.Day.Granularity() != Day:
		return fmt.Errorf("day: %q is not a day", s.Day)
	case s.Words.Start >= s.Words.End || !s.Covers(s.Words):
		return fmt.Errorf("words: bytes %d to %d are no words of the sentence", s.Words.Start, s.Words.End)
	}
	return nil
}

// String names the figure in evidence: "killed 6".
func (f Figure) String() string { return fmt.Sprintf("%s %v", f.What, f.N) }

// validator gathers the first breach of an item's invariants.
type validator struct {
	body  string
	spans []Evidence
	err   error
}

func newValidator(body string, spans []Evidence, certainty float64) *validator {
	v := &validator{body: body, spans: spans}
	if certainty < 0 || certainty > 1 {
		v.fail("certainty %v does not lie between 0 and 1", certainty)
	}
	for _, s := range spans {
		if _, err := s.Of(body); err != nil {
			v.fail("%s: %w", s.Field, err)
		}
	}
	return v
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = fmt.Errorf(format, args...)
	}
}

func (v *validator) listed(field, value string, ok bool) {
	if !ok {
		v.fail("%s: %q is not in its list", field, value)
	}
}

func (v *validator) some(field string, n int) {
	if n == 0 {
		v.fail("%s: it is missing", field)
	}
}

func (v *validator) date(field string, d Date) {
	if !d.Valid() {
		v.fail("%s: %q is not a date", field, d)
	}
}

// verbatim wants each value to be the very words of one of the field's spans.
func (v *validator) verbatim(field string, values ...string) {
	for _, value := range values {
		if value != "" && !slices.ContainsFunc(v.spans, func(s Evidence) bool {
			words, err := s.Of(v.body)
			return s.Field == field && err == nil && words == value
		}) {
			v.fail("%s: %q does not stand at any of its spans", field, value)
		}
	}
}

// supported wants a span for each value, the value's own or, where the field
// holds one value only, the field's.
func (v *validator) supported(field string, values ...string) {
	for _, value := range values {
		if value != "" && !slices.ContainsFunc(v.spans, func(s Evidence) bool {
			return s.Field == field && (s.Value == value || s.Value == "" && len(values) == 1)
		}) {
			v.fail("%s: no words support %q", field, value)
		}
	}
}
