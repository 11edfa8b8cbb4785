package report

func (p *page) area(a AreaEntry) {
	p.start("article", class("area"))
	p.raw("\n")
	p.line("h3", string(a.ID)+" "+a.Title)
	p.level(a.Level)
	if a.Descriptor != "" {
		p.line("p", a.Descriptor)
	}
	if len(a.Facts) > 0 {
		p.pairs("facts", a.Facts)
		p.raw("\n")
	}
	if len(a.Voices) > 0 {
		p.line("p", "Also judged", class("label"))
		p.pairs("facts", a.Voices)
		p.raw("\n")
	}
	if len(a.Notes) > 0 {
		p.line("p", "Evidence", class("label"))
	}
	for _, n := range a.Notes {
		p.note(n)
	}
	p.endLine()
}

// level is a level in colour, as a bar and in words.
func (p *page) level(m Mark) {
	p.start("p", class("level"))
	p.swatch(m)
	if m.Level != 0 {
		p.leaf("span", m.Meter(), class("meter"), at{"aria-hidden", "true"})
		p.raw(" ")
	}
	p.text(capital(m.Word))
	p.endLine()
}

// swatch is a level's digit on its colour, and a space.
func (p *page) swatch(m Mark) {
	p.leaf("span", m.Digit(), at{"class", numbered("swatch t", m.Tone)})
	p.raw(" ")
}

func (p *page) note(n NoteEntry) {
	p.start("div", class("note"))
	p.raw("\n")
	p.line("p", n.About, class("about"))
	p.start("blockquote")
	p.raw("\n")
	p.paragraphs(n.Text)
	p.endLine()
	if n.Source != "" {
		p.line("p", "Source: "+n.Source)
	}
	p.endLine()
}

func (p *page) legend(h HeatMap) {
	p.start("ul", class("legend"))
	for _, m := range h.Legend {
		p.raw("\n")
		p.start("li")
		p.swatch(m)
		p.text(m.Word)
		p.end()
	}
	for _, s := range h.Signs {
		p.raw("\n")
		p.start("li")
		p.leaf("b", s.Label)
		p.raw(" ")
		p.text(s.Text)
		p.end()
	}
	p.raw("\n")
	p.endLine()
}
