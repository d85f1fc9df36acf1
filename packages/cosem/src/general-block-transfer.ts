import { longUnsigned, octetString, sequence, unsigned, type TypeOf } from './codec.ts';

/** General-Block-Transfer (IEC 62056-5-3, tag E0). Block control: bit 7 last block, bit 6 streaming, bits 0-5 window. */
export const generalBlockTransfer = sequence({
  blockControl: unsigned,
  blockNumber: longUnsigned,
  blockNumberAck: longUnsigned,
  blockData: octetString(),
});

export type GeneralBlockTransfer = TypeOf<typeof generalBlockTransfer>;
