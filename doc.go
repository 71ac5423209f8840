// Package parley holds the vocabulary of Parley: the words that its packages
// exchange, with their invariants.
//
// News about a negotiation comes in as a [Document]. Reading one gives a
// [Reading]: the [Statement]s, [Event]s, [Position]s and [Proposal]s that this
// one document reports, each with the [Span]s that support it. All readings
// together fold into the record, whose lines are [Entry] values.
//
// Everything that a reading or an entry asserts points at the words it came
// from ([Evidence]); what no words support is absent. The package does no
// input or output, asks no questions of a store and parses nothing.
package parley
