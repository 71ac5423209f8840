package eval

import (
	"context"
	"os"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// keeper reads documents and keeps records of them, with the model and lexicon
// that Parley brings.
type keeper struct {
	read  *reader.Reader
	words *lexicon.Lexicon
}

func newKeeper() (keeper, error) {
	engine, err := english.New()
	if err != nil {
		return keeper{}, err
	}
	words := lexicon.Default()
	return keeper{reader.New(engine, words), words}, nil
}

// inScratch fills a record of its own, asks it, and throws it away.
func inScratch(ctx context.Context, fill func(store.Tx) error, ask func(store.Store) error) error {
	folder, err := os.MkdirTemp("", "parley-eval-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	kept, err := sqlite.Create(ctx, folder)
	if err != nil {
		return err
	}
	defer kept.Close()
	if err := kept.Update(ctx, fill); err != nil {
		return err
	}
	return ask(kept)
}
