-- What never changes shape: the log, the words beside it, and the rubrics.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 64),
    value TEXT NOT NULL CHECK (length(value) <= 1024)
) STRICT;

CREATE TABLE event (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL CHECK (length(id) = 64),
    v          INTEGER NOT NULL CHECK (v >= 1),
    school     TEXT NOT NULL CHECK (length(school) BETWEEN 1 AND 128 AND instr(school, char(0)) = 0),
    evaluation TEXT NOT NULL CHECK (length(evaluation) <= 128 AND instr(evaluation, char(0)) = 0),
    device     TEXT NOT NULL CHECK (length(device) BETWEEN 1 AND 128 AND instr(device, char(0)) = 0),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    prev       TEXT NOT NULL CHECK (length(prev) IN (0, 64)),
    person     TEXT NOT NULL CHECK (length(person) <= 128 AND instr(person, char(0)) = 0),
    role       TEXT NOT NULL CHECK (v > 1 OR role IN ('', 'self', 'reviewer', 'agreed')),
    kind       TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64 AND instr(kind, char(0)) = 0),
    subject    TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 512 AND instr(subject, char(0)) = 0),
    seen       TEXT NOT NULL CHECK (length(seen) <= 1048576),
    pledge     TEXT NOT NULL CHECK (length(pledge) = 64),
    wall       INTEGER NOT NULL,
    signature  BLOB NOT NULL CHECK (length(signature) <= 256),
    -- The payload lies beside the event, in the same page but no part of what is
    -- signed. One that is not here was erased, which is all that ever changes.
    salt       BLOB CHECK (length(salt) <= 256),
    body       BLOB CHECK (length(body) BETWEEN 1 AND 1048576),
    CHECK ((salt IS NULL) = (body IS NULL)),
    -- The id is the hash of what holds these three, so no other index keeps it
    -- unique. One evaluation is found among its school's events by this index
    -- too: each further one would cost every save one more page.
    UNIQUE (school, device, seq)
) STRICT;

CREATE TABLE rubric (
    hash      TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    id        TEXT NOT NULL CHECK (length(id) <= 256),
    edition   TEXT NOT NULL CHECK (length(edition) <= 256),
    title     TEXT NOT NULL CHECK (length(title) <= 1024),
    installed INTEGER NOT NULL CHECK (installed >= 0),
    body      BLOB NOT NULL CHECK (length(body) BETWEEN 1 AND 4194304)
) STRICT;

PRAGMA user_version = 1;
