/** OBIS code: six octets A to F that name a COSEM object (IEC 62056-6-1). As text `A-B:C.D.E*F`, which is also its identity. */
export type ObisCode = string & { readonly brand: 'obis' };

/** @throws {RangeError} unless it is `A-B:C.D.E*F`, `A-B:C.D.E` (F = 255) or `A.B.C.D.E.F` */
export function parseObis(text: string): ObisCode {
  const match = /^(\d{1,3})[-.](\d{1,3})[:.](\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:[*.](\d{1,3}))?$/.exec(text);
  const groups = match?.slice(1).map((group) => Number(group ?? 255)) ?? [];
  if (groups.length !== 6 || groups.some((group) => group > 255))
    throw new RangeError(`"${text}" is not an OBIS code such as 1-0:1.8.0*255`);
  return obisOfBytes(Uint8Array.from(groups));
}

/** @throws {RangeError} unless there are six octets */
export function obisOfBytes(bytes: Uint8Array): ObisCode {
  if (bytes.length !== 6) throw new RangeError(`an OBIS code has 6 octets, not ${bytes.length}`);
  const [a, b, c, d, e, f] = bytes;
  return `${a}-${b}:${c}.${d}.${e}*${f}` as ObisCode;
}

/** The six octets. */
export function obisBytes(code: ObisCode): Uint8Array {
  return Uint8Array.from(code.split(/[-:.*]/), Number);
}
