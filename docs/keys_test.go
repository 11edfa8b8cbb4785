package docs_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"waymark/ui/keys"
)

const (
	readme = "../README.md"
	begins = "<!-- keys: written from ui/keys by `make pictures` -->\n"
	ends   = "<!-- end of keys -->\n"
)

func TestReadmeListsTheKeysThereAre(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begins)
	_, after, closed := strings.Cut(rest, ends)
	if !found || !closed {
		t.Fatalf("the README has no place for the keys between %q and %q", begins, ends)
	}
	same(t, readme, before+begins+keyTable()+ends+after)
}

// keyTable is every key with what it does, as the help lists them.
func keyTable() string {
	var b strings.Builder
	b.WriteString("\n| Key | What it does | Also |\n|---|---|---|\n")
	for _, e := range keys.Table() {
		if len(e.Keys) > 0 {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", code(e.Shown), e.Words, also(e))
		}
	}
	b.WriteString("\nIn the menu of words alone: ")
	var words []string
	for _, e := range keys.Table() {
		if len(e.Keys) == 0 {
			words = append(words, "“"+e.Words+"”")
		}
	}
	b.WriteString(strings.Join(words, ", ") + ".\n\n")
	return b.String()
}

// also are the other keys for the same thing. A level's digits are one key.
func also(e keys.Entry) string {
	if e.Action == keys.Level {
		return ""
	}
	var all []string
	for _, k := range e.Keys[1:] {
		all = append(all, code(spelt(k)))
	}
	return strings.Join(all, " ")
}

// spelt is a key as people write it.
func spelt(key string) string {
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "Ctrl+" + strings.ToUpper(letter)
	}
	if len(key) > 1 {
		return strings.ToUpper(key[:1]) + key[1:]
	}
	return key
}

// code sets a key as code; a bar would end the table's column.
func code(key string) string { return "`" + strings.ReplaceAll(key, "|", `\|`) + "`" }

func TestReadmeShowsThePictures(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shots() {
		if link := "docs/pictures/" + s.name + ".svg"; !strings.Contains(string(text), link) {
			t.Errorf("the README does not show %s", link)
		}
	}
}
