import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../tests/vectors/', import.meta.url);

export interface Frame {
  readonly dir: 'c2s' | 's2c' | 'push';
  readonly hex: string;
  readonly apdu_hex?: string;
  readonly plain_hex?: string;
  readonly user_information_plain_hex?: string;
  readonly tag_ok?: boolean | null;
}

export interface Trace {
  readonly name: string;
  readonly transport: 'wrapper-tcp' | 'hdlc-over-tcp';
  readonly security_suite: number;
  readonly keys: {
    readonly global_unicast_encryption_key: string;
    readonly authentication_key: string;
    readonly dedicated_key?: string | null;
  };
  readonly system_titles: { readonly client?: string; readonly server: string };
  readonly frames: readonly Frame[];
}

export interface Vector {
  readonly group: string;
  readonly name: string;
  readonly hex: string;
  readonly keys?: {
    readonly global_unicast_encryption_key: string;
    readonly authentication_key?: string;
    readonly system_title?: string;
    readonly invocation_counter?: string;
  };
  readonly kek?: string;
  readonly security_control?: string;
  readonly plain_hex?: string;
  readonly apdu_hex?: string;
  readonly ctos?: string;
  readonly stoc?: string;
}

export const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
export const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex').toUpperCase();

export const traces: readonly Trace[] = readdirSync(new URL('traces/', ROOT))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(`traces/${file}`, ROOT), 'utf8')) as Trace);

export const vectors = (file: string): readonly Vector[] =>
  JSON.parse(readFileSync(new URL(`vectors/${file}.json`, ROOT), 'utf8')) as readonly Vector[];

export function vector(file: string, name: string): Vector {
  const found = vectors(file).find((v) => v.name === name);
  if (found === undefined) throw new Error(`no vector ${file}: ${name}`);
  return found;
}

/** The APDU of a recorded frame: behind the 8-octet wrapper header, or as reassembled from HDLC (undefined inside a segment). */
export function apduOf(trace: Trace, frame: Frame): Uint8Array | undefined {
  if (trace.transport === 'wrapper-tcp') return bytes(frame.hex).subarray(8);
  return frame.apdu_hex === undefined ? undefined : bytes(frame.apdu_hex);
}
