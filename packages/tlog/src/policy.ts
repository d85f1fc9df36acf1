import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { parseVerifierKey, verifySignature, type VerifierKey } from './signed-note.ts';
import { TlogError } from './tlog-error.ts';

/**
 * Whom a verifier trusts, as a text of lines (c2sp.org/tlog-policy): `log <vkey> [url]`, `witness <name> <vkey> [url]`,
 * `group <name> all|any|<n> <member>…`, `quorum <name>|none`; `#` begins a comment.
 */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, { readonly threshold: number; readonly members: readonly string[] }>;
  /** Name of a witness or group, or `none`. */
  readonly quorum: string;
}

/** @throws {TlogError} `malformed`, with the line */
export function parsePolicy(text: string): Policy {
  const logs: VerifierKey[] = [];
  const witnesses = new Map<string, VerifierKey>();
  const groups = new Map<string, { threshold: number; members: string[] }>();
  let quorum: string | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    const [keyword, ...words] = line.split('#', 1)[0]?.trim().split(/\s+/) ?? [];
    const [name = '', second = '', ...others] = words;
    const fail = (detail: string) => new TlogError('malformed', `policy line ${i + 1}: ${detail}`);
    switch (keyword) {
      case '':
      case undefined:
        break;
      case 'log':
        logs.push(parseVerifierKey(name));
        break;
      case 'witness':
        if (isTaken(name)) throw fail(`"${name}" twice`);
        witnesses.set(name, parseVerifierKey(second));
        break;
      case 'group': {
        if (isTaken(name)) throw fail(`"${name}" twice`);
        const threshold = second === 'all' ? others.length : second === 'any' ? 1 : Number(second);
        if (others.some((member) => !isTaken(member))) throw fail('a member that was not named before');
        if (!Number.isInteger(threshold) || threshold < 1 || threshold > others.length)
          throw fail(`threshold "${second}" of ${others.length}`);
        groups.set(name, { threshold, members: others });
        break;
      }
      case 'quorum':
        if (quorum !== undefined) throw fail('quorum twice');
        if (name !== 'none' && !isTaken(name)) throw fail(`quorum "${name}" was not named before`);
        quorum = name;
        break;
      default:
        throw fail(`"${keyword}" is not known`);
    }
  }
  if (logs.length === 0 || quorum === undefined)
    throw new TlogError('malformed', 'a policy names at least one log and a quorum');
  return { logs, witnesses, groups, quorum };

  function isTaken(name: string): boolean {
    return witnesses.has(name) || groups.has(name);
  }
}

/** A checkpoint that the policy accepts. @throws {TlogError} `malformed`, `origin`, `unknown-key`, `signature`, `quorum` */
export function openCheckpoint(text: string, policy: Policy): Checkpoint {
  const { checkpoint, note } = parseCheckpoint(text);
  const log = policy.logs.find((key) => key.name === checkpoint.origin);
  if (log === undefined) throw new TlogError('origin', `the policy does not know a log "${checkpoint.origin}"`);
  if (verifySignature(note, log) === undefined)
    throw new TlogError('unknown-key', 'the checkpoint is not signed by the log key of the policy');
  const satisfied = (name: string): boolean => {
    const witness = policy.witnesses.get(name);
    if (witness !== undefined) return verifySignature(note, witness) !== undefined;
    const group = policy.groups.get(name);
    return group !== undefined && group.members.filter(satisfied).length >= group.threshold;
  };
  if (policy.quorum !== 'none' && !satisfied(policy.quorum))
    throw new TlogError('quorum', `the checkpoint lacks the cosignatures of "${policy.quorum}"`);
  return checkpoint;
}
