package export_test

import (
	"testing"

	"waymark/ui/env"
	"waymark/ui/nav"
	"waymark/ui/uitest"
)

// longWorded can make a file whose format takes as many words as the column.
type longWorded struct{ *uitest.Files }

func (f longWorded) Formats() []env.Format {
	return append(f.Files.Formats(), env.Format{ID: "json", Words: "Data for other systems", Extension: ".json"})
}

func TestFormatsStandApartFromTheirWords(t *testing.T) {
	d := uitest.NewEnv(t).Begin().Judge("123")
	d.Env.Files = longWorded{d.Files}
	start(d, nav.Export{}).See("Data for other systems .json", "Web page               .html").AtEverySize()
}
