package fetch

import (
	"testing"
	"time"
)

func FuzzRetryAfter(f *testing.F) {
	f.Add("120")
	f.Add("Mon, 24 Nov 2025 18:05:00 GMT")
	f.Add("-7")
	f.Fuzz(func(t *testing.T, value string) {
		if pause := retryAfter(value, time.Unix(0, 0)); pause < 0 || pause > longestRest {
			t.Fatalf("%q is a rest of %v", value, pause)
		}
	})
}
