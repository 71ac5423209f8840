package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

// widestHelp is beyond which width help gets hard to read.
const widestHelp = 100

// fitHelp wraps the help of a command and of all below it to a width.
func fitHelp(cmd *cobra.Command, width int) {
	width = min(width, widestHelp)
	cmd.SetUsageTemplate(strings.NewReplacer(
		".LocalFlags.FlagUsages ", ".LocalFlags.FlagUsagesWrapped "+strconv.Itoa(width)+" ",
		".InheritedFlags.FlagUsages ", ".InheritedFlags.FlagUsagesWrapped "+strconv.Itoa(width)+" ",
	).Replace(cmd.UsageTemplate()))
	fitText(cmd, width)
}

func fitText(cmd *cobra.Command, width int) {
	paragraphs := strings.Split(cmd.Long, "\n\n")
	for i, paragraph := range paragraphs {
		paragraphs[i] = filledLines(strings.Fields(paragraph), width)
	}
	cmd.Long = strings.Join(paragraphs, "\n\n")
	for _, below := range cmd.Commands() {
		fitText(below, width)
	}
}

// fieldsInWords names the fields of each kind of entry; kinds that have the same share
// them.
func fieldsInWords(fields func(parley.EntryKind) []string) string {
	var kinds, sentences []string
	for i, kind := range parley.EntryKinds {
		kinds = append(kinds, string(kind)+"s")
		names := fields(kind)
		if i+1 < len(parley.EntryKinds) && slices.Equal(names, fields(parley.EntryKinds[i+1])) {
			continue
		}
		if len(names) > 0 {
			sentences = append(sentences, "Of "+export.Series(kinds)+": "+strings.Join(names, ", ")+".")
		}
		kinds = nil
	}
	return strings.Join(sentences, " ")
}

// filledLines sets words in lines of at most width characters.
func filledLines(words []string, width int) string {
	var b strings.Builder
	used := 0
	for i, word := range words {
		switch {
		case i == 0:
		case used+1+len(word) > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += len(word)
	}
	return b.String()
}
