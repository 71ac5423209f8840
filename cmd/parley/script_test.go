package main

import (
	"bufio"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"parley": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the scripts in testdata/script: each a sitting at the
// command line. README.md there says what they are made of.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setUp,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"bigtext": bigText, "bytes": writeBytes, "lines": lines},
		Condition: func(condition string) (bool, error) {
			return condition == "root" && os.Geteuid() == 0, nil
		},
	})
}

// setUp gives a script a data folder of its own, and lets other users into the
// folder of the script and of the command, for scripts that give up root's
// rights.
func setUp(env *testscript.Env) error {
	env.Setenv("PARLEY_DATA", filepath.Join(env.WorkDir, "data"))
	env.Setenv("COLUMNS", "140")
	bin, _, _ := strings.Cut(env.Getenv("PATH"), string(os.PathListSeparator))
	for _, folder := range []string{env.WorkDir, filepath.Dir(env.WorkDir), bin, filepath.Dir(bin)} {
		if err := os.Chmod(folder, 0o755); err != nil {
			return err
		}
	}
	return nil
}

// bigText writes a text of so many megabytes: bigtext FILE MEGABYTES.
func bigText(ts *testscript.TestScript, _ bool, args []string) {
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	out := bufio.NewWriter(file)
	const sentence = "Envoys of Norland and Sudland met in Port Amber on Thursday, officials said.\n"
	for range megabytes << 20 / len(sentence) {
		_, err := out.WriteString(sentence)
		ts.Check(err)
	}
	ts.Check(out.Flush())
}

// writeBytes writes a file that a script cannot hold as it is: bytes FILE
// HEXADECIMAL.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	content, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
}

// lines checks how many lines a file has: lines FILE NUMBER.
func lines(ts *testscript.TestScript, negated bool, args []string) {
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); (got == want) == negated {
		ts.Fatalf("%s has %d lines", args[0], got)
	}
}
