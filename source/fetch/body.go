package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
)

// read gives the body of an answer, unpacked. broken says why it ends too
// early; what came before is given all the same.
func (f *Fetcher) read(ctx context.Context, answer *http.Response) (body []byte, broken, err error) {
	input, err := unpacked(answer)
	if err != nil {
		return nil, nil, err
	}
	body, err = io.ReadAll(io.LimitReader(input, f.options.Limit+1))
	switch {
	case int64(len(body)) > f.options.Limit:
		return nil, nil, errSize
	case err == nil:
		return body, nil, nil
	case context.Cause(ctx) != nil:
		return nil, nil, context.Cause(ctx)
	case len(bytes.TrimSpace(body)) == 0:
		return nil, nil, err
	}
	return body, err, nil
}

// unpacked reads an answer in the one content coding that it may have.
func unpacked(answer *http.Response) (io.Reader, error) {
	coding := strings.ToLower(strings.TrimSpace(strings.Join(answer.Header.Values("Content-Encoding"), ", ")))
	switch coding {
	case "", "identity":
		return answer.Body, nil
	case "br":
		return brotli.NewReader(answer.Body), nil
	case "gzip", "x-gzip":
		input := bufio.NewReader(answer.Body)
		if head, _ := input.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) { // declared and not done, as some servers do
			return input, nil
		}
		return gzip.NewReader(input)
	}
	return nil, fmt.Errorf("its content coding %.60q is not read", coding)
}
