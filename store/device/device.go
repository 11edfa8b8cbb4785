package device

import (
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"waymark/model"
)

// Key is a signing key held by this program alone until it is closed.
type Key struct {
	private ed25519.PrivateKey
	lock    *os.File
	path    string
}

// Private is the key to sign with.
func (k *Key) Private() ed25519.PrivateKey { return k.private }

// Device is the name that the key's changes carry.
func (k *Key) Device() model.DeviceID { return fingerprint(k.private) }

// Path is the file the key is kept in.
func (k *Key) Path() string { return k.path }

// Close lets another program take the key.
func (k *Key) Close() error {
	if err := k.lock.Close(); err != nil {
		return fmt.Errorf("close device key: %w", err)
	}
	return nil
}

// mostKeys bounds how many programs of one person run on one database.
const mostKeys = 64

// ErrAllInUse says that every key of this machine is in use.
var ErrAllInUse = errors.New("every device key is in use by another program")

// Keys takes the first key in dir for the database that no running program
// holds, and makes one with bytes from random when all are held. The folder is
// made when it is missing.
func Keys(dir, databaseID string, random io.Reader) (*Key, error) {
	base, err := fileName(databaseID)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make folder for device keys: %w", err)
	}
	for i := 1; i <= mostKeys; i++ {
		k, err := take(filepath.Join(dir, numbered(base, i)), random)
		if errors.Is(err, errHeld) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("take device key: %w", err)
		}
		return k, nil
	}
	return nil, fmt.Errorf("take device key: %w", ErrAllInUse)
}

// Mine are the devices that this machine has ever been for the database, so
// that undo knows its own after a restart.
func Mine(dir, databaseID string) (map[model.DeviceID]bool, error) {
	base, err := fileName(databaseID)
	if err != nil {
		return nil, err
	}
	mine := map[model.DeviceID]bool{}
	for i := 1; i <= mostKeys; i++ {
		private, err := read(filepath.Join(dir, numbered(base, i)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read device keys: %w", err)
		}
		mine[fingerprint(private)] = true
	}
	return mine, nil
}

func fingerprint(key ed25519.PrivateKey) model.DeviceID {
	public, _ := key.Public().(ed25519.PublicKey)
	return model.Fingerprint(public)
}

// fileName refuses names that would lead out of the folder.
func fileName(databaseID string) (string, error) {
	safe := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
	}
	if databaseID == "" || len(databaseID) > 128 || strings.ContainsFunc(databaseID, func(r rune) bool { return !safe(r) }) {
		return "", fmt.Errorf("name of the database %q cannot name a key", databaseID)
	}
	return databaseID, nil
}

func numbered(base string, i int) string {
	if i == 1 {
		return base + ".key"
	}
	return base + "-" + strconv.Itoa(i) + ".key"
}

// take locks the place of a key and then reads the key or makes it. The lock
// is a file of its own: on Windows a locked key could not be read by Mine.
func take(path string, random io.Reader) (*Key, error) {
	lock, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(lock); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	private, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		private, err = create(path, random)
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return &Key{private: private, lock: lock, path: path}, nil
}

const pemType = "WAYMARK DEVICE KEY"

func read(path string) (ed25519.PrivateKey, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	if block == nil || block.Type != pemType || len(block.Bytes) != ed25519.SeedSize {
		return nil, fmt.Errorf("%s is not a device key", filepath.Base(path))
	}
	key := ed25519.NewKeyFromSeed(block.Bytes)
	if block.Headers["Device"] != string(fingerprint(key)) {
		return nil, fmt.Errorf("%s was changed", filepath.Base(path))
	}
	return key, nil
}

// create makes a key under a temporary name, sees it onto the disk and renames
// it: a key that has signed must never be lost to a power cut.
func create(path string, random io.Reader) (ed25519.PrivateKey, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, fmt.Errorf("make key: %w", err)
	}
	key := ed25519.NewKeyFromSeed(seed)
	text := pem.EncodeToMemory(&pem.Block{
		Type: pemType, Headers: map[string]string{"Device": string(fingerprint(key))}, Bytes: seed,
	})
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*") // 0600
	if err != nil {
		return nil, err
	}
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(temp.Name()))
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return nil, errors.Join(err, os.Remove(temp.Name()))
	}
	return key, syncFolder(filepath.Dir(path))
}

// syncFolder sees the rename onto the disk; Windows has no such call.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
