package alert

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// Message is something to be told.
type Message struct {
	// Key names what is told: the same key is never told twice.
	Key     string    `json:"key"`
	Dossier string    `json:"dossier"`
	Alert   string    `json:"alert"` // the name of the rule
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	Entry   string    `json:"entry,omitempty"` // the id of the entry that it is about
	Made    time.Time `json:"made"`
	// Pending are the places that it has still to reach.
	Pending []Delivery `json:"pending,omitempty"`
}

// Delivery is a message on its way to one place.
type Delivery struct {
	To    string    `json:"to"`
	Tries int       `json:"tries"`
	Next  time.Time `json:"next,omitzero"` // not before this
	Error string    `json:"error,omitempty"`
}

// Watcher finds what is to be told.
type Watcher struct {
	Store    store.Store
	Dossiers []dossier.Dossier
	Now      func() time.Time
	// Say writes a change in words, as a subject and a text.
	Say func(view.Change) (subject, text string)
}

// Watch writes what is to be told since it was last called into the record, and
// returns it. The first time it sees a dossier it tells nothing of what is there
// already.
func (w *Watcher) Watch(ctx context.Context) (found []Message, err error) {
	err = w.Store.Update(ctx, func(tx store.Tx) error {
		known, err := keysOf(ctx, tx)
		if err != nil {
			return err
		}
		for _, d := range w.Dossiers {
			if len(d.Alerts) == 0 {
				continue
			}
			messages, err := w.watchOne(ctx, tx, d)
			if err != nil {
				return fmt.Errorf("alerts of %s: %w", d.ID, err)
			}
			for _, m := range messages {
				if known[m.Key] {
					continue
				}
				known[m.Key] = true
				if err := put(ctx, tx, m); err != nil {
					return err
				}
				found = append(found, m)
			}
		}
		return nil
	})
	return found, err
}

func keysOf(ctx context.Context, r store.Reader) (map[string]bool, error) {
	known := map[string]bool{}
	for memo, err := range r.Memos(ctx, store.AlertMemo) {
		if err != nil {
			return nil, err
		}
		known[memo.Name] = true
	}
	return known, nil
}

func put(ctx context.Context, tx store.Tx, m Message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return tx.PutMemo(ctx, store.Memo{Kind: store.AlertMemo, Name: m.Key, Body: body})
}

func (w *Watcher) watchOne(ctx context.Context, tx store.Tx, d dossier.Dossier) ([]Message, error) {
	now, err := tx.Latest(ctx)
	if err != nil {
		return nil, err
	}
	seen, began, err := desk.LastSeen(ctx, tx, desk.ReaderOf("", d.ID))
	if err != nil {
		return nil, err
	}
	if err := desk.MarkSeen(ctx, tx, desk.ReaderOf("", d.ID), now); err != nil {
		return nil, err
	}
	var messages []Message
	if began {
		changes, err := view.Changes(ctx, tx, view.Look{Dossier: d.ID, Today: parley.DayOf(w.Now().UTC())}, seen)
		if err != nil {
			return nil, err
		}
		for _, rule := range d.Alerts {
			messages = append(messages, w.ofChanges(d, rule, changes)...)
		}
	}
	silent, err := w.silences(ctx, tx, d)
	return append(messages, silent...), err
}

// ofChanges are what a rule tells of some changes.
func (w *Watcher) ofChanges(d dossier.Dossier, rule dossier.Alert, changes []view.Change) (messages []Message) {
	for _, c := range changes {
		what, about := match(rule, c)
		if about == "" {
			continue
		}
		subject, text := w.Say(c)
		messages = append(messages, w.message(d, rule, c.ID+" "+about, Message{Subject: what + ": " + subject, Text: text, Entry: c.ID}))
	}
	return messages
}

func (w *Watcher) message(d dossier.Dossier, rule dossier.Alert, about string, m Message) Message {
	m.Key, m.Dossier, m.Alert, m.Made = d.ID+"/"+rule.Name+"/"+about, d.ID, rule.Name, w.Now().UTC()
	m.Subject = d.Name + ": " + m.Subject
	for _, to := range rule.To {
		m.Pending = append(m.Pending, Delivery{To: to})
	}
	return m
}

// match tells whether a rule wants a change told: what it is in a word, and what
// tells it from other news of the same entry; "" where it does not.
func match(rule dossier.Alert, c view.Change) (what, about string) {
	if rule.Party != "" && !slices.Contains(c.Parties, rule.Party) {
		return "", ""
	}
	switch {
	case c.Change == view.Withdrawn:
	case rule.When == dossier.Moves && c.Position != nil:
		return moved(rule, c)
	case rule.When == dossier.Meets && c.Meeting != nil:
		return met(c)
	case rule.When == dossier.Counts && c.Event != nil:
		return counted(rule, c)
	}
	return "", ""
}

// moved tells of a party that took another stance.
func moved(rule dossier.Alert, c view.Change) (what, about string) {
	if c.Position.Change == "" || rule.Issue != "" && c.Position.Issue != rule.Issue {
		return "", ""
	}
	return "a party moved", string(c.Position.Change) + " " + string(c.Position.Stance)
}

// met tells of a meeting that was set, moved to another day, or fell through.
func met(c view.Change) (what, about string) {
	status := c.Meeting.Status
	about = string(status) + " " + string(c.Start)
	switch status {
	case parley.Planned:
		switch {
		case c.Change == view.New || shifted(c, "status"):
			return "a meeting was set", about
		case shifted(c, "start"):
			return "a meeting was moved", about
		}
	case parley.OnHold, parley.Cancelled, parley.Denied:
		if c.Change == view.New || shifted(c, "status") {
			return "a meeting is " + strings.ReplaceAll(view.MeetingStatus(status), "-", " "), about
		}
	}
	return "", ""
}

func shifted(c view.Change, field string) bool {
	return slices.ContainsFunc(c.Shifts, func(s view.Shift) bool { return s.Field == field })
}

// counted tells of a count that is greater than the rule's number, once for an
// event.
func counted(rule dossier.Alert, c view.Change) (what, about string) {
	for _, f := range c.Event.Figures {
		if f.What == rule.What && f.N > rule.Over {
			return fmt.Sprintf("%s over %v", rule.What, rule.Over), "over"
		}
	}
	return "", ""
}

// silences tell that nothing has come for a dossier, or from one outlet for it,
// for longer than a rule allows; each silence once.
func (w *Watcher) silences(ctx context.Context, r store.Reader, d dossier.Dossier) (messages []Message, err error) {
	for _, rule := range d.Alerts {
		if rule.When != dossier.Silent {
			continue
		}
		var last time.Time
		for doc, err := range r.Documents(ctx, store.DocumentFilter{Dossier: d.ID, Outlet: rule.Outlet}) {
			if err != nil {
				return nil, err
			}
			if doc.Kept.After(last) {
				last = doc.Kept
			}
		}
		if last.IsZero() || w.Now().Sub(last) < time.Duration(rule.Hours)*time.Hour {
			continue
		}
		whose := "the news"
		if rule.Outlet != "" {
			whose = rule.Outlet
		}
		messages = append(messages, w.message(d, rule, "silent since "+last.UTC().Format(time.RFC3339), Message{
			Subject: whose + " fell silent", Text: fmt.Sprintf("The last article came at %s, more than %d hours ago.", last.UTC().Format("15:04 UTC on 2 Jan 2006"), rule.Hours)}))
	}
	return messages, nil
}
