package fetch

import (
	"net/netip"
	"testing"
)

func TestOnlyTheOpenWebIsOpen(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"93.184.215.14": true, "8.8.8.8": true, "172.32.0.1": true, "100.63.255.255": true, "2606:2800:220::1": true, "64:ff9b::808:808": true, "::ffff:8.8.8.8": true,
		"0.0.0.0": false, "10.0.0.1": false, "100.64.0.1": false, "100.100.100.200": false, "127.0.0.1": false, "127.255.255.254": false,
		"169.254.169.254": false, "172.16.0.1": false, "172.31.255.255": false, "192.0.0.192": false, "192.168.1.1": false, "198.18.0.1": false,
		"203.0.113.7": false, "224.0.0.251": false, "239.255.255.250": false, "240.0.0.1": false, "255.255.255.255": false, "168.63.129.16": false,
		"::": false, "::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "64:ff9b::a9fe:a9fe": false,
		"64:ff9b:1::1": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "fd00:ec2::254": false, "ff02::1": false, "2001::1": false,
		"2002:7f00:1::": false, "2001:db8::1": false, "3fff::1": false, "fec0::1": false,
	} {
		if got := open(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: open %v", address, got)
		}
	}
}

func TestRedact(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://post.example/feed?page=2":                         "https://post.example/feed?page=2",
		"https://ida:geheim@post.example/feed":                     "https://…@post.example/feed",
		"https://post.example/feed?api_key=1&page=2&AUTH=x":        "https://post.example/feed?api_key=…&page=2&AUTH=…",
		"https://post.example/feed?X-Amz-Signature=1#access_token": "https://post.example/feed?X-Amz-Signature=…",
		"http://[": "an address that cannot be read",
	} {
		if got := Redact(address); got != want {
			t.Errorf("%s: %s", address, got)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("https://ida:geheim@post.example/feed?token=1;key=%zz")
	f.Fuzz(func(t *testing.T, address string) {
		Redact(address)
		if u, err := webAddress(address); err == nil {
			if _, err := webAddress(u.String()); err != nil {
				t.Errorf("%q does not come back from %q", address, u)
			}
		}
	})
}
