package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
)

// appID marks a file as ours: "WMK1".
const appID = 0x574D4B31

// schemaVersion is the newest schema this program writes.
const schemaVersion = 2

const magic = "SQLite format 3\x00"

// header is what the first hundred bytes of a database say.
type header struct {
	size     int64
	pageSize int64
	pages    int64
	write    byte // 1 rollback journal, 2 write-ahead log, more is newer
	read     byte
	appID    uint32
	version  uint32
	trusted  bool // pages was written by a program that keeps it right
}

// wal reports whether the file's own way of writing has -wal and -shm files.
func (h header) wal() bool { return h.write == 2 || h.read == 2 }

// whole reports whether the file is as long as it says.
func (h header) whole() bool { return h.size == h.pages*h.pageSize }

// readHeader reads a database's header without SQLite. It fails with an
// *OpenError of kind Missing, Unreadable, Empty, NotDatabase or Damaged.
func readHeader(path string) (header, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return header{}, &OpenError{Kind: Missing, Path: path, Err: err}
	}
	if err != nil {
		return header{}, &OpenError{Kind: Unreadable, Path: path, Err: err}
	}
	if info.IsDir() {
		return header{}, &OpenError{Kind: NotDatabase, Path: path, Detail: "a folder"}
	}
	f, err := os.Open(path)
	if err != nil {
		return header{}, &OpenError{Kind: Unreadable, Path: path, Err: err}
	}
	defer f.Close()
	buf := make([]byte, 512)
	n, err := io.ReadFull(f, buf)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return header{}, &OpenError{Kind: Unreadable, Path: path, Err: err}
	}
	return parseHeader(path, info.Size(), buf[:n])
}

func parseHeader(path string, size int64, b []byte) (header, error) {
	switch {
	case len(b) == 0:
		return header{}, &OpenError{Kind: Empty, Path: path}
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return header{}, &OpenError{Kind: NotDatabase, Path: path, Detail: looksLike(b)}
	case len(b) < 100:
		return header{}, &OpenError{Kind: Damaged, Path: path, Detail: "the file breaks off"}
	}
	h := header{
		size: size, pageSize: int64(binary.BigEndian.Uint16(b[16:])), pages: int64(binary.BigEndian.Uint32(b[28:])),
		write: b[18], read: b[19], appID: binary.BigEndian.Uint32(b[68:]), version: binary.BigEndian.Uint32(b[60:]),
		trusted: string(b[24:28]) == string(b[92:96]),
	}
	if h.pageSize == 1 {
		h.pageSize = 65536
	}
	return h, nil
}

// check refuses what must not reach SQLite. The length is judged apart, since
// a file whose last commit was cut off is mended before it is measured.
func (h header) check(path string) error {
	switch {
	case h.pageSize < 512 || h.pageSize&(h.pageSize-1) != 0:
		return &OpenError{Kind: Damaged, Path: path, Detail: "the header is wrong"}
	case h.appID != appID:
		return &OpenError{Kind: Foreign, Path: path, Detail: "application " + strconv.FormatUint(uint64(h.appID), 16)}
	case h.version > schemaVersion:
		return &OpenError{Kind: Newer, Path: path, Detail: strconv.FormatUint(uint64(h.version), 10)}
	case h.write > 2 || h.read > 2:
		return &OpenError{Kind: Newer, Path: path, Detail: "a newer SQLite format"}
	case h.version == 0:
		return &OpenError{Kind: Damaged, Path: path, Detail: "the header is wrong"}
	}
	return nil
}
