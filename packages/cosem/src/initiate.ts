import {
  boolean,
  integer,
  longUnsigned,
  octetString,
  optional,
  sequence,
  unsigned,
  type Codec,
  type TypeOf,
} from './codec.ts';

/** Conformance as carried: `5F 1F 04 00` and three octets (BER [APPLICATION 31] of a bit string with no unused bits). */
const conformance: Codec<number> = {
  read(reader) {
    for (const expected of [0x5f, 0x1f, 0x04, 0x00]) {
      const octet = reader.u8();
      if (octet !== expected)
        throw reader.error('tag', `conformance begins 5F 1F 04 00, not 0x${octet.toString(16)}`, reader.at - 1);
    }
    return reader.u8() * 0x10000 + reader.u16();
  },
  write(writer, value) {
    for (const octet of [0x5f, 0x1f, 0x04, 0x00, (value >> 16) & 0xff]) writer.u8(octet);
    writer.u16(value & 0xffff);
  },
};

/** BOOLEAN DEFAULT TRUE: 00 stands for the default, 01 for a value that follows. */
const responseAllowed: Codec<boolean> = {
  read: (reader) => (reader.u8() === 0 ? true : boolean(1).read(reader)),
  write(writer, value) {
    writer.u8(value ? 0 : 1);
    if (!value) boolean(1).write(writer, value);
  },
};

/** InitiateRequest (IEC 62056-5-3, tag 01). `clientMaxReceivePduSizeBytes` 0 means no limit. */
export const initiateRequest = sequence({
  dedicatedKey: optional(octetString(32)),
  responseAllowed,
  proposedQualityOfService: optional(integer),
  proposedDlmsVersion: unsigned,
  proposedConformance: conformance,
  clientMaxReceivePduSizeBytes: longUnsigned,
});

/** InitiateResponse (tag 08). `vaaName` is 0007 with logical names. */
export const initiateResponse = sequence({
  negotiatedQualityOfService: optional(integer),
  negotiatedDlmsVersion: unsigned,
  negotiatedConformance: conformance,
  serverMaxReceivePduSizeBytes: longUnsigned,
  vaaName: longUnsigned,
});

export const dlmsVersion = 6;
export const vaaNameLogicalNames = 0x0007;

export type InitiateRequest = TypeOf<typeof initiateRequest>;
export type InitiateResponse = TypeOf<typeof initiateResponse>;
