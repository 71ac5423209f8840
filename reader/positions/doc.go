// Package positions finds where each party stands on each issue, and what is on
// the table.
//
// A stance is taken by one of these, each with a table of its words:
//
//   - a word that takes it: "demands", "ready", "refusal" (stances.tsv), also
//     where it is given up: "dropped its demand" (reversals.tsv);
//   - a deed that shows it, done, planned or denied: "lifted sanctions", "will
//     close the strait" (deeds.tsv, intents.tsv), also by its noun: "ordered the
//     lifting of sanctions" (nominals.tsv);
//   - a modal verb in what somebody says: "must withdraw" (modals.tsv);
//   - a judgement of a speaker: "is unacceptable" (judgements.tsv), "is off the
//     table" (closed.tsv);
//   - what a side calls a thing ("described the sanctions as unjust"), says that it is after
//     or says to be against the law (roles.tsv);
//   - an open decision: "no decision on", "under review";
//   - force that is condemned by a word which points back to it ("these events are
//     unacceptable"), what one will not stand by at, and what is of no use;
//   - what a thing is made to hang on, or comes about with alone;
//   - an evil that a speaker foretells another side: "would face sanctions";
//   - whose side one is on, what there is need of and who it is up to ("we are against
//     the war", "a truce is needed");
//   - what another side is to do or to leave lest talks or a deal come to nothing ("the talks will fail if Sudmark
//     insists on tariffs");
//   - whose a land is held to be ("considers the valley part of its territory");
//   - why an envoy is called in ("summoned the ambassador to explain");
//   - what is done to bring another side to a deed ("to force Norland to withdraw");
//   - what somebody is to do lest something follow: "if it does not withdraw, we
//     will act", and what a list of demands holds.
//
// The subject or owner of the word gives holder and party, or the speaker where
// that is "we" or where nobody is named. Rebels and protesters are a party of their own
// ("Norlandic rebels") where the text tells of which state they are. The issue is that of the lexicon's
// phrases which stands nearest below the word in the tree, by weight and
// distance; each member of a coordination may have one. "This" and "such measures" are
// about the only issue of the sentence before. What somebody says of
// another party's stance is left out, as is what stands in a condition, in a
// question, or in what somebody else demands. Where party or issue is not said
// there is no position; but a word that takes a stance on whatever it governs
// (roles.tsv: "condemned the remarks of the minister") is one on "other" where none of
// the lexicon's issues is told. Whether the stance is on the thing or on its end, the words
// between the two say (aims.tsv).
//
// A proposal is a plan, offer or draft that has an author, a number of points or
// a reply (plans.tsv), or what a party offers to do; its points are what the text
// says that it contains, what is to be done under it, and the items of a list; its
// responses what parties are said to make of it
// (replies.tsv) or where they stand on what is offered.
package positions
