import { describe, expect, test } from 'vitest';
import { decodeApdu, encodeApdu } from '../src/apdu.ts';
import { decodeWrapper, encodeWrapper } from '../src/wrapper.ts';
import { fromHex, recordings, toHex, type RecordedFrame } from './recordings.ts';

/**
 * Frames of known defective peers (tests/vectors/README.md): they decode, but what we would write is the right form.
 */
const defects: readonly { readonly defect: number; readonly form: RegExp; readonly decodes: boolean }[] = [
  { defect: 1, form: /^63.*BE/, decodes: true },
  { defect: 7, form: /^C504..00$/, decodes: false },
  { defect: 9, form: /^(24CFDB37E0F5C76325A8D1C2BC1F|4C60BF4099B767DA1D8DFC20ABE1)$/, decodes: false },
  { defect: 10, form: /^C502..0000000[1-9]000000$|^C503..03$/, decodes: false },
  { defect: 11, form: /^DAC0000001000003090C.{24}06.{8}03010001000200$/, decodes: false },
  { defect: 12, form: /^C401..00090C.{24}090F090C/, decodes: false },
];

function apdusOf(frame: RecordedFrame, transport: string): string[] {
  const onTheWire = transport === 'wrapper-tcp' ? toHex(decodeWrapper(fromHex(frame.hex)).apdu) : frame.apdu_hex;
  return [onTheWire, frame.plain_hex, frame.user_information_plain_hex].flatMap((hex) =>
    hex === undefined || hex === '' ? [] : [hex.toUpperCase()],
  );
}

describe.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (_name, recording) => {
  test('every frame decodes and re-encodes to the same bytes', () => {
    for (const frame of recording.frames) {
      if (recording.transport === 'wrapper-tcp')
        expect(toHex(encodeWrapper(decodeWrapper(fromHex(frame.hex))))).toBe(frame.hex.toUpperCase());
      for (const hex of apdusOf(frame, recording.transport)) {
        const defect = defects.find((one) => one.form.test(hex));
        if (defect === undefined) expect(toHex(encodeApdu(decodeApdu(fromHex(hex))))).toBe(hex);
        else if (defect.decodes) expect(() => decodeApdu(fromHex(hex))).not.toThrow();
        else expect(() => decodeApdu(fromHex(hex))).toThrow();
      }
    }
  });
});
