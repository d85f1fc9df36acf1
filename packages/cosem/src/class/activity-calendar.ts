import {
  array,
  dateTime,
  integer,
  logicalName,
  longUnsigned,
  octetString,
  octets,
  structure,
  unsigned,
} from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

const seasonProfile = array(
  structure({ season_profile_name: octetString, season_start: octets(12), week_name: octetString }),
);
const weekProfileTable = array(
  structure({
    week_profile_name: octetString,
    monday: unsigned,
    tuesday: unsigned,
    wednesday: unsigned,
    thursday: unsigned,
    friday: unsigned,
    saturday: unsigned,
    sunday: unsigned,
  }),
);
const dayProfileTable = array(
  structure({
    day_id: unsigned,
    day_schedule: array(
      structure({ start_time: octets(4), script_logical_name: logicalName, script_selector: longUnsigned }),
    ),
  }),
);

/** Activity calendar (class_id 20, version 0; IEC 62056-6-2 4.5.5): an active and a passive tariff calendar. */
export const activityCalendarClass = interfaceClass(
  20,
  0,
  'Activity calendar',
  [
    attribute(2, 'calendar_name_active', octetString),
    attribute(3, 'season_profile_active', seasonProfile),
    attribute(4, 'week_profile_table_active', weekProfileTable),
    attribute(5, 'day_profile_table_active', dayProfileTable),
    attribute(6, 'calendar_name_passive', octetString),
    attribute(7, 'season_profile_passive', seasonProfile),
    attribute(8, 'week_profile_table_passive', weekProfileTable),
    attribute(9, 'day_profile_table_passive', dayProfileTable),
    attribute(10, 'activate_passive_calendar_time', dateTime),
  ],
  [method(1, 'activate_passive_calendar', integer)],
);
