import { accessRequest, accessResponse } from './access.ts';
import { aare, aareTag, aarq, aarqTag, rlre, rlreTag, rlrq, rlrqTag } from './acse.ts';
import { actionRequest, actionResponse } from './action.ts';
import { generalCiphering, generalGloDedCiphered, generalSigning, serviceSpecificCiphered } from './ciphered.ts';
import { alternative, decode, encode, type Codec, type TypeOf } from './codec.ts';
import { confirmedServiceError } from './confirmed-service-error.ts';
import { dataNotification, dataNotificationConfirm } from './data-notification.ts';
import { eventNotification } from './event-notification.ts';
import { exceptionResponse } from './exception-response.ts';
import { generalBlockTransfer } from './general-block-transfer.ts';
import { getRequest, getResponse } from './get.ts';
import { initiateRequest, initiateResponse } from './initiate.ts';
import { setRequest, setResponse } from './set.ts';

/** Every APDU with logical names (IEC 62056-5-3, COSEMpdu and ACSE), by its tag octet. */
export const apduTags = {
  'initiate-request': [0x01, initiateRequest],
  'initiate-response': [0x08, initiateResponse],
  'confirmed-service-error': [0x0e, confirmedServiceError],
  'data-notification': [0x0f, dataNotification],
  'data-notification-confirm': [0x10, dataNotificationConfirm],
  'glo-initiate-request': [0x21, serviceSpecificCiphered],
  'glo-initiate-response': [0x28, serviceSpecificCiphered],
  'glo-confirmed-service-error': [0x2e, serviceSpecificCiphered],
  'ded-initiate-request': [0x41, serviceSpecificCiphered],
  'ded-initiate-response': [0x48, serviceSpecificCiphered],
  'ded-confirmed-service-error': [0x4e, serviceSpecificCiphered],
  aarq: [aarqTag, aarq],
  aare: [aareTag, aare],
  rlrq: [rlrqTag, rlrq],
  rlre: [rlreTag, rlre],
  'get-request': [0xc0, getRequest],
  'set-request': [0xc1, setRequest],
  'event-notification-request': [0xc2, eventNotification],
  'action-request': [0xc3, actionRequest],
  'get-response': [0xc4, getResponse],
  'set-response': [0xc5, setResponse],
  'action-response': [0xc7, actionResponse],
  'glo-get-request': [0xc8, serviceSpecificCiphered],
  'glo-set-request': [0xc9, serviceSpecificCiphered],
  'glo-event-notification-request': [0xca, serviceSpecificCiphered],
  'glo-action-request': [0xcb, serviceSpecificCiphered],
  'glo-get-response': [0xcc, serviceSpecificCiphered],
  'glo-set-response': [0xcd, serviceSpecificCiphered],
  'glo-action-response': [0xcf, serviceSpecificCiphered],
  'ded-get-request': [0xd0, serviceSpecificCiphered],
  'ded-set-request': [0xd1, serviceSpecificCiphered],
  'ded-event-notification-request': [0xd2, serviceSpecificCiphered],
  'ded-action-request': [0xd3, serviceSpecificCiphered],
  'ded-get-response': [0xd4, serviceSpecificCiphered],
  'ded-set-response': [0xd5, serviceSpecificCiphered],
  'ded-action-response': [0xd7, serviceSpecificCiphered],
  'exception-response': [0xd8, exceptionResponse],
  'access-request': [0xd9, accessRequest],
  'access-response': [0xda, accessResponse],
  'general-glo-ciphering': [0xdb, generalGloDedCiphered],
  'general-ded-ciphering': [0xdc, generalGloDedCiphered],
  'general-ciphering': [0xdd, generalCiphering],
  'general-signing': [0xdf, generalSigning],
  'general-block-transfer': [0xe0, generalBlockTransfer],
} as const satisfies Record<string, readonly [number, Codec<unknown>]>;

const apdu = alternative(apduTags);

/** `{type, value}`: the APDU's name and content. */
export type Apdu = TypeOf<typeof apdu>;
export type ApduType = Apdu['type'];

/** @throws DecodeError */
export const decodeApdu = (bytes: Uint8Array): Apdu => decode(apdu, bytes);

/** @throws EncodeError */
export const encodeApdu = (value: Apdu): Uint8Array => encode(apdu, value);
