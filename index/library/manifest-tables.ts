/** The tables of the manifest, and how older ones become today's. */
import type { Tables } from '../sqlite/open.ts'

export const MANIFEST_TABLES: Tables = {
  migrations: [
    (database) =>
      database.exec(`
        CREATE TABLE IF NOT EXISTS sources (
          location TEXT NOT NULL,
          set_name TEXT NOT NULL,
          PRIMARY KEY (location, set_name)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS files (
          source TEXT NOT NULL,
          name TEXT NOT NULL,
          stamp TEXT NOT NULL,
          hash TEXT NOT NULL,
          reader TEXT NOT NULL,
          documents TEXT NOT NULL,
          reason TEXT,
          notes TEXT NOT NULL,
          PRIMARY KEY (source, name)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS pages (
          address TEXT PRIMARY KEY,
          record TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS changes (
          id TEXT NOT NULL,
          state TEXT NOT NULL,
          hash TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS changes_at ON changes (at);
        CREATE INDEX IF NOT EXISTS changes_id ON changes (id, at);
      `),
    // An id is one document's. Where two files had taken the same one, or a row cannot be read, both
    // are read again.
    (database) =>
      database.exec(`
        CREATE TABLE documents (
          id TEXT PRIMARY KEY,
          source TEXT NOT NULL,
          name TEXT NOT NULL,
          own TEXT NOT NULL,
          FOREIGN KEY (source, name) REFERENCES files (source, name) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX documents_file ON documents (source, name);
        DELETE FROM files WHERE json_valid(documents) = 0 OR json_type(documents) <> 'array';
        DELETE FROM files WHERE rowid IN (
          SELECT one.rowid FROM files AS one, json_each(one.documents) AS mine
          WHERE json_extract(mine.value, '$.id') IN (
            SELECT json_extract(every.value, '$.id') FROM files AS other, json_each(other.documents) AS every
            GROUP BY 1 HAVING count(*) > 1
          ) OR json_extract(mine.value, '$.id') IS NULL OR json_extract(mine.value, '$.own') IS NULL
        );
        INSERT INTO documents (id, source, name, own)
          SELECT json_extract(value, '$.id'), source, name, json_extract(value, '$.own')
          FROM files, json_each(files.documents);
        ALTER TABLE files DROP COLUMN documents;
      `),
    // Whether anything was ever read from a source that was added.
    (database) =>
      database.exec(`
        ALTER TABLE sources ADD COLUMN counts INTEGER NOT NULL DEFAULT 0;
        UPDATE sources SET counts = 1 WHERE location IN (SELECT source FROM documents);
      `),
    // What a person says of a document.
    (database) =>
      database.exec(`
        CREATE TABLE descriptions (
          id TEXT PRIMARY KEY,
          title TEXT,
          publisher TEXT,
          date TEXT
        ) STRICT;
      `),
    // Documents as they were before they changed.
    (database) =>
      database.exec(`
        CREATE TABLE versions (
          id TEXT NOT NULL,
          hash TEXT NOT NULL,
          at INTEGER NOT NULL,
          body BLOB NOT NULL,
          PRIMARY KEY (id, hash)
        ) STRICT;
        CREATE INDEX versions_at ON versions (at);
      `),
  ],
  columns: {
    sources: ['location', 'set_name', 'counts'],
    files: ['source', 'name', 'stamp', 'hash', 'reader', 'reason', 'notes'],
    documents: ['id', 'source', 'name', 'own'],
    pages: ['address', 'record'],
    descriptions: ['id', 'title', 'publisher', 'date'],
    changes: ['id', 'state', 'hash', 'at'],
    versions: ['id', 'hash', 'at', 'body'],
  },
}
