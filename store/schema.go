package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

// schemaText is the SHA-256 of what describeSchema reads of a database made by
// this program. A trigger or view that somebody added changes it.
const schemaText = "81e88c0fb5573b55faac209be3482217aa19bbe2c715e0246a10cbec505744af"

// describeSchema is every definition in the database except goose's own table.
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
