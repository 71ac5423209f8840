package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley/sample"
)

// parleyBinary is the test binary under a name that makes it run as parley.
func parleyBinary(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(t.TempDir(), "parley")
	if err := os.Symlink(self, binary); err != nil {
		t.Fatal(err)
	}
	return binary
}

// sampleFolder holds the bundled articles as files.
func sampleFolder(t *testing.T) string {
	t.Helper()
	articles, err := fs.Sub(sample.Files, "articles")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "articles")
	if err := os.CopyFS(folder, articles); err != nil {
		t.Fatal(err)
	}
	return folder
}

func parleyOutput(t *testing.T, binary string, args ...string) string {
	t.Helper()
	cmd := exec.Command(binary, args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("parley %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}

// TestAddKilledAtAnyMoment kills add twenty times at random moments. Each time
// the record must be whole; and however often it was killed, adding again must
// give what one undisturbed add gives: nothing lost, nothing twice.
func TestAddKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it adds the sample some thirty times")
	}
	binary, articles, root := parleyBinary(t), sampleFolder(t), t.TempDir()
	undisturbed := filepath.Join(root, "undisturbed")
	whole := timed(func() { parleyOutput(t, binary, "add", "--data", undisturbed, articles) })
	want := parleyOutput(t, binary, "export", "--data", undisturbed)
	for try := 0; try < 20; {
		folder := filepath.Join(root, strconv.Itoa(try/4)) // four kills a record
		took, killed := killAdd(t, binary, folder, articles, rand.N(whole))
		if !killed {
			whole = took // the machine has become faster, or the record is complete
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
			continue
		}
		try++
		checkWhole(t, binary, folder)
		if try%4 == 0 {
			parleyOutput(t, binary, "add", "--data", folder, articles)
			if got := parleyOutput(t, binary, "export", "--data", folder); got != want {
				t.Errorf("after kill %d and one more add the record differs from an undisturbed one", try)
			}
		}
	}
}

func timed(work func()) time.Duration {
	began := time.Now()
	work()
	return time.Since(began)
}

// killAdd runs add and kills it after a while, if it still runs then.
func killAdd(t *testing.T, binary, folder, articles string, after time.Duration) (took time.Duration, killed bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	defer cancel()
	var err error
	took = timed(func() { err = exec.CommandContext(ctx, binary, "add", "--data", folder, articles).Run() })
	if err != nil && ctx.Err() == nil {
		t.Fatalf("add: %v", err)
	}
	return took, err != nil
}

// checkWhole asks the record of a killed add for all that it holds: every entry
// must stand on documents that are there.
func checkWhole(t *testing.T, binary, folder string) {
	t.Helper()
	out, err := exec.Command(binary, "export", "--data", folder).CombinedOutput()
	if err != nil && !bytes.Contains(out, []byte("there is no record in it")) {
		t.Fatalf("export: %v\n%s", err, out)
	}
	if err != nil {
		return // killed before there was a record
	}
	kept := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		var item struct {
			Kind, Key, ID string
			Members       []struct{ Doc string }
		}
		if err := json.Unmarshal([]byte(line), &item); err != nil {
			t.Fatal(err)
		}
		if item.Kind == "document" {
			kept[item.Key] = true
		}
		for _, m := range item.Members {
			if !kept[m.Doc] {
				t.Errorf("entry %s stands on %s, which is not kept", item.ID, m.Doc)
			}
		}
	}
}
