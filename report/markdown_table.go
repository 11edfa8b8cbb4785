package report

import "strings"

// table lines its columns up while it fits the page, because plain text is read
// as it stands.
func (m *markdown) table(t Table) {
	m.gap()
	m.WriteString(wrap("**"+escape(t.Caption)+"**", "", ""))
	m.gap()
	rows := [][]string{escaped(t.Columns)}
	for _, r := range t.Rows {
		rows = append(rows, escaped(r))
	}
	width := make([]int, len(t.Columns))
	total := 1
	for i := range width {
		for _, r := range rows {
			if i < len(r) {
				width[i] = max(width[i], columns(r[i]), 3)
			}
		}
		total += width[i] + 3
	}
	if total > pageWidth {
		width = make([]int, len(width))
	}
	m.row(rows[0], width, " ")
	m.row(make([]string, len(width)), width, "-")
	for _, r := range rows[1:] {
		m.row(r, width, " ")
	}
}

func (m *markdown) row(cells []string, width []int, fill string) {
	m.WriteByte('|')
	for i, w := range width {
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		pad := max(w-columns(cell), 0)
		if fill == "-" {
			pad = max(pad, 3)
		}
		m.WriteString(" " + cell + strings.Repeat(fill, pad) + " |")
	}
	m.WriteByte('\n')
}

func escaped(cells []string) []string {
	all := make([]string, len(cells))
	for i, c := range cells {
		all[i] = escape(strings.Join(strings.Fields(c), " "))
	}
	return all
}

func (m *markdown) heatMap(h HeatMap) {
	m.paragraph(h.About)
	m.table(h.Table)
	m.gap()
	for _, l := range h.Legend {
		m.put("- `" + l.Meter() + "` " + escape(capital(l.Short())))
	}
	for _, s := range h.Signs {
		m.put("- `" + s.Label + "` " + escape(s.Text))
	}
}

// escape keeps text from being read as marks, links, pictures or HTML. What
// matters only at the start of a line is guarded where lines are made.
func escape(s string) string {
	var b strings.Builder
	s = strings.Join(strings.Fields(s), " ")
	for i := 0; i < len(s); i++ {
		if strings.IndexByte("\\`*_[]<>|~&$@", s[i]) >= 0 || linking(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// linking reports whether the mark at i is what makes some readers turn a bare
// address into a link.
func linking(s string, i int) bool {
	return strings.HasPrefix(s[i:], "://") || s[i] == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www")
}
