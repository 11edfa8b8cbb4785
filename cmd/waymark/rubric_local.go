package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waymark/model"
	"waymark/rubrics"
)

// local is where a computer keeps what its trust or school adds to rubrics and
// how it names things.
func (p paths) local() string { return filepath.Join(p.state, "local") }

// overlayPrefix begins the name of every overlay kept here, so that no id of a
// rubric can be a name that some system reserves.
const overlayPrefix = "overlay-"

// overlay is the file of what is added to the rubric called id.
func (p paths) overlay(id string) string {
	return filepath.Join(p.local(), overlayPrefix+filepath.Base(id)+".yaml")
}

func (p paths) vocabulary() string { return filepath.Join(p.local(), "vocabulary.yaml") }

// localFile is what a file in the local folder holds, nil when there is none.
func localFile(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read what is kept here: %w", err)
	case !info.Mode().IsRegular() || info.Size() > mostRubric:
		return nil, fmt.Errorf("read what is kept here: %s is not one of Waymark's files", filepath.Base(path))
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read what is kept here: %w", err)
	}
	return text, nil
}

// withOverlay is the rubric with what is added to it here. The rubric's hash
// stays the same.
func (p paths) withOverlay(r model.Rubric) (model.Rubric, error) {
	text, err := localFile(p.overlay(r.ID))
	if err != nil || text == nil {
		return r, err
	}
	o, err := rubrics.ReadOverlay(filepath.Base(p.overlay(r.ID)), bytes.NewReader(text))
	if err != nil {
		return r, err
	}
	added, _, err := rubrics.Apply(r, o)
	return added, err
}

// words is how things are named here; the zero value when nothing is renamed.
func (p paths) words() (model.Vocabulary, error) {
	text, err := localFile(p.vocabulary())
	if err != nil || text == nil {
		return model.Vocabulary{}, err
	}
	v, _, err := rubrics.ReadVocabulary(filepath.Base(p.vocabulary()), bytes.NewReader(text))
	return v, err
}

// vocabularyHere is words, or none when they cannot be read.
func (p paths) vocabularyHere() model.Vocabulary {
	v, err := p.words()
	if err != nil {
		return model.Vocabulary{}
	}
	return v
}

// show has a book read and spoken of in the words used here.
func (p paths) show(b *model.Book) {
	v := p.vocabularyHere()
	b.ReadIn(p.readingIn(v))
	b.SayIn(v)
}

// reading is how rubrics are read on this computer: with what is added to them,
// in the words used here. What is kept here and cannot be read is left out.
func (p paths) reading() func(model.Rubric) model.Rubric { return p.readingIn(p.vocabularyHere()) }

func (p paths) readingIn(v model.Vocabulary) func(model.Rubric) model.Rubric {
	return func(r model.Rubric) model.Rubric {
		if added, err := p.withOverlay(r); err == nil {
			r = added
		}
		return renameIn(r, v)
	}
}

// paths are where everything lies, whether or not a database is open.
func (c *cli) paths() (paths, error) {
	if c.ws != nil {
		return c.ws.paths, nil
	}
	return pathsFrom(c.flags.db, os.Getenv)
}

// localTo adds to a rubric what is kept for it here. What cannot be read is
// named and left out: the rubric itself can still be read.
func (c *cli) localTo(r model.Rubric) (model.Rubric, model.Vocabulary, error) {
	p, err := c.paths()
	if err != nil {
		return r, model.Vocabulary{}, err
	}
	r, bad := p.withOverlay(r)
	if bad != nil {
		c.say("What is added here to %s cannot be read and is left out. Keep it again: waymark rubric overlay FILE", clean(r.ID))
	}
	v, bad := p.words()
	if bad != nil {
		c.say("The vocabulary kept here cannot be read and is left out. Keep it again: waymark rubric vocabulary FILE")
	}
	return r, v, nil
}

// own is one of the program's own texts in the words used here.
func (c *cli) own(text string) string {
	p, err := c.paths()
	if err != nil {
		return text
	}
	return p.vocabularyHere().Words(text)
}

// shown is own for a cell that scripts read as well, and they read it as it is.
func (c *cli) shown(text string) string {
	if c.flags.plain {
		return text
	}
	return c.own(text)
}

// keepLocal keeps a file in the local folder; replaced says whether there was
// one. With --dry-run it keeps nothing.
func (c *cli) keepLocal(path string, text []byte) (replaced bool, err error) {
	replaced = exists(path)
	if c.flags.dryRun {
		return replaced, nil
	}
	if err := placeFile(path, text, true); err != nil {
		return replaced, stateTrouble(err)
	}
	return replaced, nil
}

// dropLocal takes a file out of the local folder.
func (c *cli) dropLocal(path, what string) error {
	if !exists(path) {
		return notFound("not_kept", "", nil, "There is no %s here. Nothing was changed.", what)
	}
	if c.flags.dryRun {
		c.say("Would take out the %s. Nothing was changed.", what)
		return nil
	}
	if err := os.Remove(path); err != nil {
		return stateTrouble(err)
	}
	c.say("Took out the %s. Rubrics and judgements are as they were.", what)
	return nil
}

// stateTrouble says that the folder for what Waymark keeps cannot be written.
func stateTrouble(err error) error {
	return &failure{
		exit: exitFailed, code: "cannot_keep", message: "Waymark cannot write to its own folder on this computer. Nothing was changed.",
		hint: "waymark doctor says where that is. Check that you may write there.", err: err,
	}
}

// renamed lists the terms of a vocabulary file that v renames, as pairs.
func renamed(text []byte, v model.Vocabulary) [][2]string {
	var all [][2]string
	for line := range strings.Lines(string(text)) {
		word, _, _ := strings.Cut(line, ":")
		word = strings.Trim(strings.TrimSpace(word), `"'`)
		if to := v.Words(word); word != "" && to != word {
			all = append(all, [2]string{clean(word), clean(to)})
		}
	}
	return all
}
