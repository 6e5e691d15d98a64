import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { ProofStore } from '../../../membership/proof-ports.ts';
import { proofIntake, type ProofIntakeOptions } from '../../../payments/proof/intake.ts';
import { hostThat } from './host.ts';
import { encryptedPdf, pdfOf } from './pdf-files.ts';
import { jpeg } from './pictures.ts';
import { respond } from '../../support/respond.ts';

const memoryStore = (): ProofStore & { readonly kept: Map<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put: (hash, bytes) => Promise.resolve(void kept.set(hash, bytes)),
    get: (hash) => Promise.resolve(kept.get(hash)),
  };
};

const intakeOf = (options: Partial<ProofIntakeOptions> = {}): ReturnType<typeof proofIntake> =>
  proofIntake({ store: memoryStore(), loopback: true, ...options });

const files: ReadonlyMap<string, Buffer> = new Map([
  ['/a.pdf', pdfOf(1)],
  ['/photo', await jpeg()],
  ['/secret.pdf', encryptedPdf('secret')],
]);
const drive: RequestListener = (request, response) => {
  const file = files.get(request.url ?? '');
  respond(response, file === undefined ? 404 : 200, { 'content-type': 'text/plain' }, file);
};
const sha256 = (bytes: Buffer | undefined): string => createHash('sha256').update(bytes!).digest('hex');

describe('taking a proof', () => {
  it('keeps a sound file under its hash, by its content’s type and a tidy name', async () => {
    await using host = await hostThat(drive);
    const store = memoryStore();
    const intake = intakeOf({ store });
    const source = { url: `${host.origin}/a.pdf`, fileName: 'C:\\proofs\\bevis\u202e.png' };
    const hash = sha256(files.get('/a.pdf'));
    const bytes = files.get('/a.pdf')!.length;
    assert.deepEqual(await intake.take(source), {
      kind: 'kept',
      proof: { hash, type: 'application/pdf', bytes, fileName: 'bevis.png' },
    });
    assert.deepEqual([...store.kept], [[hash, files.get('/a.pdf')]]);
    await intake.close();
  });

  it('keeps the same file once, however it is called and wherever it lies', async () => {
    await using desktop = await hostThat(drive);
    await using phone = await hostThat(drive);
    const store = memoryStore();
    const intake = intakeOf({ store, token: () => Promise.resolve('secret') });
    const taken = await Promise.all([
      intake.take({ url: `${desktop.origin}/photo`, fileName: 'one.jpg' }),
      intake.take({ url: `${phone.origin}/photo`, fileName: 'two', serviceUrl: phone.origin }),
    ]);
    assert.deepEqual(
      taken.map((each) => each.kind === 'kept' && [each.proof.fileName, each.proof.hash]),
      [
        ['one.jpg', sha256(files.get('/photo'))],
        ['two', sha256(files.get('/photo'))],
      ],
    );
    assert.equal(store.kept.size, 1);
    await intake.close();
  });

  it('keeps nothing that can’t serve', async () => {
    await using host = await hostThat(drive);
    const store = memoryStore();
    const intake = intakeOf({ store });
    const take = (path: string): ReturnType<typeof intake.take> =>
      intake.take({ url: host.origin + path, fileName: 'a.pdf' });
    assert.deepEqual(await take('/secret.pdf'), { kind: 'encrypted' });
    assert.deepEqual(await take('/none'), { kind: 'unreachable', because: 'gone' });
    assert.equal(store.kept.size, 0);
    await intake.close();
  });

  it('fetches from Teams’ hosts alone, unless told', async () => {
    await using host = await hostThat(drive);
    const intake = intakeOf({ loopback: false });
    const source = { url: `${host.origin}/a.pdf`, fileName: 'a.pdf' };
    assert.deepEqual(await intake.take(source), { kind: 'unreachable', because: 'host' });
    await intake.close();
  });

  it('holds no more files at once than it may, and takes all', async () => {
    const waiting: (() => void)[] = [];
    const twoWait = Promise.withResolvers<undefined>();
    let released = false;
    await using host = await hostThat((request, response) => {
      const answer = (): void => void response.end(files.get('/photo'));
      if (released || request.url === '/ping') {
        answer();
        return;
      }
      if (waiting.push(answer) === 2) twoWait.resolve(undefined);
    });
    const intake = intakeOf({ limits: { filesAtOnce: 2, inspectionsAtOnce: 1 } });
    const source = { url: host.origin, fileName: 'a.jpg' };
    const taking = Promise.all(Array.from({ length: 8 }, () => intake.take(source)));
    await twoWait.promise;
    // Asked after all the others would have been.
    await (await fetch(`${host.origin}/ping`)).bytes();
    assert.equal(waiting.length, 2);
    released = true;
    for (const answer of waiting) answer();
    assert.deepEqual(new Set((await taking).map(({ kind }) => kind)), new Set(['kept']));
    await intake.close();
  });

  it('fails where the store does', async () => {
    await using host = await hostThat(drive);
    const store = { ...memoryStore(), put: () => Promise.reject(new Error('disk full')) };
    const intake = intakeOf({ store });
    await assert.rejects(intake.take({ url: `${host.origin}/a.pdf`, fileName: 'a' }), /disk full/);
    await intake.close();
  });
});

describe('closing the intake', () => {
  it('ends what is under way, takes nothing new and leaves no connection', async () => {
    const asked = Promise.withResolvers<undefined>();
    const hungUp = Promise.withResolvers<undefined>();
    await using host = await hostThat((_, response) => {
      response.on('close', () => hungUp.resolve(undefined));
      asked.resolve(undefined);
    });
    const intake = intakeOf();
    const source = { url: host.origin, fileName: 'a.pdf' };
    const rejected = assert.rejects(intake.take(source), { name: 'AbortError' });
    await asked.promise;
    await intake.close();
    await Promise.all([rejected, hungUp.promise]);
    await assert.rejects(intake.take(source), { name: 'AbortError' });
  });
});
