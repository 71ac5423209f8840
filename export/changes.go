package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/parleyrecord/parley/view"
)

var changeTitles = map[string]string{
	view.Confirmed: "Now confirmed", view.Disputed: "Disputed", view.Changed: "Changed", view.New: "New", view.Withdrawn: "Withdrawn",
}

// Changes prints what the record says otherwise than at a moment, which since
// names.
func Changes(w io.Writer, paper Paper, since string, changes []view.Change) error {
	p := newPage(w, paper)
	p.heading("Changes", dotted(since, Counted(len(changes), "line")+" (~: day told)"))
	for _, kind := range view.ChangeKinds {
		first := true
		for _, c := range changes {
			if c.Change != kind {
				continue
			}
			if first {
				p.gap()
				p.heading(changeTitles[kind], "")
				first = false
			}
			p.change(c)
		}
	}
	p.nothing(len(changes), "Nothing has changed.")
	return p.err
}

func (p *page) change(c view.Change) {
	if c.Change == view.Withdrawn {
		p.row(2, cell{text: plain(When(c.Entry)), width: dateColumn}, cell{text: styled(Bold, string(c.Kind)).of(p.whoWere(c)).and(Plain, Why(c)),
			below: some(styled(Dim, dotted(p.shiftsInWords(c), shortID(c.ID))))})
		return
	}
	substance, about := p.substance(c.Entry)
	head := substance
	if c.Dispute == nil {
		head = p.kind(c.Line).of(substance)
	}
	words := c.Words
	if c.Statement != nil {
		words = ""
		about = quotation(c.Statement.Content...)
	}
	p.row(2, cell{text: plain(When(c.Entry)), width: dateColumn}, cell{text: head.and(Plain, about),
		below: some(styled(Accent, cmp.Or(p.shiftsInWords(c), toldAnew(c))), plain(quotation(words)))})
	if c.Dispute != nil {
		p.accounts(eventIndent, c.Dispute.Accounts)
	}
	p.row(eventIndent, cell{text: styled(Dim, dotted(Backing(c.Entry), Hands(c.Entry), shortID(c.ID)))})
}

// whoWere are those whom a withdrawn entry named.
func (p *page) whoWere(c view.Change) text {
	var names []string
	for _, s := range c.Shifts {
		if s.Field == "who" {
			names = strings.Split(s.Before, "; ")
		}
	}
	return p.whoMet(names, c.Parties)
}

// WhoWere is whoWere in plain words.
func WhoWere(c view.Change, name func(party string) string) string {
	return (&page{Paper: Paper{Name: name}}).whoWere(c).String()
}

// Why says why an entry was withdrawn.
func Why(c view.Change) string { return cmp.Or(c.Why, "no reading tells it any more") }

// toldAnew says of what is changed only in its words that it was told again.
func toldAnew(c view.Change) string {
	if c.Change == view.Changed {
		return "told again"
	}
	return ""
}

// shiftsInWords says what was and what is: "status planned → held".
func (p *page) shiftsInWords(c view.Change) string {
	var words []string
	for _, s := range c.Shifts {
		switch {
		case c.Change == view.Withdrawn && slices.Contains([]string{"who", "sources"}, s.Field): // it stands elsewhere, or says nothing
		case s.Field == "who":
			words = append(words, p.whoShifted(s)...)
		case slices.Contains([]string{"sources", "accounts", "replies", "corrections"}, s.Field):
			words = append(words, s.Field+" "+cmp.Or(s.Before, "0")+" → "+cmp.Or(s.Now, "0"))
		case s.Before == "":
			words = append(words, s.Field+" now "+s.Now)
		case s.Now == "":
			words = append(words, s.Field+" was "+s.Before)
		default:
			words = append(words, s.Field+" "+s.Before+" → "+s.Now)
		}
	}
	return dotted(words...)
}

// whoShifted says who is named now, and who no more.
func (p *page) whoShifted(s view.Shift) (words []string) {
	before, now := strings.Split(s.Before, "; "), strings.Split(s.Now, "; ")
	for _, change := range []struct {
		sign        string
		names, less []string
	}{{"with ", now, before}, {"without ", before, now}} {
		names := slices.DeleteFunc(slices.Clone(change.names), func(name string) bool { return name == "" || slices.Contains(change.less, name) })
		if len(names) > 0 {
			words = append(words, change.sign+list(p.names(names)))
		}
	}
	return words
}

// Shifted says in plain words what an entry said before and says now; "" for what
// is new.
func Shifted(c view.Change, name func(party string) string) string {
	p := &page{Paper: Paper{Name: name}}
	return cmp.Or(p.shiftsInWords(c), toldAnew(c))
}

// ChangeTitle is the heading over changes of a kind.
func ChangeTitle(kind string) string { return changeTitles[kind] }

// ChangeInWords tells a change in plain words: a subject of a few, and a text
// with what is known of it and its sources.
func ChangeInWords(c view.Change, name func(party string) string) (subject, text string) {
	p := newPage(io.Discard, Paper{Name: name})
	substance, about := p.substance(c.Entry)
	head := substance
	if c.Dispute == nil {
		head = p.kind(c.Line).of(substance)
	}
	lines := []string{dotted(When(c.Entry), about), p.shiftsInWords(c), quotation(c.Words), Backing(c.Entry), "parley show " + shortID(c.ID)}
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	return head.String(), strings.Join(lines, "\n")
}
