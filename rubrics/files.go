package rubrics

import (
	"archive/zip"
	"bytes"
	_ "embed" // the archive below
	"fmt"
	"io/fs"
)

// archive holds everything under data, packed: the texts are half a megabyte,
// and the program is to stay small enough to be sent by mail. A test packs it
// anew and fails when it is stale.
//
//go:embed data.zip
var archive []byte

// shippedFile is one file that comes with Waymark, named from the folder data down.
func shippedFile(name string) ([]byte, error) {
	packed, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("open what comes with Waymark: %w", err)
	}
	return fs.ReadFile(packed, name)
}
