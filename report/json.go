package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// Schema names the shape of what JSON writes. A change that could break a
// reader changes the number.
const Schema = "waymark.report/1"

// JSON writes d as one object for other systems.
func JSON(w io.Writer, d Document) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(struct {
		Schema string   `json:"schema"`
		Data   Document `json:"data"`
	}{Schema, d}); err != nil {
		return fmt.Errorf("write document as data: %w", err)
	}
	return nil
}
