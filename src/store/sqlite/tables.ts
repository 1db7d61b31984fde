/** The tables of the store, and how older ones become today's. */
import type { Tables } from '../../../index/sqlite/open.ts'

export const STORE_TABLES: Tables = {
  migrations: [
    (database) => {
      database.exec(`
        CREATE TABLE IF NOT EXISTS conversations (
          key TEXT PRIMARY KEY,
          at INTEGER NOT NULL,
          turn TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS gaps (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          platform TEXT NOT NULL,
          channel TEXT NOT NULL,
          question TEXT NOT NULL,
          reason TEXT NOT NULL,
          nearest TEXT,
          workspace TEXT
        ) STRICT;
        CREATE TABLE IF NOT EXISTS feedback (
          id INTEGER PRIMARY KEY,
          at TEXT NOT NULL,
          platform TEXT NOT NULL,
          channel TEXT NOT NULL,
          user TEXT NOT NULL,
          question TEXT NOT NULL,
          quotes TEXT NOT NULL,
          helpful INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS scopes (
          place TEXT PRIMARY KEY,
          sets TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS ledger (
          key TEXT PRIMARY KEY,
          run TEXT NOT NULL,
          receipt TEXT,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS memory (
          key TEXT PRIMARY KEY,
          value TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS posts (
          destination TEXT NOT NULL,
          schedule INTEGER NOT NULL,
          date TEXT NOT NULL,
          state TEXT NOT NULL,
          due INTEGER NOT NULL,
          owner TEXT,
          lease INTEGER NOT NULL,
          attempts INTEGER NOT NULL DEFAULT 0,
          closed INTEGER NOT NULL DEFAULT 0,
          since INTEGER,
          until INTEGER,
          reply TEXT,
          keys TEXT,
          receipt TEXT,
          note TEXT,
          at INTEGER NOT NULL,
          PRIMARY KEY (destination, schedule, date)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS shown (
          destination TEXT NOT NULL,
          key TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (destination, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS schedules (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          destination TEXT NOT NULL,
          workspace TEXT,
          pattern TEXT,
          topic TEXT,
          language TEXT,
          quiet INTEGER NOT NULL,
          paused INTEGER NOT NULL DEFAULT 0,
          since INTEGER NOT NULL,
          configured INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS ledger_at ON ledger (at);
        CREATE INDEX IF NOT EXISTS memory_at ON memory (at);
      `)
      // The first stores did not know where a gap's channel belongs.
      const knows = database
        .prepare("SELECT 1 FROM pragma_table_info('gaps') WHERE name = 'workspace'")
        .get()
      if (knows === undefined) database.exec('ALTER TABLE gaps ADD COLUMN workspace TEXT')
    },
    // Who asked only for themselves is not known of what is there: taken as if everybody had.
    (database) =>
      database.exec(`
        ALTER TABLE gaps ADD COLUMN aloud INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE gaps ADD COLUMN user TEXT;
        CREATE TABLE facts (
          name TEXT PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT;
        CREATE TABLE audit (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          place TEXT NOT NULL,
          user TEXT NOT NULL,
          action TEXT NOT NULL,
          before TEXT,
          after TEXT
        ) STRICT;
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
          BEGIN SELECT RAISE(ABORT, 'the log of admin actions is only added to'); END;
      `),
    (database) =>
      database.exec(`
        CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
          BEGIN SELECT RAISE(ABORT, 'the log of admin actions is only added to'); END;
      `),
    (database) =>
      database.exec(`
        CREATE TABLE tokens (
          name TEXT PRIMARY KEY,
          hash TEXT NOT NULL UNIQUE,
          made TEXT NOT NULL,
          used TEXT
        ) STRICT;
      `),
    // What was watched was a topic without a time; now a search, with or without one.
    (database) =>
      database.exec(`
        ALTER TABLE schedules ADD COLUMN search TEXT;
        ALTER TABLE schedules ADD COLUMN place TEXT;
        ALTER TABLE schedules ADD COLUMN owner TEXT;
        UPDATE schedules SET search = topic, topic = NULL WHERE pattern IS NULL;
      `),
    // Since when a document that came in answers it; whether an answer that was rated was asked aloud.
    (database) =>
      database.exec(`
        ALTER TABLE gaps ADD COLUMN answered TEXT;
        ALTER TABLE feedback ADD COLUMN aloud INTEGER NOT NULL DEFAULT 0;
      `),
    // Two who go on from the same turn at once: the second sees that there was a first.
    (database) =>
      database.exec('ALTER TABLE conversations ADD COLUMN version INTEGER NOT NULL DEFAULT 0'),
    // What was taken and is not answered was numbered among the notes of messages.
    (database) =>
      database.exec(`
        CREATE TABLE inbox (
          id TEXT PRIMARY KEY,
          platform TEXT NOT NULL,
          run TEXT NOT NULL,
          at INTEGER NOT NULL,
          body TEXT NOT NULL
        ) STRICT;
        INSERT INTO inbox (id, platform, run, at, body)
          SELECT key, substr(key, 1, instr(key, '/inbox/') - 1), '',
            CAST(json_extract(value, '$.at') AS INTEGER), json_extract(value, '$.body')
          FROM memory WHERE key GLOB '*/inbox/[0-9]*' AND json_type(value, '$.body') = 'object';
        DELETE FROM memory WHERE key GLOB '*/inbox/*';
      `),
  ],
  columns: {
    conversations: ['key', 'at', 'turn', 'version'],
    gaps: [
      'id',
      'at',
      'platform',
      'channel',
      'question',
      'reason',
      'nearest',
      'workspace',
      'aloud',
      'user',
      'answered',
    ],
    feedback: ['id', 'at', 'platform', 'channel', 'user', 'question', 'quotes', 'helpful', 'aloud'],
    scopes: ['place', 'sets'],
    ledger: ['key', 'run', 'receipt', 'at'],
    memory: ['key', 'value', 'at'],
    inbox: ['id', 'platform', 'run', 'at', 'body'],
    posts: [
      'destination',
      'schedule',
      'date',
      'state',
      'due',
      'owner',
      'lease',
      'attempts',
      'closed',
      'since',
      'until',
      'reply',
      'keys',
      'receipt',
      'note',
      'at',
    ],
    shown: ['destination', 'key', 'at'],
    schedules: [
      'id',
      'destination',
      'workspace',
      'pattern',
      'topic',
      'language',
      'quiet',
      'paused',
      'since',
      'configured',
      'search',
      'place',
      'owner',
    ],
    facts: ['name', 'value'],
    tokens: ['name', 'hash', 'made', 'used'],
    audit: ['id', 'at', 'place', 'user', 'action', 'before', 'after'],
  },
}
