// Package robots reads robots.txt: which addresses of a site a program may
// fetch, by the Robots Exclusion Protocol (RFC 9309).
//
//	rules := robots.Parse(body, "Parley")
//	if rules.Allows("/news/feed?page=2") { … }
//
// The group that names the program counts, else the group for all ("*"); several
// groups with one name are one. The longest rule that fits an address decides,
// and of two as long the one that allows. "*" stands for any characters, a "$" at
// the end of a rule for the end of the address. Lines that are not understood are
// passed over.
package robots
