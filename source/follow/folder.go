package follow

import (
	"context"
	"os"
	"strconv"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source"
)

const (
	// settled is how long a file must have stood unchanged: one that is being
	// written would be read in part.
	settled = time.Second
	// folderBatch is how many documents of a folder are in memory at once.
	folderBatch = 200
	// folderPause is the pause between two looks at a folder, and at most so many
	// files for it; one with more is looked at less often.
	folderPause = 10 * time.Second
	folderFiles = 1000
)

// folderLook is a look at a folder.
type folderLook struct {
	f         *Follower
	look      Look
	known     known
	former    marks // of files that were not yet come to
	documents []parley.Document
}

// lookAtFolder takes the files of a folder that are new or have changed.
func (f *Follower) lookAtFolder(ctx context.Context, s State) (Look, error) {
	now := f.Now().UTC()
	paths, problem := source.Files(s.Address)
	if problem != nil && len(paths) == 0 {
		s.failed(now, folderPause, problem)
		return Look{State: s, Err: problem}, f.Keeper.Keep(ctx, s, nil)
	}
	l := &folderLook{f: f, look: Look{State: s}, known: s.Seen.index(), former: s.Seen}
	if problem != nil {
		l.look.Notes = append(l.look.Notes, problem)
	}
	l.look.State.Seen, l.look.State.Items = nil, len(paths)
	for _, path := range paths {
		if err := l.file(ctx, path); err != nil {
			return l.look, err
		}
	}
	l.former = nil // what is no longer there may be forgotten
	l.look.State.succeeded(now, folderPause*time.Duration(1+len(paths)/folderFiles))
	return l.look, l.keep(ctx)
}

// file takes a file where it is new or has changed.
func (l *folderLook) file(ctx context.Context, path string) error {
	m, ok := settledMark(ctx, path)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if !ok {
		return nil // gone again, or still being written
	}
	s := &l.look.State
	known, edited := l.known.has(m)
	if !known {
		for d, err := range source.Open(ctx, []string{path}, source.Options{Root: s.Address, ZoneOf: l.f.ZoneOf}) {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err != nil {
				l.look.Notes = append(l.look.Notes, err)
				continue
			}
			if err := l.take(ctx, d, edited); err != nil {
				return err
			}
		}
	}
	s.Seen = append(s.Seen, m)
	return nil
}

func (l *folderLook) take(ctx context.Context, d parley.Document, edited bool) error {
	if edited {
		l.look.Edited = append(l.look.Edited, d.ID)
	} else {
		l.look.New++
	}
	l.look.State.Taken++
	l.look.State.Newest = l.f.Now().UTC()
	if l.documents = append(l.documents, d); len(l.documents) < folderBatch {
		return nil
	}
	return l.keep(ctx)
}

// keep keeps the documents taken so far. The file that they are taken from has
// no mark before all of it is kept.
func (l *folderLook) keep(ctx context.Context) error {
	s := l.look.State
	s.Seen = append(s.Seen[:len(s.Seen):len(s.Seen)], l.former...)
	documents := l.documents
	l.documents = nil
	return l.f.Keeper.Keep(ctx, s, documents)
}

// settledMark is the mark of a file as it stands. A file that changed a moment
// ago is given that moment.
func settledMark(ctx context.Context, path string) (mark, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return mark{}, false
	}
	if age := time.Since(info.ModTime()); age >= 0 && age < settled {
		select {
		case <-time.After(settled - age):
		case <-ctx.Done():
			return mark{}, false
		}
		before := info
		if info, err = os.Stat(path); err != nil || info.Size() != before.Size() || !info.ModTime().Equal(before.ModTime()) {
			return mark{}, false
		}
	}
	return mark{hashed(path), hashed(path, strconv.FormatInt(info.Size(), 10), info.ModTime().UTC().Format(time.RFC3339Nano))}, true
}
