package rubrics_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"io/fs"
	"os"
	"testing"
)

// TestTheArchiveHoldsTheFiles compares data.zip with the folder data. With
// WAYMARK_UPDATE set it packs the archive anew.
func TestTheArchiveHoldsTheFiles(t *testing.T) {
	want := map[string]string{}
	var names []string
	err := fs.WalkDir(os.DirFS("."), "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		want[name] = string(text)
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("WAYMARK_UPDATE") != "" {
		if err := os.WriteFile("data.zip", pack(t, names, want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	packed, err := zip.OpenReader("data.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	if len(packed.File) != len(want) {
		t.Errorf("%d files are packed, %d are there; pack them anew with WAYMARK_UPDATE=1", len(packed.File), len(want))
	}
	for _, f := range packed.File {
		text, err := fs.ReadFile(packed, f.Name)
		if err != nil || string(text) != want[f.Name] {
			t.Errorf("%s is stale in data.zip (%v); pack it anew with WAYMARK_UPDATE=1", f.Name, err)
		}
	}
}

func pack(t *testing.T, names []string, texts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) })
	for _, name := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, texts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
