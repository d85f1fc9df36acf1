/**
 * Frames between processes: `uint32 total ‖ uint32 headLength ‖ head (UTF-8 JSON) ‖ body`. `total` counts everything after itself.
 * A peer that announces more than the limit is cut off before anything is allocated.
 */
export interface Frame {
  readonly head: unknown;
  readonly body: Uint8Array;
}

export type FrameErrorCode = 'too-large' | 'malformed';

/** The peer sent something that is not a frame; the connection is of no more use. */
export class FrameError extends Error {
  readonly code: FrameErrorCode;
  constructor(code: FrameErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'FrameError';
    this.code = code;
  }
}

export const frameSizeMaxBytes = 16 * 1024 * 1024;
const prefixBytes = 8;

/** @throws {FrameError} `too-large` when head and body exceed the limit: split the batch. */
export function encodeFrame(head: unknown, body: Uint8Array = new Uint8Array(0)): Buffer {
  const json = JSON.stringify(head);
  const headBytes = Buffer.byteLength(json);
  const total = 4 + headBytes + body.length;
  if (total > frameSizeMaxBytes) throw new FrameError('too-large', `${total} bytes to send`);
  const frame = Buffer.allocUnsafe(4 + total);
  frame.writeUInt32BE(total, 0);
  frame.writeUInt32BE(headBytes, 4);
  frame.write(json, prefixBytes, 'utf8');
  frame.set(body, prefixBytes + headBytes);
  return frame;
}

/** Cuts a byte stream into frames. The chunks are attacker-controlled. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #lengthBytes = 0;

  /** Takes the next chunk and returns the frames it completes. @throws {FrameError} */
  push(chunk: Buffer): Frame[] {
    this.#chunks.push(chunk);
    this.#lengthBytes += chunk.length;
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | undefined {
    if (this.#lengthBytes < prefixBytes) return undefined;
    const first = this.#atLeast(prefixBytes);
    const total = first.readUInt32BE(0);
    const headBytes = first.readUInt32BE(4);
    if (total > frameSizeMaxBytes) throw new FrameError('too-large', `${total} bytes announced`);
    if (headBytes + 4 > total) throw new FrameError('malformed', 'head longer than the frame');
    if (this.#lengthBytes < 4 + total) return undefined;
    const bytes = this.#atLeast(4 + total);
    this.#chunks[0] = bytes.subarray(4 + total);
    this.#lengthBytes -= 4 + total;
    return {
      head: parseHead(bytes.subarray(prefixBytes, prefixBytes + headBytes)),
      body: bytes.subarray(prefixBytes + headBytes, 4 + total),
    };
  }

  /** Makes the first chunk at least this long; joins at most once per frame. */
  #atLeast(lengthBytes: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= lengthBytes) return first;
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}

function parseHead(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new FrameError('malformed', 'head is not JSON');
  }
}
