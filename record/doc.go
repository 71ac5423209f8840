// Package record folds what single documents say into what they say together:
// one entry for the meeting that nine outlets reported, its status as it
// changed, and the sources' accounts side by side where they contradict.
//
// The fold is a pure function of a set of mentions (the items of readings),
// whatever the order in which they came:
//
//   - A mention that says its day (or, of other kinds, its words or its party
//     and issue) is an anchor. Its block keys are computed from it alone.
//     Anchors that share a key, directly or through others, are a
//     neighbourhood; inside it the rules for the kind decide which are one, a
//     core.
//   - A mention that leaves its day open ("last week's talks", "the fifth
//     round") is a follower. It joins a core where just one core, near the
//     time when it was told or of the same number, is compatible with it. A
//     follower never joins two cores to one, so that no chain of vague mentions
//     swallows a dossier. Followers that find no core are clustered among
//     themselves, month by month.
//   - A core with its followers becomes an entry, with the disputes that lie in
//     it. The entry has the id of its canonically first member: earliest told,
//     then document key, then place in the document.
//
// [Add] brings one document's reading into a store by folding again only what
// the reading touches; [Fold] folds a whole set of mentions at once, as a view
// of the past needs it. Both go through the same rules and give the same
// entries.
package record
