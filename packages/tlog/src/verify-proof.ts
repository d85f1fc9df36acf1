import type { Checkpoint } from './checkpoint.ts';
import { openCheckpoint, parsePolicy } from './policy.ts';
import { verifyInclusion } from './proof.ts';
import { parseProof } from './tlog-proof.ts';
import { leafHash } from './tree-hash.ts';

/** What a proof shows, when it holds. */
export interface Verified {
  readonly index: number;
  readonly checkpoint: Checkpoint;
}

/**
 * Offline: that `entry` is in a log the policy trusts, seen by the witnesses it demands. Needs nothing but its three arguments.
 * @throws {TlogError}
 */
export function verifyProof(proofText: string, entry: Uint8Array, policyText: string): Verified {
  const policy = parsePolicy(policyText);
  const proof = parseProof(proofText);
  const checkpoint = openCheckpoint(proof.checkpoint, policy);
  verifyInclusion(leafHash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root);
  return { index: proof.index, checkpoint };
}
