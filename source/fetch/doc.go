// Package fetch gets pages and feeds from the web: safely, since the servers are
// strangers, and politely, since Parley is a guest.
//
//	f := fetch.New(fetch.Options{Agent: "Parley/1.0"})
//	got, err := f.Get(ctx, fetch.Request{Address: "https://post.example/feed", ETag: known})
//
// # Safety
//
// Only http and https are spoken. A name is resolved first and the address that
// comes of it is judged when the connection is made, for every redirect anew:
// addresses of the machine itself, of private networks, of links, of clouds'
// metadata, multicast and reserved ones are refused unless they are allowed by
// name, also where an IPv6 address wraps them. So a name that resolves to another address
// the second time gains nothing. Proxies named in the environment are
// not used, since nothing could be judged behind them. Time, size (after unpacking),
// headers and redirects have limits; of several content codings one upon the other
// none is unpacked. No cookie is kept, and a user name and password in an
// address go to that address alone, not to where it redirects.
//
// # Politeness
//
// The robots.txt of a site is read first, kept for a day, and obeyed, also
// where a redirect leads; a site whose robots.txt fails is left alone. Of one host one
// thing is asked at a time, with a pause between that the site can lengthen. A
// host that answers 429 or 503 is left alone for as long as it says.
// Nothing is retried here: when to try again is for the caller to say.
//
// # Errors
//
// All are *parley.Error about the address, without credentials in it. Behind
// one, errors.As finds a *Refusal where a server answered no, and errors.Is
// ErrRobots, ErrGuarded.
package fetch
