import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  fstatSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

export type JournalErrorCode = 'corrupt' | 'too-large';

/** The journal cannot be trusted; counters might fall, so nothing may start from it. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;
  constructor(code: JournalErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'JournalError';
    this.code = code;
  }
}

/** Frame: `uint32 length ‖ uint32 CRC-32 of the payload ‖ uint32 CRC-32 of the two before ‖ payload`. */
const headBytes = 12;
const frameSizeMaxBytes = 1 << 24;

/**
 * An append-only file of frames. A frame is one `write`, and whole or not there at all after a kill: what is torn at the end was
 * never acknowledged to anybody and is cut off when the file is opened. Damage anywhere else is an error.
 */
export class Journal {
  readonly #path: string;
  #fd: number;
  #sizeBytes: number;

  /** Opens or creates the file (0600) and gives each payload to `replay`, oldest first. @throws {JournalError} `corrupt` */
  constructor(path: string, replay: (payload: Buffer) => void) {
    this.#path = path;
    this.#fd = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600);
    this.#sizeBytes = this.#readAll(replay);
    ftruncateSync(this.#fd, this.#sizeBytes);
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Survives the death of this process from the return on (not a power cut: that would take an fdatasync). */
  append(payload: Uint8Array): void {
    const frame = encodeFrame(payload);
    writeAll(this.#fd, frame, this.#sizeBytes);
    this.#sizeBytes += frame.length;
  }

  /** Replaces the whole content by these payloads; a crash leaves the old content or the new. */
  rewrite(payloads: Iterable<Uint8Array>): void {
    const next = `${this.#path}.new`;
    const fd = openSync(next, 'w+', 0o600);
    let sizeBytes = 0;
    for (const payload of payloads) {
      writeAll(fd, encodeFrame(payload), sizeBytes);
      sizeBytes += headBytes + payload.length;
    }
    fdatasyncSync(fd);
    renameSync(next, this.#path);
    syncFolder(dirname(this.#path));
    closeSync(this.#fd);
    this.#fd = fd;
    this.#sizeBytes = sizeBytes;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Returns the length of the sound part. */
  #readAll(replay: (payload: Buffer) => void): number {
    const fileBytes = fstatSync(this.#fd).size;
    const head = Buffer.alloc(headBytes);
    let offset = 0;
    while (offset + headBytes <= fileBytes) {
      readSync(this.#fd, head, 0, headBytes, offset);
      if (crc32(head.subarray(0, 8)) !== head.readUInt32BE(8))
        throw new JournalError('corrupt', `head of the frame at ${offset}`);
      const length = head.readUInt32BE(0);
      if (length > frameSizeMaxBytes) throw new JournalError('corrupt', `frame of ${length} bytes at ${offset}`);
      if (offset + headBytes + length > fileBytes) break;
      const payload = Buffer.alloc(length);
      readSync(this.#fd, payload, 0, length, offset + headBytes);
      if (crc32(payload) !== head.readUInt32BE(4))
        throw new JournalError('corrupt', `checksum of the frame at ${offset}`);
      replay(payload);
      offset += headBytes + length;
    }
    return offset;
  }
}

function encodeFrame(payload: Uint8Array): Buffer {
  if (payload.length === 0 || payload.length > frameSizeMaxBytes)
    throw new JournalError('too-large', `${payload.length} bytes`);
  const frame = Buffer.allocUnsafe(headBytes + payload.length);
  frame.writeUInt32BE(payload.length, 0);
  frame.writeUInt32BE(crc32(payload), 4);
  frame.writeUInt32BE(crc32(frame.subarray(0, 8)), 8);
  frame.set(payload, headBytes);
  return frame;
}

function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written, position + written);
}

function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
