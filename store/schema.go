package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

// schemaText is the SHA-256 of what describeSchema reads of a database made by
// this program. A trigger or view that somebody added changes it.
const schemaText = "bcf3c377f67a830151d8a5ddcf4a9ed08b6c4797b56ba14d054d9ffae6da37e6"

// describeSchema is every definition in the database except the table of steps.
func describeSchema(ctx context.Context, q querier) (string, error) {
	rows, err := q.QueryContext(ctx, `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
		WHERE tbl_name NOT IN ('goose_db_version', 'sqlite_sequence') OR type NOT IN ('table', 'index')
		ORDER BY type, name`)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	h := sha256.New()
	for rows.Next() {
		var part [4]string
		if err := rows.Scan(&part[0], &part[1], &part[2], &part[3]); err != nil {
			return "", err
		}
		for _, p := range part {
			h.Write([]byte(p))
			h.Write([]byte{0})
		}
	}
	return hex.EncodeToString(h.Sum(nil)), rows.Err()
}

func checkSchema(ctx context.Context, q querier) error {
	got, err := describeSchema(ctx, q)
	if err != nil {
		return err
	}
	if got != schemaText {
		return errors.New("its tables are not those this program makes")
	}
	return nil
}
