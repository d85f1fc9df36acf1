import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own, removed when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sekisho-meter-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
