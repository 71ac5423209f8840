package web

import (
	"cmp"
	"html/template"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// documentPage is an article with what was read marked in it.
type documentPage struct {
	view.Article
	Headline   template.HTML
	Paragraphs []template.HTML
	Notes      []noteShown
	Versions   []versionShown
	Former     template.URL // the version before; "" for the first
	Copies     []choice
	Address    string
	Citation   string
	Dossiers   []dossierShown
	Assign     string // where the form that puts it into a dossier leads
}

// dossierShown is a dossier that the document belongs to, or may.
type dossierShown struct {
	ID, Name string
	In       bool
}

// noteShown is an entry beside the text.
type noteShown struct {
	row
	Number int
	Place  template.URL // of its words in the text
	Href   template.URL
}

type versionShown struct {
	choice
	Published string
	Compare   template.URL
}

func document(v *visit) (leaf, error) {
	a, err := view.ArticleOf(v.ctx, v.record, v.look, v.request.PathValue("id"))
	if err != nil {
		return leaf{}, err
	}
	p := documentPage{Article: a, Address: outside(a.URL)}
	p.Citation = export.Citation(view.Source{Document: a.ID, Outlet: a.Outlet, Published: a.Published, Title: a.Title, URL: p.Address}, v.read())
	for _, d := range v.Config.Dossiers {
		p.Dossiers = append(p.Dossiers, dossierShown{d.ID, d.Name, slices.Contains(a.Dossiers, d.ID)})
	}
	if v.mayCorrect() {
		p.Assign = "/documents/" + url.PathEscape(a.ID) + "/dossiers"
	}
	v.annotate(&p)
	v.versions(&p)
	for _, c := range a.Copies {
		p.Copies = append(p.Copies, choice{Href: v.documentLink(c.Key()), Label: cmp.Or(c.Outlet, c.ID)})
	}
	return leaf{Title: clipped(80, cmp.Or(a.Title, a.ID)), Data: p}, nil
}

// annotate marks in the text what was read and puts a note for each entry beside
// it.
func (v *visit) annotate(p *documentPage) {
	var marks stretches
	anchors := map[int]bool{}
	seen := map[string]bool{}
	for _, item := range p.Items {
		anchors[item.Span.Start] = true
		for _, s := range item.Says {
			anchors[s.Start] = true
			marks = append(marks, stretch{view.Mark{Start: s.Start, End: s.End}, aspect(s.Field), string(item.Kind) + ": " + strings.ReplaceAll(s.Field, "_", " ")})
		}
		if seen[item.ID] {
			continue
		}
		seen[item.ID] = true
		p.Notes = append(p.Notes, noteShown{row: v.row(item.Line), Number: len(p.Notes) + 1, Place: template.URL("#at-" + strconv.Itoa(item.Span.Start)), Href: v.link("/entries/" + url.PathEscape(item.ID))})
	}
	for _, s := range view.SentenceStarts(p.Body()) {
		anchors[s] = true
	}
	paper := annotated{body: p.Body(), marks: marks, anchors: slices.Sorted(maps.Keys(anchors))}
	p.Headline = paper.stretch(0, len(p.Title))
	at := len(p.Title) + 1
	for line := range strings.SplitSeq(p.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			p.Paragraphs = append(p.Paragraphs, paper.stretch(at, at+len(line)))
		}
		at += len(line) + 1
	}
}

// annotated is a text with marks and places that can be led to.
type annotated struct {
	body    string
	marks   stretches
	anchors []int // in order
}

// stretch writes a part of the text.
func (a annotated) stretch(from, to int) template.HTML {
	cuts := []int{from, to}
	var here stretches
	for _, m := range a.marks {
		if m.Start < to && m.End > from {
			here = append(here, m)
			cuts = append(cuts, max(m.Start, from), min(m.End, to))
		}
	}
	first, _ := slices.BinarySearch(a.anchors, from)
	last, _ := slices.BinarySearch(a.anchors, to)
	cuts = append(cuts, a.anchors[first:last]...)
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var b strings.Builder
	b.WriteString("<bdi>")
	for i := 0; i+1 < len(cuts); i++ {
		if _, led := slices.BinarySearch(a.anchors[first:last], cuts[i]); led {
			b.WriteString(`<a id="at-` + strconv.Itoa(cuts[i]) + `"></a>`)
		}
		here.piece(&b, a.body, cuts[i], cuts[i+1])
	}
	b.WriteString("</bdi>")
	return template.HTML(b.String())
}

// versions lists the versions of the document where there are several.
func (v *visit) versions(p *documentPage) {
	if len(p.Article.Versions) < 2 {
		return
	}
	before := ""
	for _, d := range p.Article.Versions {
		one := versionShown{choice: choice{v.documentLink(d.Key()), d.Version, d.Version == p.Version}, Published: export.Moment(d.Published)}
		if before != "" {
			one.Compare = v.link("/documents/"+url.PathEscape(d.Key())+"/changes", "from", before)
			if one.Chosen {
				p.Former = one.Compare
			}
		}
		before = d.Version
		p.Versions = append(p.Versions, one)
	}
}

// changesPage shows what an outlet changed from one version of an article to
// another.
type changesPage struct {
	Document, Former store.Document
	Title            []view.Piece
	Paragraphs       [][]view.Piece
	Back             template.URL
}

func documentChanges(v *visit) (leaf, error) {
	d, err := v.record.Document(v.ctx, v.request.PathValue("id"))
	if err != nil {
		return leaf{}, err
	}
	former, err := v.record.Document(v.ctx, d.ID+"@"+v.params.Get("from"))
	if err != nil {
		return leaf{}, err
	}
	p := changesPage{Document: d, Former: former, Title: view.Difference(former.Title, d.Title), Back: v.documentLink(d.Key())}
	p.Paragraphs = paragraphs(view.Difference(former.Text, d.Text))
	return leaf{Title: "What changed in " + clipped(60, cmp.Or(d.Title, d.ID)), Data: p}, nil
}

// paragraphs cuts pieces where lines end.
func paragraphs(pieces []view.Piece) [][]view.Piece {
	all := [][]view.Piece{nil}
	for _, piece := range pieces {
		for i, line := range strings.Split(piece.Text, "\n") {
			if i > 0 {
				all = append(all, nil)
			}
			if line != "" {
				all[len(all)-1] = append(all[len(all)-1], view.Piece{Text: line, Kind: piece.Kind})
			}
		}
	}
	return slices.DeleteFunc(all, func(p []view.Piece) bool { return len(p) == 0 })
}

// documentsPage lists what was read.
type documentsPage struct {
	Days []documentDay
	Next choice // the documents that this page leaves out
	More choice // earlier days
}

type documentDay struct {
	Name      string
	Documents []documentLine
}

type documentLine struct {
	view.Document
	Href   template.URL
	Copies int // other documents of the same text in the list
}

// documentsAPage is how many documents a page holds.
const documentsAPage = 200

// documentDays is how far the list looks back where the reader does not say.
const documentDays = 45

func documents(v *visit) (leaf, error) {
	look := v.look
	if look.Since == "" && look.Until == "" {
		look.Since = v.window(documentDays).Since
	}
	found, err := view.Documents(v.ctx, v.record, look)
	if err != nil {
		return leaf{}, err
	}
	group := map[string]int{}
	for _, d := range found {
		group[d.Group]++
	}
	var p documentsPage
	slices.Reverse(found)
	if found, p.Next, err = paged(v, found, documentsAPage, "document"); err != nil {
		return leaf{}, err
	}
	for _, d := range found {
		name := "No date"
		if !d.Published.IsZero() {
			name = d.Published.UTC().Format("Monday 2 January 2006")
		}
		if len(p.Days) == 0 || p.Days[len(p.Days)-1].Name != name {
			p.Days = append(p.Days, documentDay{Name: name})
		}
		day := &p.Days[len(p.Days)-1]
		day.Documents = append(day.Documents, documentLine{d, v.documentLink(d.ID), group[d.Group] - 1})
	}
	if v.params.Get("since") == "" && p.Next.Href == "" {
		earlier := parley.DayOf(look.Since.First().AddDate(0, 0, -documentDays))
		p.More = choice{Href: v.here("since", string(earlier)), Label: "Earlier, from " + export.Interval(earlier, "")}
	}
	return leaf{Title: "Documents", Data: p}, nil
}
