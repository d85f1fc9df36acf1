import { apduSizeMaxBytes, DecodeError } from './codec.ts';

/** Wrapper for TCP and UDP (IEC 62056-4-7): version 0001, source wPort, destination wPort, length, each uint16, then the APDU. */
export interface WrapperFrame {
  readonly source: number;
  readonly destination: number;
  readonly apdu: Uint8Array;
}

export const wrapperHeaderBytes = 8;
const wrapperVersion = 1;

/** @throws {RangeError} when the APDU is longer than 65 535 octets */
export function encodeWrapper({ source, destination, apdu }: WrapperFrame): Uint8Array {
  if (apdu.length > apduSizeMaxBytes) throw new RangeError(`an APDU of ${apdu.length} octets does not fit the wrapper`);
  const frame = new Uint8Array(wrapperHeaderBytes + apdu.length);
  const view = new DataView(frame.buffer);
  view.setUint16(0, wrapperVersion);
  view.setUint16(2, source);
  view.setUint16(4, destination);
  view.setUint16(6, apdu.length);
  frame.set(apdu, wrapperHeaderBytes);
  return frame;
}

/** One whole frame. @throws {DecodeError} */
export function decodeWrapper(bytes: Uint8Array): WrapperFrame {
  const frames = new WrapperReader().push(bytes);
  const [frame] = frames;
  if (frame === undefined) throw new DecodeError('truncated', bytes.length, 'not a whole wrapper frame');
  if (frames.length > 1 || bytes.length !== wrapperHeaderBytes + frame.apdu.length)
    throw new DecodeError('trailing-bytes', wrapperHeaderBytes + frame.apdu.length, 'more than one wrapper frame');
  return frame;
}

/** Cuts a byte stream into wrapper frames. The bytes are attacker-controlled; at most one APDU of the maximum length is held. */
export class WrapperReader {
  readonly #apduMaxBytes: number;
  #held = new Uint8Array(0);

  constructor(apduMaxBytes = apduSizeMaxBytes) {
    this.#apduMaxBytes = apduMaxBytes;
  }

  /** Octets of a frame that is not whole yet. */
  get heldBytes(): number {
    return this.#held.length;
  }

  /** Takes the next chunk and returns the frames it completes. @throws {DecodeError} when the stream is not wrapper frames; it cannot be resumed */
  push(chunk: Uint8Array): WrapperFrame[] {
    const bytes = this.#held.length === 0 ? chunk : joined(this.#held, chunk);
    const frames: WrapperFrame[] = [];
    let at = 0;
    while (bytes.length - at >= wrapperHeaderBytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, wrapperHeaderBytes);
      if (view.getUint16(0) !== wrapperVersion)
        throw new DecodeError('value', at, `wrapper version ${view.getUint16(0)}, not 1`);
      const length = view.getUint16(6);
      if (length > this.#apduMaxBytes)
        throw new DecodeError('limit', at + 6, `APDU of ${length} octets announced, at most ${this.#apduMaxBytes}`);
      const end = at + wrapperHeaderBytes + length;
      if (end > bytes.length) break;
      frames.push({
        source: view.getUint16(2),
        destination: view.getUint16(4),
        apdu: bytes.subarray(at + wrapperHeaderBytes, end),
      });
      at = end;
    }
    this.#held = at === bytes.length ? new Uint8Array(0) : bytes.slice(at);
    return frames;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
