package main

import (
	"cmp"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley/source/follow/followtest"
)

// TestFollowKilledAtAnyMoment follows sites that misbehave into two records and
// kills that fifty times at random moments, in each of the phases through which the
// sites go. In the end each site's articles must be in both, each version once.
func TestFollowKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it follows all the sites some fifty times")
	}
	kills, phases := 25, 3 // of each record
	server := followtest.New(t)
	sites := slices.DeleteFunc(slices.Clone(server.Sites()), func(s followtest.Site) bool { return s.Slow || s.Counted || s.Phases > phases })
	addresses := make([]string, len(sites))
	for i, s := range sites {
		addresses[i] = s.Address
	}
	binary, root := parleyBinary(t), t.TempDir()
	follow := func(ctx context.Context, folder string) *exec.Cmd {
		return exec.CommandContext(ctx, binary, "follow", "--once", "--all", "--pause", "100ms", "--allow", followtest.Allowed.String(), "--data", folder)
	}
	undisturbed, folders := filepath.Join(root, "undisturbed"), []string{filepath.Join(root, "killed"), filepath.Join(root, "killed too")}
	for _, data := range append(folders, undisturbed) {
		parleyOutput(t, binary, append([]string{"feeds", "add", "--data", data}, addresses...)...)
	}
	whole := timed(func() { mustRun(t, follow(t.Context(), undisturbed)) })
	killIn := func(folder string, times int) {
		for times > 0 {
			ctx, stop := context.WithTimeout(t.Context(), rand.N(whole))
			if err := follow(ctx, folder).Run(); ctx.Err() != nil && err != nil {
				times--
			}
			stop()
		}
	}
	for phase := range phases {
		server.Enter(phase)
		var beside sync.WaitGroup
		for _, folder := range folders {
			beside.Go(func() { killIn(folder, kills*(phase+1)/phases-kills*phase/phases) })
		}
		beside.Wait()
		for _, folder := range folders {
			mustRun(t, follow(t.Context(), folder))
		}
	}
	for _, folder := range folders {
		got := articlesByOutlet(t, parleyOutput(t, binary, "documents", "--json", "--data", folder))
		for _, s := range sites {
			host, _, _ := strings.Cut(strings.TrimPrefix(s.Root, "http://"), ":")
			if want := slices.Sorted(slices.Values(s.Want)); !slices.Equal(got[host], want) {
				t.Errorf("%s: after %d kills %s holds %q, want %q", s.Name, kills, filepath.Base(folder), got[host], want)
			}
		}
	}
	if found := server.Trespasses(); len(found) > 0 {
		t.Errorf("fetched though it is forbidden: %v", found)
	}
}

func mustRun(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	began := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v after %v: %v\n%s", cmd.Args[1:], time.Since(began), err, out)
	}
}

// articlesByOutlet lists the titles of all versions in the lines of 'parley
// documents', by outlet, sorted.
func articlesByOutlet(t *testing.T, lines string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for line := range strings.Lines(lines) {
		var d struct{ ID, Outlet, Title string }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		all[d.Outlet] = append(all[d.Outlet], cmp.Or(d.Title, d.ID))
	}
	for _, titles := range all {
		slices.Sort(titles)
	}
	return all
}
