package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/model"
)

func TestCleanBlock(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Books show it.", "Books show it."},
		{"empty", "", ""},
		{"blank", " \r\n\t\u200b\n", ""},
		{"line ends", "a\r\nb\rc\nd\ve\ff\u0085g\u2028h", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"paragraph", "a\u2029b", "a\n\nb"},
		{"around", "\n\n  a  \n\n", "  a"},
		{"two blank lines", "a\n\n\nb", "a\n\n\nb"},
		{"three blank lines", "a\n\n\n\nb", "a\n\nb"},
		{"nine blank lines", "a\n \n\t\n\n\n\n\n\n\n\nb", "a\n\nb"},
		{"excel", "1.1\t3\thigh\n1.2\t2\tlow", "1.1 3 high\n1.2 2 low"},
		{"no-break", "Year\u00a06 and\u202f7\u2007b", "Year 6 and 7 b"},
		{"zero width", "pho\u200bnics\ufeff and\u2060 maths\u00ad", "phonics and maths"},
		{"word bullets", "•\tone\n·\ttwo\n▪ three\no\tfour\n– five\n  • six\n\uf0b7\tseven\n\uf0a7 eight\n◦ nine", "- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine"},
		{"no bullets", "of all\n–5 degrees\n•x\no\n- kept\n— dash\n· ", "of all\n–5 degrees\n•x\no\n- kept\n— dash\n·"},
		{"typography", "“Who’s next?” – she asked… naïve café Tŷ Bach", "“Who’s next?” – she asked… naïve café Tŷ Bach"},
		{"scripts", "العربية עברית हिन्दी 中文 ไทย", "العربية עברית हिन्दी 中文 ไทย"},
		{"joiners", "👩\u200d🏫 👨\u200d👩\u200d👧 می\u200cخواهم", "👩\u200d🏫 👨\u200d👩\u200d👧 می\u200cخواهم"},
		{"variation", "❤\ufe0f 1\ufe0f\u20e3", "❤\ufe0f 1\ufe0f\u20e3"},
		{"flag", "Go 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F!", "Go 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F!"},
		{"tags", "a\U000E0067\U000E0062\U000E007Fb 🏴\U000E0067 🏴\U000E007F 🏴\u200b\U000E0067\U000E007F", "ab 🏴 🏴 🏴"},
		{"many tags", "🏴" + strings.Repeat("\U000E0067", 7) + "\U000E007F", "🏴"},
		{"colours", "\x1b[1;31mred\x1b[0m \u009b32mgreen", "red green"},
		{"title", "\x1b]0;owned\x07a \x1b]0;owned\x1b\\b \u009d0;owned\u009cc", "a b c"},
		{"clipboard", "\x1b]52;c;aGk=\x07x", "x"},
		{"link", "\x1b]8;;http://evil\x1b\\here\x1b]8;;\x1b\\", "here"},
		{"device control", "\x1bPq#0\x1b\\a \u0090x\u009cb \x1b_x\x1b\\c \x1b^x\x1b\\d \x1bXx\x1b\\e \u0098x\u009cf \u009ex\u009cg \u009fx\u009ch", "a b c d e f g h"},
		{"charset", "a\x1b(Bb\x1b%Gc\x1b#8d", "abcd"},
		{"unended", "a\x1b]0;owned\nb\x1b[31", "a\nb"},
		{"lone escapes", "a\x1b\nb\x1b", "a\nb"},
		{"escape twice", "\x1b\x1b[31mred", "red"},
		{"controls", "a\x00b\x07c\bd\x7fe\u0080f", "abcdef"},
		{"bidi", "a\u202eb\u202ac\u2066d\u2069e\u200ef\u200fg\u061ch", "abcdefgh"},
		{"invisible", "a\u2061b\u206fc\ufff9d\ufffbe\ufdd0f\U0001fffeg", "abcdefg"},
		{"bad run", "a\xff\xfe\xc3b", "a\ufffdb"},
		{"bad bytes", "a\xffb\xc3", "a\ufffdb\ufffd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := model.CleanBlock(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			one := strings.Join(strings.Fields(c.want), " ")
			if c.name == "word bullets" { // one line has no list
				one = "• one · two ▪ three o four – five • six \uf0b7 seven \uf0a7 eight ◦ nine"
			}
			if got := model.CleanLine(c.in); got != one {
				t.Errorf("as one line got %q, want %q", got, one)
			}
		})
	}
}

// What a rule keeps is safe but worded as it was typed.
func TestNotesAreKeptAsTyped(t *testing.T) {
	d := newDesk(t, "amy")
	d.do(d.book.WriteNote(d.self(), "n", model.NoteText{Text: "o dan y bont\n\n\n\n• two\x1b[31m\u202e\r\n🏴\U000E0067\U000E007F"}))
	if got, want := d.book.Evaluation().Notes[0].Text, "o dan y bont\n\n\n\n• two\n🏴\U000E0067\U000E007F"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"", "•\tone\r\n\r\n\r\n\r\no two", "\x1b[31mred\x1b]0;t\x07", "\u009b1m\u009d0;\u009c", "👩\u200d🏫", "\xff\xc2\x9b\xc2",
		"🏴\U000E0067\U000E0062\U000E007F\U000E0067", "a\u2029\v\f\u0085b", "\u202e\u2066\u200f", "\x1b(\x1b(B\x1b", "– – x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		block, line := model.CleanBlock(s), model.CleanLine(s)
		for what, out := range map[string]string{"block": block, "line": line} {
			if !utf8.ValidString(out) {
				t.Errorf("%s %q is not valid UTF-8", what, out)
			}
			for _, r := range out {
				switch {
				case r == '\n' && what == "block":
				case r < 0x20, r >= 0x7f && r <= 0x9f:
					t.Errorf("%s %q keeps the control %U", what, out, r)
				case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
					t.Errorf("%s %q keeps the direction mark %U", what, out, r)
				case r == 0x200b, r == 0xfeff, r == 0x2060, r == 0x2028, r == 0x2029:
					t.Errorf("%s %q keeps the hidden %U", what, out, r)
				}
			}
		}
		if again := model.CleanBlock(block); again != block {
			t.Errorf("cleaned again %q becomes %q", block, again)
		}
		if again := model.CleanLine(line); again != line {
			t.Errorf("cleaned again %q becomes %q", line, again)
		}
		if block != strings.Trim(block, "\n") || line != strings.TrimSpace(line) {
			t.Errorf("blank ends are kept: %q, %q", block, line)
		}
	})
}
