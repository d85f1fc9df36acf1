import { Type } from 'typebox';

const closed = { additionalProperties: false } as const;

/** A closed object: unknown properties are refused. */
export const record = <P extends Parameters<typeof Type.Object>[0]>(properties: P) => Type.Object(properties, closed);

/** System title as 16 upper-case hex digits: FLAG manufacturer id (3 octets), then 5 octets. */
export const systemTitleHex = Type.String({ pattern: '^[0-9A-F]{16}$' });

/** SHA-256 as 64 lower-case hex digits. */
export const sha256Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A moment as RFC 3339 in UTC with milliseconds, as `Date.toISOString()` prints it. */
export const instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });

/** Lengths of the byte strings that follow in the frame's body, in order. */
export const lengths = Type.Array(Type.Integer({ minimum: 0, maximum: 65_535 }), { maxItems: 4 });

export const count = Type.Integer({ minimum: 0 });
export const shortText = Type.String({ maxLength: 256 });
