package report_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"waymark/report"
)

func TestPageCanBeUsedByEverybody(t *testing.T) {
	for _, d := range []report.Document{report.Priorities(decided(t), report.LeaveOut{}), report.Full(decided(t), report.LeaveOut{}), report.Visit(signed(t).visited("Alder Lane", guest), report.LeaveOut{})} {
		page := render(t, "html", d)
		count := map[string]int{}
		ids, wanted := map[string]bool{}, []string{}
		elements(t, page, func(e xml.StartElement) {
			count[e.Name.Local]++
			has := attributes(e)
			if id := has["id"]; id != "" {
				if ids[id] {
					t.Errorf("two elements are called %q", id)
				}
				ids[id] = true
			}
			wanted = append(wanted, strings.Fields(has["aria-labelledby"])...)
			if target, ok := strings.CutPrefix(has["href"], "#"); ok {
				wanted = append(wanted, target)
			}
			switch {
			case e.Name.Local == "html" && has["lang"] != "en-GB":
				t.Error("the page does not say that it is in British English")
			case e.Name.Local == "th" && has["scope"] == "":
				t.Error("a table heading has no scope")
			case e.Name.Local == "svg" && (has["role"] != "img" || has["aria-labelledby"] == ""):
				t.Error("a picture has no role or no name")
			}
		})
		for _, id := range wanted {
			if !ids[id] {
				t.Errorf("nothing is called %q", id)
			}
		}
		for _, one := range []string{"h1", "main", "header", "footer", "title"} {
			if count[one] < 1 || one != "title" && count[one] != 1 {
				t.Errorf("%s: the page has %d <%s>", d.Kind, count[one], one)
			}
		}
		if count["caption"] != count["table"] || count["desc"] != count["svg"] || count["title"] < count["svg"]+1 {
			t.Errorf("%s: a table or a picture has no words: %v", d.Kind, count)
		}
		if !strings.Contains(page, `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`) {
			t.Error("the page does not forbid requests")
		}
		if regexp.MustCompile(`font(-size)?:[^;]*\dpx`).MatchString(page) {
			t.Error("a text has a fixed size")
		}
	}
}

func TestFullHasBothPictures(t *testing.T) {
	page := render(t, "html", report.Full(decided(t), report.LeaveOut{}))
	if n := strings.Count(page, "<svg "); n != 2 {
		t.Errorf("the page has %d pictures, not the heat map and the need curve", n)
	}
}

func attributes(e xml.StartElement) map[string]string {
	has := map[string]string{}
	for _, at := range e.Attr {
		has[at.Name.Local] = at.Value
	}
	return has
}

// TestContrast works out every pair of colours from the page's own style.
func TestContrast(t *testing.T) {
	page := render(t, "html", report.Priorities(fixture(t), report.LeaveOut{}))
	light, rest, found := strings.Cut(page, "prefers-color-scheme: dark")
	if !found {
		t.Fatal("the page has no dark colours")
	}
	dark, _, _ := strings.Cut(rest, "\n}\n")
	for name, block := range map[string]string{"light": light, "dark": dark} {
		tokens := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z0-9-]+): (#[0-9A-F]{6})`).FindAllStringSubmatch(block, -1) {
			tokens[m[1]] = m[2]
		}
		pairs := [][2]string{{"ink", "paper"}, {"soft", "paper"}, {"ink", "card"}, {"soft", "card"}, {"remark-ink", "remark"}}
		for i := range 5 {
			pairs = append(pairs, [2]string{fmt.Sprintf("l%d-ink", i), fmt.Sprintf("l%d", i)})
		}
		for _, p := range pairs {
			if c := contrast(t, tokens[p[0]], tokens[p[1]]); c < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.1f", name, p[0], p[1], c)
			}
		}
		for _, mark := range []string{"curve", "line"} {
			if c := contrast(t, tokens[mark], tokens["paper"]); c < 3 {
				t.Errorf("%s: the mark %s has a contrast of %.1f", name, mark, c)
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var parts [3]int
	if _, err := fmt.Sscanf(colour, "#%02X%02X%02X", &parts[0], &parts[1], &parts[2]); err != nil {
		t.Fatalf("read colour %q: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(parts[i]) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
			continue
		}
		sum += weight * math.Pow((c+0.055)/1.055, 2.4)
	}
	return sum
}
