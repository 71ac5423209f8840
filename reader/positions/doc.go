// Package positions finds where each party stands on each issue, and what is on
// the table.
//
// A stance is taken by a word of tables/stances.tsv, by a modal verb in what
// somebody says (tables/modals.tsv), or by both under a condition. The subject
// of the word, or the speaker where the subject is "we", gives holder and
// party; the lexicon's issue phrases in what the word governs give the issue.
// Where party or issue is not said there is no position.
//
// A proposal is a plan, offer or draft that has an author or a name; its points
// are what the text says that it contains, its responses what parties are said
// to make of it (tables/replies.tsv).
package positions
