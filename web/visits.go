package web

import (
	"fmt"
	"net/http"
	"time"

	"github.com/parleyrecord/parley/store"
)

// visits is what a browser remembers of when its reader looked at a dossier: the
// place in the record's journal at the end of the visit before, and now.
type visits struct {
	before, latest store.Moment
	at             time.Time // of the latest request
}

// aVisit is after how long without a request a new visit begins.
const aVisit = 30 * time.Minute

// remembered is for how long a browser keeps it.
const remembered = 400 * 24 * time.Hour

// since is the place in the journal at which the reader's last visit ended; the
// zero moment on the first. The answer lets the browser remember this one.
func (s *Server) since(w http.ResponseWriter, r *http.Request) (store.Moment, error) {
	latest, err := s.Record.Latest(r.Context())
	if err != nil {
		return store.Moment{}, err
	}
	name := "visit." + dossierIn(r)
	v := readVisits(r, name)
	if now := s.Now(); now.Sub(v.at) > aVisit {
		v.before, v.at = v.latest, now
	} else {
		v.at = now
	}
	v.latest = latest
	if v.before.N > latest.N { // of another record at the same address
		v.before = store.Moment{}
	}
	http.SetCookie(w, &http.Cookie{
		Name: name, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(remembered.Seconds()),
		Value: fmt.Sprintf("%d.%d.%d.%d.%d", v.before.N, v.before.At.Unix(), v.latest.N, v.latest.At.Unix(), v.at.Unix()),
	})
	return v.before, nil
}

// dossierIn is the dossier that a request asks for, as a cookie's name can hold
// it.
func dossierIn(r *http.Request) string {
	id := r.URL.Query().Get("dossier")
	for _, c := range id {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return ""
		}
	}
	return id
}

func readVisits(r *http.Request, name string) (v visits) {
	cookie, err := r.Cookie(name)
	if err != nil {
		return v
	}
	var before, latest, at int64
	_, err = fmt.Sscanf(cookie.Value, "%d.%d.%d.%d.%d", &v.before.N, &before, &v.latest.N, &latest, &at)
	if err != nil || v.before.N < 0 || v.latest.N < 0 {
		return visits{}
	}
	v.before.At, v.latest.At, v.at = time.Unix(before, 0).UTC(), time.Unix(latest, 0).UTC(), time.Unix(at, 0)
	return v
}
