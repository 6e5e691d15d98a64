import type { Migration } from '../../../store/postgres/migrations.ts';
import { distribution } from '../../../store/postgres/statements.ts';

const pieces = 2;

/** The same table, in pieces by its key, as Citus spreads it over machines. */
const inPieces = (sql: string, table: string, key: string): string => {
  const made = new RegExp(`(CREATE TABLE ${table} \\([^;]*?\\n\\))[^;]*;`);
  const parts = Array.from(
    { length: pieces },
    (_, n) =>
      `CREATE TABLE ${table}_${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${pieces}, REMAINDER ${n});`,
  );
  return sql.replace(
    made,
    (_all, table: string) => `${table} PARTITION BY HASH (${key});\n${parts.join('\n')}`,
  );
};

/** Migrations that make every distributed table in pieces. */
export const migrationsInPieces = (known: readonly Migration[]): readonly Migration[] =>
  known.map((migration) => ({
    ...migration,
    sql: Object.entries(distribution).reduce(
      (sql, [table, key]) => inPieces(sql, table, key),
      // How rows are stored is the pieces' matter, and none of a test of keys.
      migration.sql.replace(/^ALTER TABLE \w+ SET \(.*\);$/gm, ''),
    ),
  }));
