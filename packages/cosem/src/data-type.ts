/**
 * The COSEM `Data` CHOICE (IEC 62056-5-3, COSEMpdu ASN.1) as a closed union. Integers up to 32 bits are numbers,
 * 64-bit integers are bigints: energy is never a float.
 */
export type Data =
  | { readonly type: 'null-data' }
  | { readonly type: 'array'; readonly value: readonly Data[] }
  | { readonly type: 'structure'; readonly value: readonly Data[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'bit-string'; readonly value: Uint8Array; readonly bits: number }
  | { readonly type: 'double-long'; readonly value: number }
  | { readonly type: 'double-long-unsigned'; readonly value: number }
  | { readonly type: 'octet-string'; readonly value: Uint8Array }
  | { readonly type: 'visible-string'; readonly value: Uint8Array }
  | { readonly type: 'utf8-string'; readonly value: Uint8Array }
  | { readonly type: 'bcd'; readonly value: number }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'long'; readonly value: number }
  | { readonly type: 'unsigned'; readonly value: number }
  | { readonly type: 'long-unsigned'; readonly value: number }
  | { readonly type: 'compact-array'; readonly typeDescription: Uint8Array; readonly contents: Uint8Array }
  | { readonly type: 'long64'; readonly value: bigint }
  | { readonly type: 'long64-unsigned'; readonly value: bigint }
  | { readonly type: 'enum'; readonly value: number }
  | { readonly type: 'float32'; readonly value: Uint8Array }
  | { readonly type: 'float64'; readonly value: Uint8Array }
  | { readonly type: 'date-time'; readonly value: Uint8Array }
  | { readonly type: 'date'; readonly value: Uint8Array }
  | { readonly type: 'time'; readonly value: Uint8Array }
  | { readonly type: 'delta-integer'; readonly value: number }
  | { readonly type: 'delta-long'; readonly value: number }
  | { readonly type: 'delta-double-long'; readonly value: number }
  | { readonly type: 'delta-unsigned'; readonly value: number }
  | { readonly type: 'delta-long-unsigned'; readonly value: number }
  | { readonly type: 'delta-double-long-unsigned'; readonly value: number }
  | { readonly type: 'dont-care' };

export type DataTypeName = Data['type'];
