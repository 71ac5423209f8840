// Package attribution finds who communicates what in a text, and what the text
// says that somebody thinks: the cue, its source and its content, from direct,
// indirect and mixed speech, "according to", nouns of speech, headlines and
// quotations that go on without a cue. The words that report stand in tables/.
package attribution
