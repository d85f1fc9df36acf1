import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64Decode } from '../src/base64.ts';
import { parseCheckpoint, signCheckpoint } from '../src/checkpoint.ts';
import { forgeries, publishLog, readerOf, rehearse } from '../src/forgeries.ts';
import { openCheckpoint, parsePolicy } from '../src/policy.ts';
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from '../src/proof.ts';
import {
  ed25519Signer,
  formatNote,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKey,
  verifySignature,
} from '../src/signed-note.ts';
import { bundlePath, decodeBundle, encodeBundle, tilePath, tilesOf } from '../src/tile.ts';
import { TlogError, type TlogErrorCode } from '../src/tlog-error.ts';
import { formatProof, parseProof } from '../src/tlog-proof.ts';
import { emptyRoot, leafHash, memoryTree, rootHash } from '../src/tree-hash.ts';
import { verifyLog } from '../src/verify-log.ts';
import { verifyProof } from '../src/verify-proof.ts';

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const utf8 = new TextEncoder();
const codeOf = (act: () => unknown): TlogErrorCode | 'held' => {
  try {
    act();
    return 'held';
  } catch (error) {
    if (error instanceof TlogError) return error.code;
    throw error;
  }
};
const entriesOf = (n: number) => Array.from({ length: n }, (_, i) => utf8.encode(`{"entry":${i}}`));
const treeOf = (n: number) => memoryTree(entriesOf(n).map(leafHash));
const seed = new Uint8Array(32).fill(1);

describe('tree', () => {
  // The eight entries and roots of the reference implementations of RFC 6962.
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(fromHex);
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  test('has the published roots', () => {
    const subtree = memoryTree(entries.map(leafHash));
    expect(roots.map((_, i) => toHex(rootHash(subtree, i + 1)))).toEqual(roots);
    expect(toHex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('every inclusion proof holds, and with anything changed it does not', () => {
    for (let size = 1; size <= 40; size++) {
      const subtree = treeOf(size);
      const root = rootHash(subtree, size);
      for (let index = 0; index < size; index++) {
        const leaf = subtree(0, index);
        const proof = inclusionProof(subtree, index, size);
        expect(codeOf(() => verifyInclusion(leaf, index, size, proof, root))).toBe('held');
        expect(codeOf(() => verifyInclusion(leafHash(utf8.encode('other')), index, size, proof, root))).toBe(
          'inclusion',
        );
        expect(codeOf(() => verifyInclusion(leaf, index, size, [...proof, root], root))).toBe('inclusion');
        if (proof.length > 0)
          expect(codeOf(() => verifyInclusion(leaf, index, size, proof.slice(1), root))).toBe('inclusion');
        if (size > 1)
          expect(codeOf(() => verifyInclusion(leaf, (index + 1) % size, size, proof, root))).toBe('inclusion');
        proof.forEach((hash, i) =>
          expect(
            codeOf(() => verifyInclusion(leaf, index, size, proof.with(i, hash.with(5, hash[5]! ^ 1)), root)),
          ).toBe('inclusion'),
        );
      }
      expect(codeOf(() => verifyInclusion(root, size, size, [], root))).toBe('index');
    }
  });

  test('every consistency proof holds, and with anything changed it does not', () => {
    for (let size = 0; size <= 33; size++) {
      const subtree = treeOf(size);
      const root = rootHash(subtree, size);
      for (let oldSize = 0; oldSize <= size; oldSize++) {
        const oldRoot = rootHash(subtree, oldSize);
        const proof = consistencyProof(subtree, oldSize, size);
        expect(codeOf(() => verifyConsistency(oldSize, oldRoot, size, root, proof))).toBe('held');
        const other = root.with(0, root[0]! ^ 1);
        if (oldSize > 0 && oldSize < size) {
          expect(codeOf(() => verifyConsistency(oldSize, other, size, root, proof))).toBe('consistency');
          expect(codeOf(() => verifyConsistency(oldSize, oldRoot, size, other, proof))).toBe('consistency');
          expect(codeOf(() => verifyConsistency(oldSize, oldRoot, size, root, proof.slice(1)))).toBe('consistency');
          expect(codeOf(() => verifyConsistency(oldSize, oldRoot, size, root, []))).toBe('consistency');
        }
        expect(codeOf(() => verifyConsistency(oldSize, oldRoot, size, root, [...proof, root]))).toBe('consistency');
      }
      expect(codeOf(() => verifyConsistency(size + 1, root, size, root, []))).toBe('consistency');
      expect(codeOf(() => verifyConsistency(size, root.with(0, root[0]! ^ 1), size, root, []))).toBe('consistency');
    }
  });

  test('proofs outside the log are not made', () => {
    expect(codeOf(() => inclusionProof(treeOf(3), 3, 3))).toBe('index');
    expect(codeOf(() => consistencyProof(treeOf(3), 4, 3))).toBe('index');
    expect(() => treeOf(3)(0, 3)).toThrow(RangeError);
  });
});

describe('tiles', () => {
  test('paths are those of tlog-tiles', () => {
    expect(tilePath(0, 1234067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath(1, 0, 3)).toBe('tile/1/000.p/3');
    expect(bundlePath(999, 256)).toBe('tile/entries/999');
  });
  test('a log of 70 000 entries has full and partial tiles on three levels', () => {
    expect(tilesOf(0)).toEqual([]);
    const tiles = tilesOf(70_000);
    expect(tiles.filter((tile) => tile.level === 0)).toHaveLength(274);
    expect(tiles.filter((tile) => tile.level === 1).map((tile) => tile.width)).toEqual([256, 17]);
    expect(tiles.filter((tile) => tile.level === 2).map((tile) => tile.width)).toEqual([1]);
  });
  test('bundles come back as they went, and nothing else is one', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 20 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map(toHex)).toEqual(entries.map(toHex));
      }),
    );
    expect(codeOf(() => decodeBundle(fromHex('00')))).toBe('malformed');
    expect(codeOf(() => decodeBundle(fromHex('000501')))).toBe('malformed');
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});

describe('signed note', () => {
  // The example of the Go note package.
  const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const example =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  test('the published example verifies and is written the same', () => {
    const key = parseVerifierKey(vkey);
    expect(formatVerifierKey(key)).toBe(vkey);
    expect(verifySignature(parseNote(example), key)).toBe(0);
    expect(formatNote(parseNote(example))).toBe(example);
  });
  test('a changed text or signature is found', () => {
    const key = parseVerifierKey(vkey);
    expect(codeOf(() => verifySignature(parseNote(example.replace('answer', 'anSwer')), key))).toBe('signature');
    expect(codeOf(() => verifySignature(parseNote(example.replace('o/ZJ', 'o/ZK')), key))).toBe('signature');
    const other = ed25519Signer('PeterNeumann', seed);
    expect(verifySignature(parseNote(example), other.key)).toBeUndefined();
  });
  test('what is not a note or a key is malformed', () => {
    for (const text of [
      '',
      'a\n',
      'a\n\nb\n',
      'a\n\n— x AAAA\n',
      'a\n\n— x+y AAAAAAAA\n',
      'a\n\n— x A!\n',
      'a\n\n— x AAAAAAAA more\n',
      `a\n\n${'— x AAAAAAAA\n'.repeat(101)}`,
      'x'.repeat(100_001),
    ]) {
      expect(codeOf(() => parseNote(text))).toBe('malformed');
    }
    for (const text of ['x', vkey.replace('c74f', 'c74e'), vkey.replace('ARpc', 'CRpc'), 'a+00000000+AQ=='])
      expect(codeOf(() => parseVerifierKey(text))).toBe('malformed');
    expect(codeOf(() => verifierKey('a b', 1, new Uint8Array(32)))).toBe('malformed');
    expect(codeOf(() => base64Decode('AB=='))).toBe('malformed');
  });
});

/** A cosignature as a witness makes it: time(8) ‖ Ed25519 over `cosignature/v1\ntime T\n` ‖ text. */
function cosign(
  checkpoint: string,
  name: string,
  witnessSeed: Uint8Array,
  time: number,
): { text: string; vkey: string } {
  const note = parseNote(checkpoint);
  const signer = ed25519Signer(name, witnessSeed);
  const key = verifierKey(name, 4, signer.key.publicKey);
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  const signature = Uint8Array.of(...stamp, ...signer.sign(utf8.encode(`cosignature/v1\ntime ${time}\n${note.text}`)));
  return {
    text: formatNote({ ...note, signatures: [...note.signatures, { name, keyId: key.keyId, signature }] }),
    vkey: formatVerifierKey(key),
  };
}

describe('policy', () => {
  const signer = ed25519Signer('example.com/log', seed);
  const checkpoint = signCheckpoint({ origin: 'example.com/log', size: 5, root: rootHash(treeOf(5), 5) }, signer);
  const log = `log ${formatVerifierKey(signer.key)}\n`;

  test('a checkpoint opens under the key of its log only', () => {
    expect(openCheckpoint(checkpoint, parsePolicy(`${log}quorum none\n`)).size).toBe(5);
    const sameName = ed25519Signer('example.com/log', new Uint8Array(32).fill(9));
    expect(
      codeOf(() => openCheckpoint(checkpoint, parsePolicy(`log ${formatVerifierKey(sameName.key)}\nquorum none\n`))),
    ).toBe('unknown-key');
    const other = ed25519Signer('example.com/other', seed);
    expect(
      codeOf(() => openCheckpoint(checkpoint, parsePolicy(`log ${formatVerifierKey(other.key)}\nquorum none\n`))),
    ).toBe('origin');
  });

  test('a quorum of witnesses is demanded and counted', () => {
    const one = cosign(checkpoint, 'w1', new Uint8Array(32).fill(2), 1_700_000_000);
    const both = cosign(one.text, 'w2', new Uint8Array(32).fill(3), 1_700_000_001);
    const policy = parsePolicy(
      `# demonstration\n${log}witness a ${one.vkey}\nwitness b ${both.vkey} # second\ngroup g 2 a b\n\nquorum g\n`,
    );
    expect(openCheckpoint(both.text, policy).size).toBe(5);
    expect(codeOf(() => openCheckpoint(one.text, policy))).toBe('quorum');
    const any = parsePolicy(`${log}witness a ${one.vkey}\nwitness b ${both.vkey}\ngroup g any a b\nquorum g\n`);
    expect(openCheckpoint(one.text, any).size).toBe(5);
    expect(verifySignature(parseNote(both.text), parseVerifierKey(both.vkey))).toBe(1_700_000_001);
    const forged = formatNote({ ...parseNote(one.text), text: parseNote(one.text).text.replace('5', '6') });
    expect(codeOf(() => openCheckpoint(forged, any))).toBe('signature');
  });

  test('a cosignature that is no cosignature is malformed', () => {
    const note = parseNote(checkpoint);
    const key = verifierKey('w1', 4, ed25519Signer('w1', seed).key.publicKey);
    const short = { ...note, signatures: [{ name: 'w1', keyId: key.keyId, signature: new Uint8Array(64) }] };
    expect(codeOf(() => verifySignature(short, key))).toBe('malformed');
  });

  test.each([
    ['no log', 'quorum none\n'],
    ['no quorum', log],
    ['quorum twice', `${log}quorum none\nquorum none\n`],
    ['unknown quorum', `${log}quorum g\n`],
    ['unknown member', `${log}group g 1 a\nquorum g\n`],
    ['threshold too high', `${log}witness a ${formatVerifierKey(signer.key)}\ngroup g 2 a\nquorum g\n`],
    ['threshold no number', `${log}witness a ${formatVerifierKey(signer.key)}\ngroup g x a\nquorum g\n`],
    [
      'name twice',
      `${log}witness a ${formatVerifierKey(signer.key)}\nwitness a ${formatVerifierKey(signer.key)}\nquorum a\n`,
    ],
    ['group name twice', `${log}witness a ${formatVerifierKey(signer.key)}\ngroup a 1 a\nquorum a\n`],
    ['unknown keyword', `${log}trust me\nquorum none\n`],
  ])('a policy with %s is malformed', (_name, text) => expect(codeOf(() => parsePolicy(text))).toBe('malformed'));

  test('what is not a checkpoint is malformed', () => {
    for (const text of [
      'a\n01\nAAAA\n',
      'a\n1\nAAAA\n',
      '\n1\nAAAA\n',
      `a\n1\n${Buffer.alloc(32).toString('base64')}\n\nmore\n`,
    ]) {
      expect(codeOf(() => parseCheckpoint(formatNote(signNote(text, signer))))).toBe('malformed');
    }
    const extended = `a\n1\n${Buffer.alloc(32).toString('base64')}\nextension\n`;
    expect(parseCheckpoint(formatNote(signNote(extended, signer))).checkpoint.size).toBe(1);
  });
});

describe('proof of an entry', () => {
  const signer = ed25519Signer('example.com/log', seed);
  const entries = entriesOf(300);
  const subtree = memoryTree(entries.map(leafHash));
  const checkpoint = signCheckpoint({ origin: 'example.com/log', size: 300, root: rootHash(subtree, 300) }, signer);
  const policy = `log ${formatVerifierKey(signer.key)}\nquorum none\n`;
  const proofOf = (index: number) => formatProof({ index, hashes: inclusionProof(subtree, index, 300), checkpoint });

  test('holds offline, for its own entry only', () => {
    expect(verifyProof(proofOf(123), entries[123]!, policy)).toMatchObject({ index: 123, checkpoint: { size: 300 } });
    expect(codeOf(() => verifyProof(proofOf(123), entries[124]!, policy))).toBe('inclusion');
  });
  test('may carry extra data, which is not part of what is shown', () => {
    const extra = proofOf(7).replace('\nindex', '\nextra QUJD\nindex');
    expect(verifyProof(extra, entries[7]!, policy).index).toBe(7);
    expect(formatProof(parseProof(proofOf(7)))).toBe(proofOf(7));
  });
  test('with any character changed it fails with a code', () => {
    const text = proofOf(200);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        fc.pre(changed !== text);
        expect(codeOf(() => verifyProof(changed, entries[200]!, policy))).not.toBe('held');
      }),
      { numRuns: 500 },
    );
  });
  test.each([
    '',
    'x\n\ny',
    'c2sp.org/tlog-proof@v1\nindex -1\n\n',
    'c2sp.org/tlog-proof@v1\nindex 1\nQUJD\n\n',
    'c2sp.org/tlog-proof@v1\nextra !\nindex 1\n\n',
  ])('%j is not a proof', (text) => expect(codeOf(() => parseProof(text))).toBe('malformed'));
});

describe('a whole log', () => {
  const signer = ed25519Signer('example.com/log', seed);
  const policy = parsePolicy(`log ${formatVerifierKey(signer.key)}\nquorum none\n`);
  const failure = (run: Promise<unknown>) =>
    run.then(
      () => 'held',
      (error: unknown) => (error instanceof TlogError ? error.code : String(error)),
    );

  test.each([0, 1, 255, 256, 257, 700])('of %i entries verifies, entries in order', async (size) => {
    const seen: number[] = [];
    const copy = publishLog(entriesOf(size), signer);
    const report = await verifyLog(readerOf(copy), policy, {
      onEntry: (entry, index) =>
        seen.push(index + (new TextDecoder().decode(entry) === `{"entry":${index}}` ? 0 : 1e6)),
    });
    expect(report.entries).toBe(size);
    expect(seen).toEqual(Array.from({ length: size }, (_, i) => i));
  });

  test('grows from what was seen before', async () => {
    const earlier = openCheckpoint(
      new TextDecoder().decode(publishLog(entriesOf(300), signer).get('checkpoint')),
      policy,
    );
    expect(await failure(verifyLog(readerOf(publishLog(entriesOf(400), signer)), policy, { earlier }))).toBe('held');
    expect(await failure(verifyLog(readerOf(publishLog(entriesOf(299), signer)), policy, { earlier }))).toBe(
      'consistency',
    );
  });

  test('without its checkpoint, or with a bundle cut short, it fails', async () => {
    const copy = publishLog(entriesOf(10), signer);
    expect(
      await failure(verifyLog(readerOf(new Map([...copy].filter(([path]) => path !== 'checkpoint'))), policy)),
    ).toBe('missing');
    copy.set('tile/entries/000.p/10', encodeBundle(entriesOf(9)));
    expect(await failure(verifyLog(readerOf(copy), policy))).toBe('tile');
  });

  test.each(forgeries.flatMap((forgery) => [3, 10, 260].map((size) => [forgery.name, size, forgery] as const)))(
    '%s is found in a log of %i',
    async (_name, size, forgery) => {
      const rehearsal = rehearse(entriesOf(size), seed);
      expect(
        await failure(
          verifyLog(readerOf(publishLog(rehearsal.entries, rehearsal.signer)), rehearsal.policy, {
            earlier: rehearsal.earlier,
          }),
        ),
      ).toBe('held');
      expect(forgery.foundAs).toContain(
        await failure(verifyLog(readerOf(forgery.apply(rehearsal)), rehearsal.policy, { earlier: rehearsal.earlier })),
      );
    },
  );

  test('a rehearsal needs entries to forge', () => expect(() => rehearse(entriesOf(2), seed)).toThrow(RangeError));
});
