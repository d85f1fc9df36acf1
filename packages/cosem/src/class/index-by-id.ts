import type { InterfaceClass } from '../interface-class.ts';
import { activityCalendarClass } from './activity-calendar.ts';
import { associationLnClass } from './association-ln.ts';
import { clockClass } from './clock.ts';
import { dataClass } from './data.ts';
import { disconnectControlClass } from './disconnect-control.ts';
import { extendedRegisterClass } from './extended-register.ts';
import { imageTransferClass } from './image-transfer.ts';
import { limiterClass } from './limiter.ts';
import { profileGenericClass } from './profile-generic.ts';
import { pushSetupClass } from './push-setup.ts';
import { registerClass } from './register.ts';
import { sapAssignmentClass } from './sap-assignment.ts';
import { scriptTableClass } from './script-table.ts';
import { securitySetupClass } from './security-setup.ts';
import { singleActionScheduleClass } from './single-action-schedule.ts';

/** Every declared interface class, by class_id. Describers look names up here. */
export const interfaceClassById: ReadonlyMap<number, InterfaceClass> = new Map(
  [
    dataClass,
    registerClass,
    extendedRegisterClass,
    profileGenericClass,
    clockClass,
    scriptTableClass,
    associationLnClass,
    sapAssignmentClass,
    imageTransferClass,
    activityCalendarClass,
    singleActionScheduleClass,
    pushSetupClass,
    securitySetupClass,
    disconnectControlClass,
    limiterClass,
  ].map((declared) => [declared.id, declared]),
);
