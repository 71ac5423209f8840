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
	"testing"
	"time"

	"github.com/parleyrecord/parley/source/follow/followtest"
)

// TestFollowKilledAtAnyMoment follows sites that misbehave and kills it fifty
// times at random moments, in each of the phases through which the sites go. In the
// end each site's articles must be there, each version once.
func TestFollowKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	kills, phases := 50, 3
	if testing.Short() {
		kills = 3
	}
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
	undisturbed, folder := filepath.Join(root, "undisturbed"), filepath.Join(root, "killed")
	for _, data := range []string{undisturbed, folder} {
		parleyOutput(t, binary, append([]string{"feeds", "add", "--data", data}, addresses...)...)
	}
	whole := timed(func() { mustRun(t, follow(t.Context(), undisturbed)) })
	killed := 0
	for phase := range phases {
		server.Enter(phase)
		for killed < kills*(phase+1)/phases {
			ctx, stop := context.WithTimeout(t.Context(), rand.N(whole))
			if err := follow(ctx, folder).Run(); ctx.Err() != nil && err != nil {
				killed++
			}
			stop()
		}
		mustRun(t, follow(t.Context(), folder))
	}
	got := articlesByOutlet(t, parleyOutput(t, binary, "documents", "--json", "--data", folder))
	for _, s := range sites {
		host, _, _ := strings.Cut(strings.TrimPrefix(s.Root, "http://"), ":")
		if want := slices.Sorted(slices.Values(s.Want)); !slices.Equal(got[host], want) {
			t.Errorf("%s: after %d kills there are %q, want %q", s.Name, killed, got[host], want)
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
