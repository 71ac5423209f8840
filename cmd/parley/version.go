package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Which parley this is, and which reader",
		Long: `Version names this parley and its reader: the rules, lexicon and model together. The
same reader gives the same reading of the same article.`,
		Example: `  parley version`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			reader, err := p.reader()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "parley %s, reader %s\n", buildVersion(), reader.Version())
			return err
		},
	}
}

// buildVersion is what the Go toolchain wrote into the binary: the module's
// version, else the commit it was built from, else "development".
func buildVersion() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "development"
	}
	if v := build.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, setting := range build.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value[:min(len(setting.Value), 12)]
		}
	}
	return "development"
}
