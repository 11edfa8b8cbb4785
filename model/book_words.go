package model

// ReadIn shows the book's rubric in other words from now on. words may change
// texts and add what is local, and must keep every id and every level. Whatever
// is kept, and whatever is carried to another edition, rests on the rubric
// itself.
func (b *Book) ReadIn(words func(Rubric) Rubric) {
	b.words = words
	b.rubric = b.reading()
}

// SayIn has what the program itself says of this book renamed from now on. The
// rubric's words are those of ReadIn.
func (b *Book) SayIn(v Vocabulary) { b.vocabulary = v }

// Vocabulary is what renames the program's own words here.
func (b *Book) Vocabulary() Vocabulary { return b.vocabulary }

// reading is the rubric that is judged here, as it is read.
func (b *Book) reading() Rubric {
	r := b.whole.Only(b.Evaluation().Areas)
	if b.words != nil {
		r = b.words(r)
	}
	return r
}
