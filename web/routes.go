package web

import (
	"net/http"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// page is one kind of page: where it stands, what makes it, and what else comes
// out of it.
type page struct {
	path  string // as http.ServeMux has it
	name  string // of its template
	label string // in the navigation; "" for pages that are reached from others
	// parent is the page of the navigation that such a page belongs to.
	parent string
	show   func(*visit) (leaf, error)
	// remembers tells that the page shows what is new to the reader, and lets
	// the browser remember that it did.
	remembers bool
	forms     []form
}

// leaf is what a page's template is given.
type leaf struct {
	Title string
	Data  any
}

// pages are all there are, in the order of the navigation.
var pages = []*page{
	{path: "/{$}", name: "front", label: "Front", show: front, forms: []form{changesFeed}, remembers: true},
	{path: "/changes", name: "news", parent: "front", show: changes, forms: formsOf((*visit).changes, export.ChangesTable)},
	{path: "/timeline", name: "timeline", label: "Timeline", show: timeline, forms: formsOf(timelineList, export.TimelineTable)},
	{path: "/positions", name: "matrix", label: "Positions", show: matrix, forms: lists(view.Positions, export.PositionsTable)},
	{path: "/positions/{party}/{issue}", name: "cell", parent: "matrix", show: cell},
	{path: "/meetings", name: "meetings", label: "Diary", show: meetings, forms: append(lists(view.Meetings, export.MeetingsTable), calendar)},
	{path: "/proposals", name: "proposals", label: "Proposals", show: proposals, forms: lists(view.Plans, export.ProposalsTable)},
	{path: "/statements", name: "statements", label: "Statements", show: statements, forms: formsOf(statementList, export.StatementsTable)},
	{path: "/actors", name: "actors", label: "Actors", show: actors, forms: formsOf(actorList, export.ActorsTable)},
	{path: "/actors/{name}", name: "actor", parent: "actors", show: actor},
	{path: "/disputes", name: "disputes", label: "Disputes", show: disputes, forms: lists(view.Disputes, export.DisputesTable)},
	{path: "/documents", name: "documents", label: "Documents", show: documents, forms: lists(view.Documents, export.DocumentsTable)},
	{path: "/documents/{id}", name: "document", parent: "documents", show: document},
	{path: "/documents/{id}/changes", name: "changes", parent: "documents", show: documentChanges},
	{path: "/entries/{id}", name: "entry", show: entry},
	{path: "/brief", name: "brief", label: "Brief", show: brief, forms: briefForms},
	{path: "/review", name: "review", label: "Review", show: review},
	{path: "/corrections", name: "corrections", parent: "review", show: corrections, forms: formsOf(correctionList, export.CorrectionsTable)},
	{path: "/health", name: "health", show: health},
	{path: "/help", name: "help", show: help},
}

// routes leads each address to what answers it.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for _, p := range pages {
		mux.Handle("GET "+p.path, s.shows(p))
		for _, f := range p.forms {
			mux.Handle("GET "+f.path(p), s.gives(p, f))
		}
	}
	piece := &page{path: "/entries/{id}/evidence", name: "evidence"}
	mux.Handle("GET "+piece.path, s.answering(piece, "", evidencePiece))
	mux.HandleFunc("POST /entries/{id}/corrections", s.corrects)
	mux.HandleFunc("POST /documents/{id}/dossiers", s.assigns)
	mux.HandleFunc("POST /corrections/{id}/undo", s.undoes)
	mux.Handle("GET /static/", s.render.static)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, nowhere(r)) })
	return mux
}
