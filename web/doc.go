// Package web shows the record in a browser: pages made on the server from
// views, each with a stable address, complete without JavaScript and better with
// a little of it.
//
// A page is one file here and one template of the same name below pages. It is
// given a [visit], which knows the dossier and the day that the reader looks
// from, asks package view, and hands what it got to its template; it computes
// nothing that another way of looking would want too. What comes out of a page in
// other forms (CSV, JSON Lines, Markdown, iCalendar, Atom) is written by package
// export.
//
// Text from outside is never trusted: templates escape it, [foreign] isolates
// its direction and shows its hidden characters, and the headers forbid scripts
// and styles that are not the server's own files.
package web
