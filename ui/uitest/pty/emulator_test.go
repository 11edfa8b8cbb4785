package pty_test

import (
	"strings"
	"testing"

	"waymark/ui/uitest/pty"
)

func TestEmulatorDraws(t *testing.T) {
	for name, c := range map[string]struct{ send, want string }{
		"text wraps":              {"abcdefgh", "abcdef|gh    |      "},
		"the last column waits":   {"abcdef\rX", "Xbcdef|      |      "},
		"lines scroll":            {"a\r\nb\r\nc\r\nd", "b     |c     |d     "},
		"moves":                   {"\x1b[2;3Hx\x1b[Ay\x1b[3Dz", " z y  |  x   |      "},
		"columns and rows":        {"\x1b[3dx\x1b[4Gy", "      |      |x  y  "},
		"erase to the end":        {"abcdef\x1b[3G\x1b[K", "ab    |      |      "},
		"erase some":              {"abcdef\x1b[2G\x1b[2X", "a  def|      |      "},
		"erase above":             {"abcdef\r\nxyz\x1b[1J", "      |      |      "},
		"erase below":             {"abc\r\nxyz\r\nq\x1b[2;2H\x1b[J", "abc   |x     |      "},
		"delete and insert":       {"abcdef\x1b[2G\x1b[2P\x1b[@", "a def |      |      "},
		"delete lines":            {"a\r\nb\r\nc\x1b[1;1H\x1b[M", "b     |c     |      "},
		"insert lines":            {"a\r\nb\r\nc\x1b[2;1H\x1b[L", "a     |      |b     "},
		"a region scrolls":        {"a\r\nb\r\nc\x1b[2;3r\x1b[3;1H\n", "a     |c     |      "},
		"a region scrolls back":   {"a\r\nb\r\nc\x1b[1;2r\x1b[1;1H\x1bM", "      |a     |c     "},
		"repeat":                  {"ab\x1b[3b", "abbbb |      |      "},
		"wide characters":         {"a世b", "a世b  |      |      "},
		"accents join":            {"we\u0302", "we\u0302    |      |      "},
		"titles are not text":     {"\x1b]0;title\x07a\x1b]2;t\x1b\\b", "ab    |      |      "},
		"styles are not text":     {"\x1b[1;38;2;1;2;3ma\x1b[mb", "ab    |      |      "},
		"another screen":          {"a\x1b[?1049hb\x1b[?1049l", "a     |      |      "},
		"tabs stop at the border": {"a\tb", "a    b|      |      "},
	} {
		t.Run(name, func(t *testing.T) {
			whole, parts := pty.NewEmulator(6, 3, nil), pty.NewEmulator(6, 3, nil)
			_, _ = whole.Write([]byte(c.send))
			for i := range len(c.send) {
				_, _ = parts.Write([]byte(c.send[i : i+1]))
			}
			for _, e := range []*pty.Emulator{whole, parts} {
				if got := strings.Join(e.Lines(), "|"); got != c.want {
					t.Errorf("got  %q\nwant %q", got, c.want)
				}
			}
		})
	}
}

func TestEmulatorAnswers(t *testing.T) {
	for send, want := range map[string]string{
		"\x1b[c":           "\x1b[?62;22c",
		"\x1b[3;5H\x1b[6n": "\x1b[3;5R",
		"\x1b]11;?\x07":    "\x1b]11;rgb:0c0c/0c0c/0c0c\x1b\\",
		"\x1b[?2026$p":     "\x1b[?2026;0$y",
		"\x1b[?25$p":       "\x1b[?25;1$y",
	} {
		got := ""
		e := pty.NewEmulator(20, 5, func(s string) { got += s })
		_, _ = e.Write([]byte(send))
		if got != want {
			t.Errorf("%q is answered %q, want %q", send, got, want)
		}
	}
}
