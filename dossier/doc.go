// Package dossier is the one place of relevance: it says which of the
// negotiations that a user follows a document belongs to, and why, before the
// document is read.
//
// A dossier is a small file that a user writes:
//
//	name = "Norland and Sudmark"
//	parties = ["NOR", "SWE"]
//
//	[[watch]]
//	weight = 5
//	words = ["grain corridor", "Lake Accord"]
//
//	[[issue]]
//	id = "grain-corridor"
//	words = ["grain corridor", "grain export"]
//
// See docs/dossiers.md for all of it. The format is TOML, since a dossier is
// lists of words with a few settings, written by hand: its strings are quoted, so
// that no party becomes a truth value and no title a mapping; indentation says
// nothing; comments are kept beside what they explain. A table of tab-separated
// values, as the lexicon has them, would need a file for each kind of row.
//
// # Relevance
//
// A text is cut into passages of some forty words. A passage speaks of a dossier
// where the names of its parties, of others that matter to it and its watched
// words weigh enough together (see [Set.Assign]). The document belongs to the
// dossier where enough of its text stands in such passages, with something added
// where the headline or the opening is one. So one mention in passing makes no
// relevance, and neither does one word alone, unless it can mean nothing else.
//
// The names are the lexicon's: states with their adjectives, peoples and seats,
// bodies, groups, and people in all spellings. A name or watched word in a longer
// one that means somebody else ("Sudan" in "South Sudan") is not found.
//
// Assignments depend on the document and the dossiers alone. A document may
// belong to several, or to none.
package dossier
