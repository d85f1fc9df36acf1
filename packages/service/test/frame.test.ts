import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame, FrameError, FrameReader, frameSizeMaxBytes } from '../src/frame.ts';

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof FrameError) return error.code;
    throw error;
  }
  return undefined;
};

test('frames survive any cutting of the stream', () => {
  const frames = fc.array(fc.record({ head: fc.jsonValue(), body: fc.uint8Array({ maxLength: 300 }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map((frame) => encodeFrame(frame.head, frame.body)));
      const reader = new FrameReader();
      const received = [];
      for (let at = 0, i = 0; at < stream.length; i++) {
        const size = cuts[i % cuts.length] ?? 1;
        received.push(...reader.push(stream.subarray(at, at + size)));
        at += size;
      }
      expect(received.map((frame) => JSON.stringify(frame.head))).toEqual(
        sent.map((frame) => JSON.stringify(frame.head)),
      );
      expect(received.map((frame) => Buffer.from(frame.body).toString('hex'))).toEqual(
        sent.map((frame) => Buffer.from(frame.body).toString('hex')),
      );
    }),
  );
});

test('an announced length beyond the limit is refused before its bytes arrive', () => {
  const announced = Buffer.alloc(8);
  announced.writeUInt32BE(frameSizeMaxBytes + 1, 0);
  expect(codeOf(() => new FrameReader().push(announced))).toBe('too-large');
  expect(codeOf(() => encodeFrame({}, new Uint8Array(frameSizeMaxBytes)))).toBe('too-large');
});

test('a head longer than its frame, or not JSON, is malformed', () => {
  const frame = encodeFrame({ a: 1 });
  const long = Buffer.from(frame);
  long.writeUInt32BE(5000, 4);
  expect(codeOf(() => new FrameReader().push(long))).toBe('malformed');
  const broken = Buffer.from(frame);
  broken[8] = 0x21;
  expect(codeOf(() => new FrameReader().push(broken))).toBe('malformed');
});
