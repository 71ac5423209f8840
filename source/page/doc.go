// Package page reads an article out of an HTML page: its headline, its
// paragraphs, who wrote it, when and where it was published. For
//
//	<html><head>
//	 <link rel="canonical" href="https://post.example/talks">
//	 <meta property="article:published_time" content="2025-11-24T18:05:00+02:00">
//	</head><body>
//	 <nav>…</nav><article><h1>Talks resume</h1><p>Envoys met in Geneva …</p></article>
//	</body></html>
//
// it states the address, the outlet post.example, the time, the headline and
// the text, with an empty line between paragraphs. Navigation, captions, scripts,
// forms and lines of site furniture are left out; headings inside the article
// stay. When the page was changed last is stated apart from when it was published.
//
// A live blog holds many posts, each with a time of its own; [Posts] gives them.
//
// The character set is UTF-8 where the bytes are, else the one that the page or
// its carrier declares, else Windows-1252, as browsers do.
//
// Which part of the page is the article is told by go-readability, Mozilla's
// Readability in Go.
package page
