package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// drawing writes one picture.
type drawing func(io.Writer) error

// svg draws through an XML encoder, so that no text can become a mark. The
// first error stops it.
type svg struct {
	enc *xml.Encoder
	err error
}

// a is an attribute: its name and what fmt makes of its value.
type a struct {
	name  string
	value any
}

func (s *svg) token(t xml.Token) {
	if s.err == nil {
		s.err = s.enc.EncodeToken(t)
	}
}

// open starts an element; end closes it.
func (s *svg) open(name string, attrs ...a) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for _, at := range attrs {
		value := fmt.Sprint(at.value)
		if f, ok := at.value.(float64); ok {
			value = strconv.FormatFloat(f, 'f', 1, 64)
		}
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: at.name}, Value: value})
	}
	s.token(start)
}

func (s *svg) end(name string) { s.token(xml.EndElement{Name: xml.Name{Local: name}}) }

// leaf is an element with text and nothing else.
func (s *svg) leaf(name, text string, attrs ...a) {
	s.open(name, attrs...)
	if text != "" {
		s.token(xml.CharData(text))
	}
	s.end(name)
}

// picture opens a drawing that says what it shows to those who cannot see it.
func picture(w io.Writer, id, title, desc string, width, height float64, draw func(*svg)) error {
	s := &svg{enc: xml.NewEncoder(w)}
	s.open("svg", a{"role", "img"}, a{"aria-labelledby", id + "-label " + id + "-desc"}, a{"viewBox", fmt.Sprintf("0 0 %.0f %.0f", width, height)})
	s.leaf("title", title, a{"id", id + "-label"})
	s.leaf("desc", desc, a{"id", id + "-desc"})
	draw(s)
	s.end("svg")
	if s.err == nil {
		s.err = s.enc.Close()
	}
	if s.err != nil {
		return fmt.Errorf("draw %s: %w", id, s.err)
	}
	return nil
}
