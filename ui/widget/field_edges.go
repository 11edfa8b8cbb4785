package widget

// AtTop reports whether the cursor is on the first line as shown, so that a
// move up leads out of the field.
func (f *Field) AtTop() bool {
	return f.area.Line() == 0 && f.area.LineInfo().RowOffset == 0
}

// AtBottom reports whether the cursor is on the last line as shown, so that a
// move down leads out of the field.
func (f *Field) AtBottom() bool {
	return !f.moreBelow() && f.area.LineInfo().RowOffset >= f.area.LineInfo().Height-1
}

// Settle shows as much of the text as fits around the cursor, after the field
// has become larger.
func (f *Field) Settle() { f.restore(moment{f.Value(), f.cursor()}) }
