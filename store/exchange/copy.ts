import { hash } from 'node:crypto';
import { StoreFault } from '../faults.ts';
import { jsonb } from '../postgres/json.ts';
import { inOrder } from './export.ts';

/** What became of the documents of one kind. */
export interface Copied {
  /** In the source. */
  readonly found: number;
  readonly copied: number;
  /** They were there, and equal. */
  readonly already: number;
}

/** Documents of one kind, where they come from and where they go. */
export interface Route<Document> {
  readonly kind: string;
  readonly from: AsyncIterable<Document>;
  readonly nameOf: (document: Document) => string;
  /** What the target has in a document's place. */
  read(document: Document): Promise<Document | undefined>;
  write(documents: readonly Document[]): Promise<void>;
}

/** Alike for equal documents, whatever the order of their keys, of what the database can keep of them. */
const fingerprint = (document: unknown): string =>
  hash('sha256', JSON.stringify(JSON.parse(jsonb(document)), inOrder));

const atOnce = 100;

async function* inBatches<Document>(from: AsyncIterable<Document>): AsyncGenerator<readonly Document[]> {
  let batch: Document[] = [];
  for await (const document of from) {
    batch.push(document);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Those of the documents that the target does not have as they are. */
const different = async <Document>(
  route: Route<Document>,
  documents: readonly Document[],
): Promise<readonly Document[]> => {
  const there = await Promise.all(documents.map((document) => route.read(document)));
  return documents.filter((document, index) => {
    const found = there[index];
    return found === undefined || fingerprint(found) !== fingerprint(document);
  });
};

/**
 * Copies what the target does not have yet, and reads each back to compare it. Rejects with a `StoreFault` where one
 * is not what it was.
 */
export const copy = async <Document>(route: Route<Document>): Promise<Copied> => {
  let found = 0;
  let copied = 0;
  for await (const batch of inBatches(route.from)) {
    const missing = await different(route, batch);
    if (missing.length > 0) await route.write(missing);
    const [wrong] = await different(route, missing);
    if (wrong !== undefined)
      throw new StoreFault(
        'unusable',
        `${route.kind}: ${route.nameOf(wrong)} is not equal after it was copied`,
      );
    found += batch.length;
    copied += missing.length;
  }
  return { found, copied, already: found - copied };
};
