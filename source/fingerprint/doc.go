// Package fingerprint tells texts that are copies of each other: reprints of a
// wire story, the same article under two addresses, a text shortened, retouched
// or given a new first sentence. Ten reprints are one source.
//
//	a, b := fingerprint.Of(one), fingerprint.Of(other)
//	fingerprint.Similar(a, b)  // whether they are copies
//	a.Keys()                   // copies share a key, so they can be looked up
//	fingerprint.Groups(all)    // the copies among many, in time linear in their number
//
// A text is taken as the set of its shingles, three words in a row, in small
// letters and without punctuation. The fingerprint holds MinHash values of that
// set and of the set of its first sixty words (A. Broder, On the resemblance and
// containment of documents, 1997), 16 bits each (P. Li, A. C. König, b-Bit
// Minwise Hashing, 2010). Two texts are copies where nearly all of the shorter
// one is in the longer one, the longer one is not many times as long, and the
// opening of one is found in the other, at least in part. The last condition
// keeps apart pages that share a long tail of other stories' summaries. A short
// text that a live page quotes among others is no copy, nor is a text whose
// opening paragraphs were all written anew.
//
// A fingerprint is a function of the text alone, on every machine and in every
// version that keeps the tests of this package.
package fingerprint
