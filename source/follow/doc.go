// Package follow follows feeds, sitemaps, pages and folders: it looks at each
// when its time has come, and gives what is new or has been edited.
//
//	f := &follow.Follower{Fetch: fetch.New(fetch.Options{}), Keeper: record, Every: 30 * time.Minute}
//	err := f.Add(ctx, "https://post.example/feed", "/home/ida/clippings")
//	next, err := f.Round(ctx, false) // then read what waits, sleep until next, and again
//
// # Nothing lost, nothing twice
//
// Everything a follower knows of a source is its [State]. A [Keeper] keeps the
// state after a look, together with the documents that the look gave, as
// one step. A process that is killed has either done that step or not: where
// it has, the documents are there and will not be given again; where it has not,
// the next look gives them.
//
// # What is new
//
// An item is new where its feed's name for it was not seen before, and edited
// where its words or its page's address have changed; then it is given
// again, as another version of the same document. A change of its date alone is
// none: some feeds write the present time into every item. The marks by which this is
// told cover the present items and at least a thousand former ones.
//
// An item without an own text has what the feed gives as its summary; with Pages
// set, its page is fetched and read for the whole article. A page that cannot be
// had for the moment is tried again with the next looks, and after the third in
// vain the summary is taken. A date that lies in the future is taken for unknown.
//
// A page that was read for an item is looked at again, after an hour first and then
// less and less often for some days; what has changed is given as another version. The
// feed would say nothing of it.
//
// An address that gives HTML is a page: one article, or a live blog's posts. It is
// given again whenever its words change.
//
// # When
//
// A source is looked at every so often, give or take a tenth. After failures
// the pause doubles up to a day; a server that says how long to stay away is
// believed up to a week. What is gone for good is not asked for again. An address that moved
// for good is followed to its new place once that place has given a feed.
package follow
