import { destination, pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** JSON lines on standard output, which the supervisor writes to the service's log file. Synchronous: nothing is lost in a crash. */
export function createLogger(name: string, level: string): Logger {
  return pino(
    { name, level, base: { name }, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ fd: 1, sync: true }),
  );
}
