// Package feed reads feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom and JSON Feed, and
// sitemaps, those for news first of all.
//
//	<rss version="2.0"><channel>
//	 <title>Norland Post</title> <link>https://post.example/</link>
//	 <item>
//	  <title>Talks resume</title> <link>https://post.example/7</link> <guid>tag:7</guid>
//	  <pubDate>Mon, 24 Nov 2025 18:05:00 +0200</pubDate>
//	  <description>Envoys met in Geneva on Monday.</description>
//	 </item>
//	</channel></rss>
//
// Each item states what a document states, in the feed's own words: the time as
// it is written, so that a zone such as "EAT" is not lost, and the text with its
// marks taken off. An item's id is its address's host and a hash of what the
// feed names it by (guid or Atom id, else its address): two items of a feed never
// share one, and an item that the feed changes keeps its own. A guid that items
// with different pages share names none of them.
//
// Feeds are often broken. Characters that XML forbids are dropped, entities that
// it does not know are read as HTML's, the character set is the one that the
// bytes fit. Of a feed that breaks off or breaks in the middle, all items that can
// be read alone are given, and an error of kind Partial says how many are lost.
//
// No address is fetched, and entities that a document type declares are never
// expanded.
package feed
