import { Type } from 'typebox';
import { lengths, record, systemTitleHex } from '../primitives.ts';
import type { Methods } from './method.ts';

/**
 * keyd's `read` listener, for the head-end: associate, seal a read, open. Requests travel in batches, the byte strings of all
 * items concatenated in the body in item order. Sessions are numbered by the caller and belong to its connection.
 *
 * Byte strings per op (request -> result), see `CipherRequest` in cosem:
 * associate () -> (aarq) · accept (aare) -> (initiateResponse, pass3) · confirm (apdu) -> () · seal (apdu) -> (apdu)
 * open (apdu) -> (apdu) · release () -> (rlrq) · released (rlre) -> () · forget () -> ()
 */
export const cipherItem = Type.Union([
  record({
    op: Type.Literal('associate'),
    session: Type.Integer({ minimum: 1 }),
    meter: systemTitleHex,
    conformance: Type.Integer({ minimum: 0, maximum: 0xffffff }),
    maxReceivePduSizeBytes: Type.Integer({ minimum: 0, maximum: 65_535 }),
    lengths,
  }),
  record({
    op: Type.Union(['accept', 'confirm', 'seal', 'open', 'release', 'released', 'forget'].map((op) => Type.Literal(op))),
    session: Type.Integer({ minimum: 1 }),
    lengths,
  }),
]);

export const cipherAnswer = Type.Union([record({ lengths }), record({ refused: Type.String({ maxLength: 32 }) })]);

export const keydRead = {
  cipher: { params: record({ items: Type.Array(cipherItem, { maxItems: 4096 }) }), result: record({ answers: Type.Array(cipherAnswer) }) },
} as const satisfies Methods;
