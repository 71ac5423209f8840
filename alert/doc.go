// Package alert tells people what they have asked to be told at once: a party
// moved, a meeting was set, moved or fell through, a count passed a number, the
// news of a dossier fell silent. The rules stand in the dossiers.
//
// What is to be told is first written into the record, each thing once, under a
// key of its own, and only then delivered, to a file, to standard output, by
// e-mail or to a webhook. What cannot be delivered waits in the record and is
// tried again; what was delivered is not told to the same place again. A receiver
// that takes a message and is cut off before it says so gets it a second time,
// under the same key.
package alert
