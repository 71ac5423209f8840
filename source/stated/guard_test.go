package stated

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestPanicBecomesAnError(t *testing.T) {
	t.Parallel()
	parse := func(data []byte) (err error) {
		defer Guard(&err)
		_ = data[7]
		return nil
	}
	if err := parse(make([]byte, 8)); err != nil {
		t.Error(err)
	}
	if err := parse(nil); parley.KindOf(err) != parley.Invalid || !strings.Contains(err.Error(), "out of range") {
		t.Errorf("the panic became %v", err)
	}
}
