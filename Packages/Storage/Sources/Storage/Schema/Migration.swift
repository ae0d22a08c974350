/// One step in the history of the layout of log and state. Steps are only ever added at the end.
struct Migration {
  /// What the step brings.
  let name: String
  /// The statements.
  let sql: String
  /// What fills in that SQL alone cannot work out, once the statements of all steps have run.
  var fill: (@Sendable (Connection) throws -> Void)?

  /// The tables that the steps make; every other is derived.
  static let tables: Set<String> = [
    "setting", "replica", "change", "record", "peer", "waiting", "quarantine", "erasure",
    "checkpoint", "checkpointSeal", "checkpointState",
  ]

  /// Every step, oldest first.
  static let all = [
    Migration(
      name: "log and state",
      sql: """
        CREATE TABLE setting (
          -- Small facts of this file.
          name TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT;

        CREATE TABLE replica (
          -- The replicas whose changes this file holds. An id is derived from the public key.
          number INTEGER PRIMARY KEY,
          id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
          publicKey BLOB NOT NULL CHECK (length(publicKey) = 32),
          region TEXT NOT NULL,
          label TEXT NOT NULL,
          own INTEGER NOT NULL CHECK (own IN (0, 1))
        ) STRICT;

        CREATE TABLE change (
          -- The log: every change of every replica, in the bytes that were signed.
          replica INTEGER NOT NULL REFERENCES replica (number),
          sequence INTEGER NOT NULL CHECK (sequence > 0),
          timestamp INTEGER NOT NULL,      -- hybrid logical clock: milliseconds * 65536 + counter
          person INTEGER NOT NULL,         -- 1: a person wrote it; 0: an extractor
          author TEXT NOT NULL,            -- the name of the person or the extractor
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          signature BLOB,                  -- of the run that ends here, where one is known
          sealed BLOB NOT NULL,
          PRIMARY KEY (replica, sequence)
        ) STRICT;

        CREATE INDEX changeByTime ON change (timestamp);

        CREATE TABLE record (
          -- The merged state of each record: a function of the log, kept ready.
          id TEXT PRIMARY KEY,
          kind INTEGER NOT NULL,
          visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
          state BLOB NOT NULL
        ) STRICT;

        CREATE TABLE peer (
          -- What other replicas were last known to have, for bundles made for them.
          replica BLOB NOT NULL,
          other BLOB NOT NULL,
          sequence INTEGER NOT NULL,
          PRIMARY KEY (replica, other)
        ) STRICT;
        """),
    Migration(
      name: "internal logs",
      sql: """
        -- A log that is internal to a region belongs to the office whose shared log has this id.
        ALTER TABLE replica ADD COLUMN office BLOB CHECK (length(office) = 16);
        """),
    Migration(
      name: "waiting room and quarantine",
      sql: """
        CREATE TABLE waiting (
          -- Signed runs that came before the changes that they build on.
          replica BLOB NOT NULL,
          first INTEGER NOT NULL,
          last INTEGER NOT NULL,
          segment BLOB NOT NULL,
          PRIMARY KEY (replica, first, last)
        ) STRICT;

        CREATE TABLE quarantine (
          -- Replicas that signed another history than the one here, with the run that proves it.
          replica BLOB PRIMARY KEY,
          sequence INTEGER NOT NULL,
          segment BLOB NOT NULL
        ) STRICT;
        """),
    Migration(
      name: "erasures",
      sql: """
        CREATE TABLE erasure (
          -- Words that were erased on a person's request: which change wrote them to which record.
          record TEXT NOT NULL,
          replica BLOB NOT NULL,
          sequence INTEGER NOT NULL,
          PRIMARY KEY (replica, sequence, record)
        ) STRICT;
        """),
    Migration(
      name: "numbered records",
      sql: """
        ALTER TABLE record RENAME TO recordBefore;

        CREATE TABLE record (
          -- The merged state of each record: a function of the log. Of one that a single change
          -- wrote, that change tells it all, and is named instead.
          number INTEGER PRIMARY KEY,      -- by which the other tables refer to it
          id TEXT NOT NULL UNIQUE,
          kind INTEGER NOT NULL,
          visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
          replica INTEGER REFERENCES replica (number),
          sequence INTEGER,                -- NULL like state: others refer to it, nobody wrote it
          state BLOB
        ) STRICT;

        INSERT INTO record (id, kind, visible, state)
        SELECT id, kind, visible, state FROM recordBefore;

        DROP TABLE recordBefore;

        DROP INDEX changeByTime;

        CREATE INDEX changeByReplicaAndTime ON change (replica, timestamp);
        """),
    Migration(
      name: "predecessors",
      sql: """
        -- The identity that an office wrote under before this one.
        ALTER TABLE replica ADD COLUMN predecessor BLOB CHECK (length(predecessor) = 16);
        """, fill: ReplicaTable.fillPredecessors),
    Migration(
      name: "checkpoints",
      sql: """
        CREATE TABLE checkpoint (
          -- Up to which change of each replica the log was folded. Such a change has no sealed
          -- bytes any more; of the last one all but its content stands here.
          replica INTEGER PRIMARY KEY REFERENCES replica (number),
          sequence INTEGER NOT NULL CHECK (sequence > 0),
          last BLOB NOT NULL
        ) STRICT;

        CREATE TABLE checkpointSeal (
          -- Who vouches for what the folded changes made: one row, or none.
          publicKey BLOB NOT NULL CHECK (length(publicKey) = 32),
          signature BLOB NOT NULL CHECK (length(signature) = 64)
        ) STRICT;

        CREATE TABLE checkpointState (
          -- What the folded changes made of each record. A record whose own state is empty is so
          -- still.
          id TEXT PRIMARY KEY,
          state BLOB NOT NULL
        ) STRICT;

        DROP TABLE erasure;

        CREATE TABLE erasure (
          -- Words that were erased on a person's request: which change wrote them to which record,
          -- and which change erased them.
          record TEXT NOT NULL,
          replica BLOB NOT NULL,
          sequence INTEGER NOT NULL,
          author BLOB NOT NULL,
          authorSequence INTEGER NOT NULL,
          PRIMARY KEY (replica, sequence, record)
        ) STRICT;
        """, fill: ErasureTable.fill),
    Migration(
      name: "texts of documents",
      sql: """
        -- The text of a document that the change wrote, which sealed leaves out.
        ALTER TABLE change ADD COLUMN text TEXT;
        """, fill: ChangeLog.fillTexts),
    Migration(
      name: "identifiers as integers",
      sql: """
        ALTER TABLE record RENAME TO recordBefore;

        CREATE TABLE record (
          -- The merged state of each record: a function of the log. Of one that a single change
          -- wrote, that change tells it all, and is named instead.
          number INTEGER PRIMARY KEY,      -- by which the other tables refer to it
          high INTEGER NOT NULL,           -- the upper half of the identifier, less 2^63
          low INTEGER NOT NULL,            -- the lower half, less 2^63
          kind INTEGER NOT NULL,
          visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
          replica INTEGER REFERENCES replica (number),
          sequence INTEGER,                -- NULL like state: others refer to it, nobody wrote it
          state BLOB
        ) STRICT;

        INSERT INTO record (number, high, low, kind, visible, replica, sequence, state)
        SELECT number, \(IdentifierColumns.high(of: "id")), \(IdentifierColumns.low(of: "id")),
          kind, visible, replica, sequence, state
        FROM recordBefore;

        DROP TABLE recordBefore;

        -- Identifiers are random, so that their beginnings find them.
        CREATE INDEX recordByBeginning ON record (high >> 32);
        """),
  ]
}
