package view

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/store"
)

// Edit is what a version of a document changed in the one before it, by whole
// sentences.
type Edit struct {
	Former  string   `json:"former"` // as ShownIDs gives it
	Added   []string `json:"added"`
	Dropped []string `json:"dropped"`
}

// DocumentVersions are the versions of a document, the first told first, each with
// what it changed. The error is of kind NotFound where the record holds none.
func DocumentVersions(ctx context.Context, r store.Reader, id string) ([]Document, error) {
	versions, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Keys: []string{id}}))
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "the record holds no such document", Mend: "name one that 'parley documents' lists"}
	}
	return documentsShown(ctx, r, versions)
}

// edits are what the later versions among those kept changed, by key.
func edits(ctx context.Context, r store.Reader, kept []store.Document, names map[string]string) (map[string]*Edit, error) {
	var ids []string
	for _, d := range kept {
		if _, version := parley.SplitKey(names[d.Key()]); version != "" {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	slices.Sort(ids)
	versions, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Keys: slices.Compact(ids), Text: true}))
	if err != nil {
		return nil, err
	}
	engine, err := english.New()
	if err != nil {
		return nil, fmt.Errorf("load the English engine: %w", err)
	}
	former := map[string]store.Document{}
	found := map[string]*Edit{}
	for _, d := range versions { // in the order of their telling
		if before, ok := former[d.ID]; ok {
			was, is := wholeSentences(engine, before.Body()), wholeSentences(engine, d.Body())
			found[d.Key()] = &Edit{Former: nameOf(before.Key(), names), Added: missingIn(was, is), Dropped: missingIn(is, was)}
		}
		former[d.ID] = d
	}
	return found, nil
}

func nameOf(key string, names map[string]string) string {
	if name, ok := names[key]; ok {
		return name
	}
	return key
}

// wholeSentences are a text's sentences, their spaces as they print.
func wholeSentences(engine *english.Engine, body string) (sentences []string) {
	for _, s := range engine.Segment(body).Sentences {
		if words := strings.Join(strings.Fields(body[s.Start:s.End]), " "); words != "" {
			sentences = append(sentences, words)
		}
	}
	return sentences
}

// missingIn are the sentences that one text lacks, in their order.
func missingIn(text, sentences []string) []string {
	missing := []string{}
	for _, s := range sentences {
		if !slices.Contains(text, s) {
			missing = append(missing, s)
		}
	}
	return missing
}
