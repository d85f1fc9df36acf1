/**
 * Declarative A-XDR (IEC 61334-6 as used by IEC 62056-5-3): a wire message is declared once, as a value that is codec and type. `decode` consumes every
 * byte or fails; lengths and counts are checked against what is left and against limits before anything is allocated; nesting is bounded.
 */
export type DecodeErrorCode = 'truncated' | 'trailing-bytes' | 'length' | 'limit' | 'depth' | 'tag' | 'value';

/** The bytes are not what the declaration says. `offset` is where it went wrong. */
export class DecodeError extends Error {
  readonly code: DecodeErrorCode;
  readonly offset: number;
  constructor(code: DecodeErrorCode, offset: number, detail: string) {
    super(`${code} at octet ${offset}: ${detail}`);
    this.name = 'DecodeError';
    this.code = code;
    this.offset = offset;
  }
}

/** Our own value does not fit its declaration: always a mistake of the caller. */
export class EncodeError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'EncodeError';
  }
}

export interface Codec<T> {
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
}

export type TypeOf<C> = C extends Codec<infer T> ? T : never;

/** Longest APDU anybody may send us: the largest PDU size that can be negotiated. */
export const apduSizeMaxBytes = 65_535;
export const nestingMax = 16;

/** @throws {DecodeError} */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  const reader = new Reader(bytes);
  const value = codec.read(reader);
  reader.end();
  return value;
}

/** @throws {EncodeError} */
export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer();
  codec.write(writer, value);
  return writer.finish();
}

/** A cursor over bytes. All reads check what is left. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly #end: number;
  #depth = 0;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  get left(): number {
    return this.#end - this.at;
  }

  u8(): number {
    if (this.at >= this.#end) throw this.error('truncated', 'one more octet expected');
    return this.bytes[this.at++] as number;
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  u64(): bigint {
    return (BigInt(this.u32()) << 32n) | BigInt(this.u32());
  }

  /** The next octets, not copied. */
  take(lengthBytes: number): Uint8Array {
    if (lengthBytes > this.left) throw this.error('truncated', `${lengthBytes} octets announced, ${this.left} left`);
    const taken = this.bytes.subarray(this.at, this.at + lengthBytes);
    this.at += lengthBytes;
    return taken;
  }

  /** A-XDR / BER definite length: one octet below 128, else 0x81, 0x82 or 0x84 and as many octets. */
  length(): number {
    const first = this.u8();
    if (first < 0x80) return first;
    switch (first) {
      case 0x81:
        return this.u8();
      case 0x82:
        return this.u16();
      case 0x83:
        return this.u8() * 0x10000 + this.u16();
      case 0x84:
        return this.u32();
      default:
        throw this.error('length', `length octet 0x${first.toString(16)}`, this.at - 1);
    }
  }

  /** A count of elements: each takes at least one octet, so no more than are left. */
  count(): number {
    const at = this.at;
    const count = this.length();
    if (count > this.left) throw this.error('limit', `${count} elements announced, ${this.left} octets left`, at);
    return count;
  }

  /** Reads something nested one level deeper. */
  nested<T>(read: () => T): T {
    if (++this.#depth > nestingMax) throw this.error('depth', `nested deeper than ${nestingMax}`);
    const value = read();
    this.#depth--;
    return value;
  }

  /** @throws {DecodeError} when octets are left over */
  end(): void {
    if (this.left > 0) throw this.error('trailing-bytes', `${this.left} octets left over`);
  }

  error(code: DecodeErrorCode, detail: string, offset = this.at): DecodeError {
    return new DecodeError(code, offset, detail);
  }
}

/** A growing buffer. */
export class Writer {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  u16(value: number): void {
    this.#room(2);
    this.#bytes[this.#length++] = value >>> 8;
    this.#bytes[this.#length++] = value;
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value & 0xffff);
  }

  u64(value: bigint): void {
    this.u32(Number((value >> 32n) & 0xffff_ffffn));
    this.u32(Number(value & 0xffff_ffffn));
  }

  octets(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  lengthOf(value: number): void {
    if (value < 0x80) this.u8(value);
    else if (value < 0x100) {
      this.u8(0x81);
      this.u8(value);
    } else if (value < 0x10000) {
      this.u8(0x82);
      this.u16(value);
    } else {
      this.u8(0x84);
      this.u32(value);
    }
  }

  /** What was written, as a copy of its own. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #room(lengthBytes: number): void {
    const needed = this.#length + lengthBytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function inRange(value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new EncodeError(`${value} is not a whole number from ${min} to ${max}`);
  return value;
}

export const unsigned: Codec<number> = { read: (r) => r.u8(), write: (w, v) => w.u8(inRange(v, 0, 0xff)) };
export const longUnsigned: Codec<number> = { read: (r) => r.u16(), write: (w, v) => w.u16(inRange(v, 0, 0xffff)) };
export const doubleLongUnsigned: Codec<number> = {
  read: (r) => r.u32(),
  write: (w, v) => w.u32(inRange(v, 0, 0xffff_ffff)),
};
export const integer: Codec<number> = {
  read: (r) => (r.u8() << 24) >> 24,
  write: (w, v) => w.u8(inRange(v, -0x80, 0x7f) & 0xff),
};

/** A-XDR BOOLEAN: 00 is false. What is not 00 is true, and is written FF or 01 as the peer of this field does. */
export const boolean = (trueOctet: number): Codec<boolean> => ({
  read: (r) => r.u8() !== 0,
  write: (w, v) => w.u8(v ? trueOctet : 0),
});

/** Fixed-size octet string, without a length. */
export const octets = (lengthBytes: number): Codec<Uint8Array> => ({
  read: (r) => r.take(lengthBytes),
  write(w, v) {
    if (v.length !== lengthBytes) throw new EncodeError(`${v.length} octets where ${lengthBytes} belong`);
    w.octets(v);
  },
});

/** Octet string with its length in front. */
export const octetString = (maxBytes = apduSizeMaxBytes): Codec<Uint8Array> => ({
  read(r) {
    const at = r.at;
    const length = r.length();
    if (length > maxBytes) throw r.error('limit', `octet string of ${length}, at most ${maxBytes}`, at);
    return r.take(length);
  },
  write(w, v) {
    if (v.length > maxBytes) throw new EncodeError(`octet string of ${v.length}, at most ${maxBytes}`);
    w.lengthOf(v.length);
    w.octets(v);
  },
});

/** ENUMERATED with names; an octet without a name is refused. */
export function enumeration<N extends string>(names: Readonly<Record<N, number>>): Codec<N> {
  const byValue = new Map(Object.entries<number>(names).map(([name, value]) => [value, name as N]));
  return {
    read(r) {
      const value = r.u8();
      const name = byValue.get(value);
      if (name === undefined) throw r.error('value', `${value} has no meaning here`, r.at - 1);
      return name;
    },
    write: (w, v) => w.u8(names[v]),
  };
}

type Fields = Readonly<Record<string, Codec<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: TypeOf<F[K]> };

/** Fields in order. */
export function sequence<F extends Fields>(fields: F): Codec<Values<F>> {
  const entries = Object.entries(fields);
  return {
    read(r) {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of entries) value[name] = codec.read(r);
      return value as Values<F>;
    },
    write(w, v) {
      for (const [name, codec] of entries) codec.write(w, v[name]);
    },
  };
}

/** OPTIONAL: presence octet, then the value. */
export const optional = <T>(codec: Codec<T>): Codec<T | undefined> => ({
  read(r) {
    const presence = r.u8();
    if (presence > 1) throw r.error('value', `presence octet ${presence}`, r.at - 1);
    return presence === 0 ? undefined : codec.read(r);
  },
  write(w, v) {
    w.u8(v === undefined ? 0 : 1);
    if (v !== undefined) codec.write(w, v);
  },
});

/** SEQUENCE OF: count, then the elements. */
export const sequenceOf = <T>(codec: Codec<T>): Codec<readonly T[]> => ({
  read(r) {
    const count = r.count();
    const values: T[] = [];
    for (let i = 0; i < count; i++) values.push(codec.read(r));
    return values;
  },
  write(w, v) {
    w.lengthOf(v.length);
    for (const one of v) codec.write(w, one);
  },
});

type Choices = Readonly<Record<string, readonly [tag: number, codec: Codec<unknown>]>>;

/** CHOICE of sequences: tag octet, then the chosen one, whose fields stand beside `type`. */
export function choice<C extends Choices>(
  choices: C,
): Codec<{ [K in keyof C & string]: { readonly type: K } & TypeOf<C[K][1]> }[keyof C & string]> {
  const one = alternative(choices);
  return {
    read(r) {
      const { type, value } = one.read(r) as { type: string; value: object };
      return { type, ...value } as never;
    },
    write: (w, v: { readonly type: string }) => one.write(w, { type: v.type, value: v } as never),
  };
}

/** CHOICE of values: tag octet, then `{type, value}`. */
export function alternative<C extends Choices>(
  choices: C,
): Codec<{ [K in keyof C & string]: { readonly type: K; readonly value: TypeOf<C[K][1]> } }[keyof C & string]> {
  const byTag = new Map(Object.entries(choices).map(([type, [tag, codec]]) => [tag, { type, codec }]));
  return {
    read(r) {
      const tag = r.u8();
      const chosen = byTag.get(tag);
      if (chosen === undefined) throw r.error('tag', `choice ${tag} does not exist`, r.at - 1);
      return { type: chosen.type, value: chosen.codec.read(r) } as never;
    },
    write(w, v: { readonly type: string; readonly value: unknown }) {
      const chosen = choices[v.type];
      if (chosen === undefined) throw new EncodeError(`choice "${v.type}" does not exist`);
      w.u8(chosen[0]);
      chosen[1].write(w, v.value);
    },
  };
}
