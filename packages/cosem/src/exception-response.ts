import { doubleLongUnsigned, enumeration, type Codec } from './codec.ts';

const stateError = enumeration({ 'service-not-allowed': 1, 'service-unknown': 2 });
const serviceError = enumeration({
  'operation-not-possible': 1,
  'service-not-supported': 2,
  'other-reason': 3,
  'pdu-too-long': 4,
  'deciphering-error': 5,
  'invocation-counter-error': 6,
});

type NameOf<C> = C extends Codec<infer N> ? N : never;

/** Exception-Response (IEC 62056-5-3, tag D8). `invocationCounter` only with `invocation-counter-error`. */
export interface ExceptionResponse {
  readonly stateError: NameOf<typeof stateError>;
  readonly serviceError: NameOf<typeof serviceError>;
  readonly invocationCounter: number | undefined;
}

export const exceptionResponse: Codec<ExceptionResponse> = {
  read(reader) {
    const state = stateError.read(reader);
    const service = serviceError.read(reader);
    const invocationCounter = service === 'invocation-counter-error' ? doubleLongUnsigned.read(reader) : undefined;
    return { stateError: state, serviceError: service, invocationCounter };
  },
  write(writer, value) {
    stateError.write(writer, value.stateError);
    serviceError.write(writer, value.serviceError);
    if (value.serviceError === 'invocation-counter-error')
      doubleLongUnsigned.write(writer, value.invocationCounter ?? 0);
  },
};
