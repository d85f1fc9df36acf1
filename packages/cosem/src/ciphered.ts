import { alternative, octetString, optional, sequence, unsigned, type TypeOf } from './codec.ts';

/** Content of glo- and ded-ciphered APDUs: security header (control, counter), payload, tag, under one length. */
export const serviceSpecificCiphered = sequence({ content: octetString() });

/** General-Glo-Ciphering (tag DB) and General-Ded-Ciphering (DC). The title may be empty. */
export const generalGloDedCiphered = sequence({ systemTitle: octetString(8), content: octetString() });

/** Key-Info of general-ciphering. */
const keyInfo = alternative({
  identified: [0, unsigned],
  wrapped: [1, sequence({ kekId: unsigned, keyCipheredData: octetString(256) })],
  agreed: [2, sequence({ keyParameters: octetString(64), keyCipheredData: octetString(512) })],
});

const generalHeader = {
  transactionId: octetString(255),
  originatorSystemTitle: octetString(8),
  recipientSystemTitle: octetString(8),
  dateTime: octetString(12),
  otherInformation: octetString(1024),
};

/** General-Ciphering (tag DD). */
export const generalCiphering = sequence({ ...generalHeader, keyInfo: optional(keyInfo), content: octetString() });

/** General-Signing (tag DF). */
export const generalSigning = sequence({ ...generalHeader, content: octetString(), signature: octetString(128) });

export type GeneralGloDedCiphered = TypeOf<typeof generalGloDedCiphered>;
export type GeneralCiphering = TypeOf<typeof generalCiphering>;
export type GeneralSigning = TypeOf<typeof generalSigning>;
