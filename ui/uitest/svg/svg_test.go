package svg_test

import (
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"strings"
	"testing"

	"waymark/ui/uitest/svg"
)

func picture(w, h int) svg.Picture {
	return svg.Picture{W: w, H: h, Title: "A & B", Ink: color.RGBA{R: 0x11, G: 0x11, B: 0x11, A: 255}, Ground: color.RGBA{R: 0xfa, G: 0xfa, B: 0xfa, A: 255}}
}

func wants(t *testing.T, got string, all ...string) {
	t.Helper()
	for _, want := range all {
		if !strings.Contains(got, want) {
			t.Errorf("the picture lacks %s:\n%s", want, got)
		}
	}
}

func TestEveryWordStandsInItsCells(t *testing.T) {
	got := picture(20, 2).Draw("ab  cd\n   ef")
	wants(t, got,
		`<text x="10" y="23" textLength="16.8" lengthAdjust="spacingAndGlyphs" fill="#111111" xml:space="preserve">ab</text>`,
		`<text x="43.6" y="23" textLength="16.8"`, `<text x="35.2" y="41" textLength="16.8"`)
}

func TestStylesAreKept(t *testing.T) {
	got := picture(20, 1).Draw("\x1b[1;38;2;1;2;3;48;2;4;5;6mhot\x1b[m \x1b[7mback\x1b[m \x1b[4mline\x1b[m")
	wants(t, got,
		`<rect x="10" y="10" width="25.2" height="18" fill="#040506"/>`, `fill="#010203" font-weight="bold" xml:space="preserve">hot<`,
		`<rect x="43.6" y="10" width="33.6" height="18" fill="#111111"/>`, `fill="#fafafa" xml:space="preserve">back<`,
		`text-decoration="underline" xml:space="preserve">line<`)
}

func TestBarsAndRulesHaveNoGaps(t *testing.T) {
	got := picture(4, 1).Draw("─█ß")
	wants(t, got, `<rect x="10" y="18.5" width="8.4" height="1.1" fill="#111111"/>`, `<rect x="18.4" y="10" width="8.4" height="18" fill="#111111"/>`, `>ß</text>`)
}

func TestThePictureCanBeReadWithoutSeeingIt(t *testing.T) {
	got := picture(24, 2).Draw("Levels ─── <3> & more\n│ \x1b[1mEnter\x1b[m go on │")
	wants(t, got, "<title id=\"t\">A &amp; B</title>", "<desc id=\"d\">Levels &lt;3&gt; &amp; more\nEnter go on</desc>")
}

func TestThePictureIsWellFormed(t *testing.T) {
	got := picture(30, 3).Draw("a < b && \"c\" 'd'\n\x1b[31m日本 e\u0301\x1b[m tail\n")
	d := xml.NewDecoder(strings.NewReader(got))
	texts := 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("read picture: %v\n%s", err, got)
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "text" {
			texts++
		}
	}
	if texts < 6 {
		t.Errorf("%d words were drawn, want at least 6", texts)
	}
	if got != picture(30, 3).Draw("a < b && \"c\" 'd'\n\x1b[31m日本 e\u0301\x1b[m tail\n") {
		t.Error("the same frame gave another picture")
	}
}
