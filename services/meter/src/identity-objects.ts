import { clientSaps } from './client.ts';
import { dateTime } from './clock.ts';
import type { CosemObject } from './cosem-object.ts';
import { jstDeviationMinutes } from './slot.ts';
import {
  array,
  bool,
  doubleLongUnsigned,
  enumeration,
  integer,
  long,
  longUnsigned,
  octets,
  structure,
  text,
  unsigned,
} from './values.ts';

/** A date-time of which nothing is specified. */
export const unspecifiedDateTime = Uint8Array.of(
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0x80,
  0x00,
  0xff,
);

/** Version of the meter's program. */
export const firmwareVersion = '1.0.0';

/** wPort of the one logical device as the meter itself sees it; a concentrator maps its own numbers onto it. */
const managementDevice = 1;

/** Who the meter is and what time it has. */
export const identityObjects: readonly CosemObject[] = [
  {
    classId: 8,
    version: 0,
    obis: '0.0.1.0.0.255',
    name: 'Clock',
    attributes: [
      ({ meter, nowMs }) => octets(dateTime(meter.timeMs(nowMs), meter.clockStatus(nowMs))),
      long(jstDeviationMinutes),
      ({ meter, nowMs }) => unsigned(meter.clockStatus(nowMs)),
      octets(unspecifiedDateTime),
      octets(unspecifiedDateTime),
      integer(0),
      bool(false),
      enumeration(1),
    ],
    methods: 6,
  },
  {
    classId: 1,
    version: 0,
    obis: '0.0.42.0.0.255',
    name: 'COSEM logical device name',
    attributes: [({ meter }) => text(meter.logicalDeviceName)],
    methods: 0,
  },
  {
    classId: 1,
    version: 0,
    obis: '0.0.96.1.0.255',
    name: 'Serial number',
    attributes: [({ meter }) => text(meter.identity.serial)],
    methods: 0,
  },
  {
    classId: 1,
    version: 0,
    obis: '0.0.96.1.1.255',
    name: 'System title',
    attributes: [({ meter }) => octets(meter.identity.systemTitle)],
    methods: 0,
  },
  {
    classId: 1,
    version: 0,
    obis: '1.0.0.2.0.255',
    name: 'Active firmware version',
    attributes: [text(firmwareVersion)],
    methods: 0,
  },
  {
    classId: 17,
    version: 0,
    obis: '0.0.41.0.0.255',
    name: 'SAP assignment',
    attributes: [({ meter }) => array([structure(longUnsigned(managementDevice), text(meter.logicalDeviceName))])],
    methods: 1,
  },
  {
    classId: 1,
    version: 0,
    obis: `0.0.43.1.${clientSaps.reading}.255`,
    name: 'Invocation counter of the reading client: the last one accepted',
    attributes: [({ meter }) => doubleLongUnsigned(meter.state.lastReceived(meter.number))],
    methods: 0,
  },
];
