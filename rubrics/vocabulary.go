package rubrics

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"waymark/model"
)

const vocabularyFormat = "vocabulary/1"

// maxTerms is how many words one vocabulary renames.
const maxTerms = 200

// ReadVocabulary reads a vocabulary file, as strictly as Read reads a rubric.
// The notes name words whose plural the file does not give.
func ReadVocabulary(name string, r io.Reader) (model.Vocabulary, []Note, error) {
	d, root, err := open(name, r, vocabularyFormat)
	if err != nil {
		return model.Vocabulary{}, nil, err
	}
	o, _ := d.object(root, "The vocabulary", "waymark", "title", "terms")
	d.maybeLine(o, "title")
	var terms []model.Term
	if n, ok := d.need(o, "terms", "and under it pupil: student, a line for each word and its plural"); ok {
		terms = d.terms(n)
	}
	if err := d.err(); err != nil {
		return model.Vocabulary{}, nil, err
	}
	return model.NewVocabulary(terms), d.noted(), nil
}

func (d *decoder) terms(n *yaml.Node) []model.Term {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		d.at(n, "The terms of the vocabulary must be a list of words.", "Write pupil: student, a line for each.")
		return nil
	}
	if len(n.Content)/2 > maxTerms {
		d.at(n, fmt.Sprintf("The vocabulary has %d terms; %d is the most.", len(n.Content)/2, maxTerms), "Keep those that people would miss.")
		return nil
	}
	o := object{node: n, called: "The vocabulary", values: map[string]*yaml.Node{}, names: map[string]*yaml.Node{}}
	seen := map[string]*yaml.Node{}
	var terms []model.Term
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		from := strings.Join(strings.Fields(key.Value), " ")
		o.names[from] = key
		if from == "" || strings.ContainsFunc(from, func(r rune) bool { return !plainWord(r) }) {
			d.at(key, fmt.Sprintf("%s is not a word that can be renamed.", quote(key.Value)), "Write a word of letters, or several with spaces between them.")
			continue
		}
		d.once(seen, "The word", strings.ToLower(from), key)
		terms = append(terms, model.Term{From: from, To: d.oneLine(o, from, value)})
	}
	d.plurals(seen)
	return terms
}

// plainWord reports whether a word that is renamed can have r in it.
func plainWord(r rune) bool {
	return r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// plurals notes words that are renamed in the singular alone.
func (d *decoder) plurals(seen map[string]*yaml.Node) {
	for word, key := range seen {
		if strings.HasSuffix(word, "s") || strings.Contains(word, " ") {
			continue
		}
		plural := word + "s"
		if stem, ok := strings.CutSuffix(word, "y"); ok && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e") && !strings.HasSuffix(stem, "o") {
			plural = stem + "ies"
		}
		if seen[plural] == nil {
			d.note(key, fmt.Sprintf("%s is renamed but %s is not. Add a line for it if it should be.", quote(word), quote(plural)))
		}
	}
}
