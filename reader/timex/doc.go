// Package timex finds the time expressions of a text and says which days they
// mean: "Thursday", "over the weekend", "two days ago", "the end of May 2022",
// "10:30 p.m.".
//
// Types, values and modifiers follow TIMEX3 (TimeML 1.2.1, and the TempEval-3
// guidelines where those are silent). Beside the TIMEX3 value, which may be
// partial, an expression carries the calendar days it covers where the text and
// its publication date settle them, and nothing where they do not.
//
// The work goes in four steps. Sentences are cut into atoms, runs of letters or
// digits, finer than tokens ("12-14", "10pm"). A grammar over atoms, compiled
// once from tables/grammar.txt with the words of tables/words.tsv and the days
// of tables/holidays.tsv and tables/feasts.tsv, finds each expression and fills in its features
// (meaning). Resolution turns features into a calendar period, given the day of
// publication, the tense of the governing verb and the dates that came before.
// Last, the two ends of a range are joined.
package timex
