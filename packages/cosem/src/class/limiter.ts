import {
  any,
  array,
  boolean,
  captureObject,
  choice,
  dateTime,
  doubleLongUnsigned,
  integer,
  logicalName,
  longUnsigned,
  structure,
} from '../data-shape.ts';
import { attribute, interfaceClass } from '../interface-class.ts';

const valueDefinition = structure({ class_id: longUnsigned, logical_name: logicalName, attribute_index: integer });
const scriptReference = structure({ script_logical_name: logicalName, script_selector: longUnsigned });
const emergencyProfile = structure({
  emergency_profile_id: longUnsigned,
  emergency_activation_time: dateTime,
  emergency_duration: doubleLongUnsigned,
});

/** Limiter (class_id 71, version 0; IEC 62056-6-2 4.5.9). Durations are seconds. */
export const limiterClass = interfaceClass(71, 0, 'Limiter', [
  attribute(2, 'monitored_value', choice(valueDefinition, captureObject)),
  attribute(3, 'threshold_active', any),
  attribute(4, 'threshold_normal', any),
  attribute(5, 'threshold_emergency', any),
  attribute(6, 'min_over_threshold_duration', doubleLongUnsigned),
  attribute(7, 'min_under_threshold_duration', doubleLongUnsigned),
  attribute(8, 'emergency_profile', emergencyProfile),
  attribute(9, 'emergency_profile_group_id_list', array(longUnsigned)),
  attribute(10, 'emergency_profile_active', boolean),
  attribute(
    11,
    'actions',
    structure({ action_over_threshold: scriptReference, action_under_threshold: scriptReference }),
  ),
]);
