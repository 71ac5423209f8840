package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"syscall"
)

// ErrGuarded is the cause where an address is not one of the open web.
var ErrGuarded = errors.New("the address is not one of the open web")

// guarded are stretches of the IPv4 internet that no news comes from: IANA's
// registry of special-purpose addresses, multicast, the reserved end, and the
// one public address that a cloud uses for its machines' metadata.
var guarded = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
	"192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"168.63.129.16/32",
)

// Of IPv6 only global unicast is open, without what tunnels, tests and
// documents use. nat64 wraps IPv4 addresses, which are judged as what they are
// (RFC 6052).
var (
	global  = netip.MustParsePrefix("2000::/3")
	special = prefixes("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
	nat64   = netip.MustParsePrefix("64:ff9b::/96")
)

func prefixes(texts ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, text := range texts {
		out = append(out, netip.MustParsePrefix(text))
	}
	return out
}

// open tells whether an address belongs to the open web.
func open(a netip.Addr) bool {
	a = a.WithZone("").Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	if a.Is4() {
		return !within(guarded, a)
	}
	return global.Contains(a) && !within(special, a)
}

func within(list []netip.Prefix, a netip.Addr) bool {
	for _, p := range list {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// control judges the address of a connection that is about to be made.
func (f *Fetcher) control(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", ErrGuarded, address)
	}
	if a := at.Addr().WithZone("").Unmap(); !open(a) && !within(f.options.Allow, a) {
		return fmt.Errorf("%w: %s", ErrGuarded, a)
	}
	return nil
}

// triedAddresses is how many addresses of one name are tried.
const triedAddresses = 4

// dial connects to the first address of a host that answers.
func (f *Fetcher) dial(ctx context.Context, network, hostAndPort string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(hostAndPort)
	if err != nil {
		return nil, err
	}
	addresses, err := f.options.Resolve(ctx, host)
	if err != nil {
		return nil, err
	}
	dialer := net.Dialer{Timeout: connectTime, Control: f.control}
	err = fmt.Errorf("%s has no address", host)
	for _, a := range addresses[:min(len(addresses), triedAddresses)] {
		var connection net.Conn
		if connection, err = dialer.DialContext(ctx, network, net.JoinHostPort(a.String(), port)); err == nil {
			return connection, nil
		}
	}
	return nil, err
}

func resolve(ctx context.Context, host string) ([]netip.Addr, error) {
	if a, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{a}, nil
	}
	return net.DefaultResolver.LookupNetIP(ctx, "ip", host)
}
