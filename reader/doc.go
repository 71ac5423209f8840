// Package reader reads one document: who said what, what happened when, who
// stands where. A reading is a pure function of document, lexicon and model.
//
// The work goes in layers, each a package below this one that builds on the
// ones before: timex finds when, actors who, attribution who says what, events
// what was done or is planned, positions where each party stands and what is
// on the table. This package runs them in turn and puts the reading together.
package reader
