package store

import (
	"os"
	"path/filepath"
	"strings"
)

// Synced reports whether path lies in a folder that a sync client copies
// behind our back, and whose. A live database there is read half-written by
// the client and replaced under the open program.
func Synced(path string) (provider string, ok bool) {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"} {
		if root := os.Getenv(name); root != "" && within(full, root) {
			return "OneDrive", true
		}
	}
	parts := strings.FieldsFunc(full, func(r rune) bool { return r == '/' || r == '\\' })
	for _, part := range parts[:max(0, len(parts)-1)] {
		if p := providerOf(part); p != "" {
			return p, true
		}
	}
	return "", false
}

// within reports whether path is root or below it, in any letter case: the
// systems that set these variables do not tell cases apart.
func within(path, root string) bool {
	path, root = strings.ToLower(filepath.Clean(path)), strings.ToLower(filepath.Clean(root))
	return path == root || strings.HasPrefix(path, root+string(filepath.Separator))
}

// providerOf knows the folder names that sync clients give themselves:
// "OneDrive - Alder Lane Primary", "Dropbox (Personal)", "GoogleDrive-me@…".
func providerOf(folder string) string {
	name := strings.ToLower(folder)
	starts := func(p string) bool {
		rest, ok := strings.CutPrefix(name, p)
		return ok && (rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "("))
	}
	switch {
	case starts("onedrive"):
		return "OneDrive"
	case starts("dropbox"):
		return "Dropbox"
	case starts("icloud"), name == "iclouddrive", name == "com~apple~clouddocs", name == "mobile documents":
		return "iCloud Drive"
	case starts("google drive"), starts("googledrive"), starts("my drive"), name == "drivefs":
		return "Google Drive"
	}
	return ""
}
