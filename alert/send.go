package alert

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/smtp"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
)

func sortByTime(messages []Message) {
	slices.SortStableFunc(messages, func(a, b Message) int { return cmp.Or(a.Made.Compare(b.Made), cmp.Compare(a.Key, b.Key)) })
}

// Post sends messages to the places that rules name: "-" for standard output,
// the path of a file, "mailto:" with an address, the address of a webhook.
type Post struct {
	Out io.Writer // standard output
	// Server is the mail server: smtp://user:password@host:port, or smtps;
	// From the address that mail comes from.
	Server, From string
	Client       *http.Client
	Timeout      time.Duration // for one delivery
}

// Send implements Sender.
func (p *Post) Send(ctx context.Context, to string, m Message) error {
	ctx, stop := context.WithTimeout(ctx, p.Timeout)
	defer stop()
	switch {
	case to == "-":
		_, err := fmt.Fprintln(p.Out, line(m))
		return err
	case strings.HasPrefix(to, "mailto:"):
		return p.mail(ctx, strings.TrimPrefix(to, "mailto:"), m)
	case strings.HasPrefix(to, "http://"), strings.HasPrefix(to, "https://"):
		return p.post(ctx, to, m)
	}
	return appendTo(to, m)
}

// line is a message on one line.
func line(m Message) string {
	return strings.Join(strings.Fields(m.Made.Format(time.RFC3339)+" "+m.Subject+" · "+m.Text), " ")
}

func appendTo(file string, m Message) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return &parley.Error{Kind: parley.ReadOnly, Subject: file, Problem: "the alert cannot be written", Err: err}
	}
	_, err = fmt.Fprintln(f, line(m))
	return errors.Join(err, f.Close())
}

// post sends a message to a webhook as JSON. The key tells the receiver what it
// has had already.
func (p *Post) post(ctx context.Context, address string, m Message) error {
	told := m
	told.Pending = nil
	body, err := json.Marshal(told)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", m.Key)
	response, err := p.Client.Do(request)
	if err != nil {
		return unreached(address, err)
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, io.LimitReader(response.Body, 1<<16))
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return unreached(address, fmt.Errorf("it answered %s", response.Status))
	}
	return err
}

func unreached(place string, err error) error {
	if u, parseError := url.Parse(place); parseError == nil {
		place = u.Redacted()
	}
	return &parley.Error{Kind: parley.Unavailable, Subject: place, Problem: "the alert was not delivered", Err: err, Mend: "it is tried again"}
}

// mail sends a message through the user's mail server.
func (p *Post) mail(ctx context.Context, to string, m Message) error {
	server, err := url.Parse(p.Server)
	if err != nil || server.Host == "" || p.From == "" {
		return &parley.Error{Kind: parley.Invalid, Subject: "mailto:" + to, Problem: "there is no mail server to send it through", Mend: "set PARLEY_SMTP to smtp://user:password@host:587 and PARLEY_MAIL_FROM to an address"}
	}
	if strings.ContainsAny(to+p.From, "\r\n") {
		return &parley.Error{Kind: parley.Invalid, Subject: "mailto:" + to, Problem: "that is no address"}
	}
	client, err := p.dial(ctx, server)
	if err != nil {
		return unreached(p.Server, err)
	}
	defer client.Close()
	if err := p.converse(client, server, to, m); err != nil {
		return unreached(p.Server, err)
	}
	return nil
}

func (p *Post) dial(ctx context.Context, server *url.URL) (*smtp.Client, error) {
	port := map[string]string{"smtp": "587", "smtps": "465"}[server.Scheme]
	if port == "" {
		return nil, fmt.Errorf("%q is no scheme of a mail server: write smtp or smtps", server.Scheme)
	}
	host := net.JoinHostPort(server.Hostname(), cmp.Or(server.Port(), port))
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", host)
	if err != nil {
		return nil, err
	}
	if deadline, ok := ctx.Deadline(); ok {
		if err := conn.SetDeadline(deadline); err != nil {
			return nil, errors.Join(err, conn.Close())
		}
	}
	if server.Scheme == "smtps" {
		conn = tls.Client(conn, &tls.Config{ServerName: server.Hostname()})
	}
	client, err := smtp.NewClient(conn, server.Hostname())
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return client, nil
}

// converse hands a message to a mail server. Credentials go over an encrypted
// connection only.
func (p *Post) converse(client *smtp.Client, server *url.URL, to string, m Message) error {
	if ok, _ := client.Extension("STARTTLS"); ok && server.Scheme == "smtp" {
		if err := client.StartTLS(&tls.Config{ServerName: server.Hostname()}); err != nil {
			return err
		}
	}
	if password, ok := server.User.Password(); ok {
		if err := client.Auth(smtp.PlainAuth("", server.User.Username(), password, server.Hostname())); err != nil {
			return err
		}
	}
	if err := client.Mail(p.From); err != nil {
		return err
	}
	if err := client.Rcpt(to); err != nil {
		return err
	}
	w, err := client.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(p.letter(to, m)); err != nil {
		return err
	}
	if err := w.Close(); err != nil { // the server has it when this succeeds
		return err
	}
	_ = client.Quit()
	return nil
}

// letter is a message as mail. Its Message-ID follows from the key, so that a
// mailbox can tell what it has had already.
func (p *Post) letter(to string, m Message) []byte {
	sum := sha256.Sum256([]byte(m.Key))
	domain := p.From[strings.LastIndexByte(p.From, '@')+1:]
	var b bytes.Buffer
	for _, header := range [][2]string{
		{"From", p.From}, {"To", to}, {"Subject", mime.QEncoding.Encode("utf-8", strings.Join(strings.Fields(m.Subject), " "))}, {"Date", m.Made.Format(time.RFC1123Z)},
		{"Message-ID", "<" + hex.EncodeToString(sum[:12]) + "@" + domain + ">"}, {"MIME-Version", "1.0"}, {"Content-Type", "text/plain; charset=utf-8"}, {"Content-Transfer-Encoding", "8bit"},
	} {
		fmt.Fprintf(&b, "%s: %s\r\n", header[0], header[1])
	}
	b.WriteString("\r\n" + strings.ReplaceAll(m.Text, "\n", "\r\n") + "\r\n")
	return b.Bytes()
}
