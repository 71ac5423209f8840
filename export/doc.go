// Package export turns views and readings into bytes: pages of text for a
// terminal, JSON Lines and Markdown. It lays out what a view says and computes
// nothing of its own.
package export
