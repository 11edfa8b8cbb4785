-- What is computed from the log, in the same transaction, and can be computed again.

CREATE TABLE school (
    id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128),
    name       TEXT NOT NULL CHECK (length(name) <= 4096),
    phase      TEXT NOT NULL CHECK (length(phase) <= 4096),
    pupils     INTEGER NOT NULL,
    example    INTEGER NOT NULL CHECK (example IN (0, 1)),
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE evaluation (
    school      TEXT NOT NULL CHECK (length(school) BETWEEN 1 AND 128),
    id          TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 128),
    title       TEXT NOT NULL,
    year        TEXT NOT NULL,
    rubric      TEXT NOT NULL,
    areas       TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    finished    INTEGER NOT NULL CHECK (finished IN (0, 1)),
    finished_at INTEGER NOT NULL,
    removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
    removed_at  INTEGER NOT NULL,
    levels      BLOB NOT NULL CHECK (length(levels) <= 4096),
    PRIMARY KEY (school, id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE note_search USING fts5 (
    body,
    school UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);

PRAGMA user_version = 2;
