// Package english reads English: from raw text to sentences, tokens, lemmas,
// part-of-speech tags, Universal Dependencies trees and names, each with exact
// byte offsets into the text that was given.
//
// Text may be anything that reaches a newsroom: agency copy with datelines,
// headlines without a full stop, run-together paragraphs, Markdown debris,
// unbalanced quotation marks, bytes that are not UTF-8. Parse never fails and
// takes time linear in the length of its input.
//
// Tokens follow the conventions of the UD English Web Treebank: "don't" is
// do|n't, "Kovar's" is Kovar|'s, "$5" is $|5, "28-point" is 28|-|point, while
// "U.S.", "e-mail" and "co-chair" stay whole.
package english
