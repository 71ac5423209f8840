// Package events finds what was done, is under way or is planned: the meetings,
// agreements, attacks, sanctions and other events of PLOVER that a text
// reports, each once, with who, when, where, how far it has come and what was
// counted.
//
// The lexicon says which words report which event and in which grammatical
// roles its actors stand. Each such word of a sentence is a trigger; its
// clause gives the rest: roles from the dependency tree, status from tense,
// auxiliaries, modifiers and governing verbs (tables/status.tsv), means from
// the words around it (tables/modes.tsv), counts from its numbers
// (tables/figures.tsv), contexts from its other words (tables/contexts.tsv).
// Small sets of words to which rules apply stand in tables/nouns.tsv, by role.
// Triggers that speak of one event are merged. Verbal acts, demands, refusals,
// accusations and the like, are read by the same rules (Acts).
package events
