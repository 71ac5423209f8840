// Package eventdata gives readings the shapes in which event data is exchanged:
// PLOVER 2.0 JSON Lines, the columns of POLECAT and those of GDELT 2.0.
//
// A Coder codes each event, verbal act and statement of a reading once, by CAMEO
// and by PLOVER (tables/codes.tsv, modes.tsv, intents.tsv); each format only lays
// out what was coded. A field that the text or the lexicon does not give stays
// empty. Every format has fields of Parley's own behind those of the standard:
// its type and status, and the evidence, with offsets into title + newline + text.
package eventdata
