// Package opml reads and writes OPML 2.0, the lists of feeds that feed readers
// exchange:
//
//	<opml version="2.0"><head><title>Feeds</title></head><body>
//	 <outline text="Norland">
//	  <outline type="rss" text="Norland Post" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/>
//	 </outline>
//	</body></opml>
//
// Groups are read through and not kept. Entities that a document type declares
// are never expanded, and nothing is fetched.
package opml
