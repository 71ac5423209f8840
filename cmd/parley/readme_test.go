package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestReadmeShowsTheDemo: what README.md prints of the demo is what the demo prints, in order.
func TestReadmeShowsTheDemo(t *testing.T) {
	t.Parallel()
	data := t.TempDir() + "/record"
	for _, command := range []string{"parley demo", "parley show d825335fbd"} {
		args := append(strings.Fields(command)[1:], "--data", data)
		printed := strings.Split(output(t, args...), "\n")
		for _, line := range readmeBlock(t, command) {
			for len(printed) > 0 && printed[0] != line {
				printed = printed[1:]
			}
			if len(printed) == 0 {
				t.Fatalf("%s does not print %q, as README.md says, behind the lines before it", command, line)
			}
		}
	}
}

// readmeBlock are the lines that README.md prints of a command, those of dots and empty ones left out.
func readmeBlock(t *testing.T, command string) (lines []string) {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "```\n$ "+command+"\n")
	block, _, closed := strings.Cut(block, "```")
	if !found || !closed {
		t.Fatalf("README.md shows nothing of %q", command)
	}
	for line := range strings.Lines(block) {
		if line = strings.TrimRight(line, "\n"); strings.Trim(line, " …") != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// output is what a command prints that must not fail.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out, faults bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &faults); code != 0 {
		t.Fatalf("parley %s ends with %d: %s", strings.Join(args, " "), code, &faults)
	}
	return out.String()
}

// TestSampleShowsWhatItsReadmePromises holds the record of the sample to what sample/README.md says is to be seen in it.
func TestSampleShowsWhatItsReadmePromises(t *testing.T) {
	t.Parallel()
	data := t.TempDir() + "/record"
	output(t, "demo", "--data", data)
	type meeting struct {
		Start, Status, Place string
		Parties              []string
		Round                int
		Steps                []struct{ Status string }
	}
	var meetings []meeting
	for line := range strings.Lines(output(t, "meetings", "--json", "--data", data)) {
		var m meeting
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		meetings = append(meetings, m)
	}
	count := func(is func(m meeting) bool) (n int) {
		for _, m := range meetings {
			if is(m) {
				n++
			}
		}
		return n
	}
	steps := func(m meeting) string {
		var words []string
		for _, s := range m.Steps {
			words = append(words, s.Status)
		}
		return strings.Join(words, " ")
	}
	between := func(m meeting, parties string) bool { return strings.Join(m.Parties, " ") == parties }
	for what, got := range map[string]bool{
		"five rounds between Iran and the United States, and one put off": count(func(m meeting) bool { return between(m, "IRN USA") && m.Status == "held" }) == 5 &&
			count(func(m meeting) bool { return between(m, "IRN USA") && m.Status == "on-hold" }) == 1,
		"two meetings in London": count(func(m meeting) bool {
			return m.Status == "held" && (m.Place == "London" || m.Place == "Downing Street")
		}) == 2,
		"one summit in Budapest": count(func(m meeting) bool { return m.Place == "Budapest" && steps(m) == "planned on-hold cancelled" }) == 1 && count(func(m meeting) bool { return m.Place == "Budapest" }) == 1,
		"nothing held that was not": count(func(m meeting) bool {
			return m.Status == "held" && strings.HasPrefix(m.Start, "2025-10-2") && between(m, "RUS USA")
		}) == 1, // the call of 20 October
		"the three-way talks, proposed": count(func(m meeting) bool { return steps(m) == "proposed denied" }) == 1,
	} {
		if !got {
			t.Errorf("the record of the sample has not: %s\n%+v", what, meetings)
		}
	}
	disputes := output(t, "disputes", "--json", "--data", data)
	if n := strings.Count(disputes, "\n"); n != 2 || !strings.Contains(disputes, "Yuri Ushakov") || !strings.Contains(disputes, "Valery Gerasimov") {
		t.Errorf("the disputes of the sample are not Kupiansk and the three-way talks: %s", disputes)
	}
}
