package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/view"
)

// correcting is what a page needs to offer corrections of an entry.
type correcting struct {
	Entry     string
	Action    string // where its forms lead
	Who       string
	Fields    []record.Field
	Documents []string
	Made      []correctionShown // that are in force on it
}

// mayCorrect tells whether the reader may change the record: it is open for
// writing, and the page shows it as it is now.
func (v *visit) mayCorrect() bool { return v.Desk != nil && v.asOf == "" }

func (v *visit) correcting(e view.Evidence) *correcting {
	if !v.mayCorrect() {
		return nil
	}
	c := &correcting{Entry: e.Entry.ID, Action: "/entries/" + url.PathEscape(e.Entry.ID) + "/corrections", Who: v.Desk.Who, Fields: record.Settable(e.Entry.Kind)}
	for _, p := range e.Proofs {
		if !slices.Contains(c.Documents, p.Document) {
			c.Documents = append(c.Documents, p.Document)
		}
	}
	for _, made := range e.Entry.Corrections {
		c.Made = append(c.Made, v.correctionShown(view.Correction{Correction: made, InForce: true}))
	}
	return c
}

// correctionForm is what a correction's form sends.
type correctionForm struct {
	action, entry, note string
	documents           []string
	field, value        string
	others              []string // entries to merge with
	back                string   // the page to go back to
}

func readCorrection(r *http.Request) (f correctionForm, err error) {
	if err := r.ParseForm(); err != nil {
		return f, &parley.Error{Kind: parley.TooLarge, Subject: "form", Problem: "it cannot be read", Mend: "shorten what you wrote", Err: err}
	}
	field := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	return correctionForm{
		action: field("action"), entry: r.PathValue("id"), note: field("note"), documents: r.PostForm["document"],
		field: field("field"), value: field("value"), others: strings.Fields(field("others")), back: ownPage(field("back")),
	}, nil
}

// ownPage is an address of this server; "" for any other.
func ownPage(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return ""
	}
	return u.String()
}

// corrects takes a correction of an entry, and leads back to where it was made.
func (s *Server) corrects(w http.ResponseWriter, r *http.Request) {
	if s.Desk == nil {
		s.fail(w, r, errReadOnly)
		return
	}
	f, err := readCorrection(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	made, err := s.correct(r, f)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.leadBack(w, r, made, f.back)
}

var errReadOnly = &parley.Error{Kind: parley.ReadOnly, Subject: "record", Problem: "it is open for reading only", Mend: "make the data folder writable and start again"}

func (s *Server) correct(r *http.Request, f correctionForm) (parley.Correction, error) {
	ctx := r.Context()
	switch parley.CorrectionAction(f.action) {
	case parley.Accepting:
		return s.Desk.Accept(ctx, f.entry, f.note)
	case parley.Rejecting:
		return s.Desk.Reject(ctx, f.entry, f.documents, f.note)
	case parley.Setting:
		return s.Desk.Set(ctx, f.entry, f.field, f.value, f.note)
	case parley.Merging:
		return s.Desk.Merge(ctx, append([]string{f.entry}, f.others...), f.note)
	case parley.Splitting:
		return s.Desk.Split(ctx, f.entry, f.documents, f.note)
	case parley.Noting:
		return s.Desk.Note(ctx, f.entry, f.note)
	}
	return parley.Correction{}, &parley.Error{Kind: parley.Invalid, Subject: "action", Problem: fmt.Sprintf("“%s” is none", clipped(40, f.action)), Mend: "use the forms of an entry's page"}
}

// assigns puts a document into a dossier or takes it out.
func (s *Server) assigns(w http.ResponseWriter, r *http.Request) {
	if s.Desk == nil {
		s.fail(w, r, errReadOnly)
		return
	}
	f, err := readCorrection(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	made, err := s.Desk.Assign(r.Context(), f.entry, r.PostForm.Get("dossier"), f.action == parley.Out, f.note)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.leadBack(w, r, made, "/documents/"+url.PathEscape(f.entry))
}

// undoes takes a correction back.
func (s *Server) undoes(w http.ResponseWriter, r *http.Request) {
	if s.Desk == nil {
		s.fail(w, r, errReadOnly)
		return
	}
	f, err := readCorrection(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	made, err := s.Desk.Undo(r.Context(), f.entry, f.note)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.leadBack(w, r, made, f.back)
}

// leadBack goes to the page where a correction was made, or to that of its entry
// if there is one still, and lets it say what was done.
func (s *Server) leadBack(w http.ResponseWriter, r *http.Request, made parley.Correction, back string) {
	if back == "" {
		back = "/corrections"
		if id := r.PathValue("id"); strings.HasPrefix(r.URL.Path, "/entries/") {
			if e, err := s.Record.Entry(r.Context(), id); err == nil {
				back = "/entries/" + url.PathEscape(e.ID)
			}
		}
	}
	u, err := url.Parse(back)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	query := u.Query()
	query.Set("done", made.ID)
	u.RawQuery = query.Encode()
	http.Redirect(w, r, u.String(), http.StatusSeeOther)
}

// correctionShown is a correction as the pages list it.
type correctionShown struct {
	view.Correction
	Says string
	Undo string // where the form that takes it back leads; "" where it cannot
	Page choice // of the entry that bears it
}

func (v *visit) correctionShown(c view.Correction) correctionShown {
	shown := correctionShown{Correction: c, Says: export.CorrectionInWords(c.Correction)}
	if c.InForce && v.mayCorrect() {
		shown.Undo = "/corrections/" + url.PathEscape(c.ID) + "/undo"
	}
	if len(c.Entries) > 0 {
		shown.Page = choice{Href: v.link("/entries/" + url.PathEscape(c.Entries[0])), Label: "the entry"}
	}
	if c.Document != "" {
		shown.Page = choice{Href: v.documentLink(c.Document), Label: "the document"}
	}
	return shown
}

// correctionsPage is all that people have changed, the latest first.
type correctionsPage struct {
	Made []correctionShown
	May  bool
}

func corrections(v *visit) (leaf, error) {
	made, err := view.Corrections(v.ctx, v.record)
	if err != nil {
		return leaf{}, err
	}
	p := correctionsPage{May: v.mayCorrect()}
	for _, c := range slices.Backward(made) {
		p.Made = append(p.Made, v.correctionShown(c))
	}
	return leaf{Title: "Corrections", Data: p}, nil
}

func correctionList(v *visit) ([]view.Correction, error) { return view.Corrections(v.ctx, v.record) }

// reviewPage is what a person should look at first.
type reviewPage struct {
	Doubts []doubtShown
	May    bool
	Here   string
}

type doubtShown struct {
	row
	Reasons []string
	Action  string
}

const (
	reviewDays  = 60
	reviewLines = 40
)

func review(v *visit) (leaf, error) {
	look := v.look
	if look.Since == "" && look.Until == "" {
		look = v.window(reviewDays)
	}
	queue, err := view.Queue(v.ctx, v.record, look, reviewLines)
	if err != nil {
		return leaf{}, err
	}
	lines := make([]view.Line, len(queue))
	for i, d := range queue {
		lines[i] = d.Line
	}
	rows, err := v.rows(lines)
	if err != nil {
		return leaf{}, err
	}
	p := reviewPage{May: v.mayCorrect(), Here: string(v.here("open", "", "done", ""))}
	for i, r := range rows {
		p.Doubts = append(p.Doubts, doubtShown{r, queue[i].Reasons, "/entries/" + url.PathEscape(r.ID) + "/corrections"})
	}
	return leaf{Title: "Review", Data: p}, nil
}

// Done is the correction that the reader has just made; nil where there is none.
func (f frame) Done() *correctionShown {
	id := f.params.Get("done")
	if id == "" || f.Desk == nil {
		return nil
	}
	made, err := view.Corrections(f.ctx, f.record)
	if err != nil {
		return nil
	}
	for _, c := range made {
		if c.ID == id {
			shown := f.correctionShown(c)
			return &shown
		}
	}
	return nil
}
