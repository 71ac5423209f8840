// Package desk is what a person does with the record: puts right what was read
// wrong, adds what no article says, and says what it trusts.
//
// Whoever corrects names an entry; what is kept names the mentions that the
// entry folds in, each by its place in its document (see [parley.Correction]).
// So a correction holds when a later article joins two entries, and when all
// documents are read anew. What is in force on an entry stands in its
// Corrections; everything that was ever done is kept.
package desk
