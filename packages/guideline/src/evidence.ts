import type { RequirementId } from './requirement.ts';

/**
 * One piece of evidence: what was examined, when, and how it came out. Append-only; a new examination is a new item.
 * Times are RFC 3339 UTC with milliseconds, so that they compare as text.
 */
export interface EvidenceItem {
  readonly type: 'examination';
  readonly id: string;
  readonly requirement: RequirementId;
  readonly check: string;
  readonly checkVersion: number;
  readonly period: { readonly from: string; readonly to: string };
  /** How many there are, and how many were looked at: a result without its population says nothing. */
  readonly populationN: number;
  readonly examinedN: number;
  readonly exceptions: readonly string[];
  /** `error`: it could not be examined. That is not a pass and not a fail. */
  readonly result: 'pass' | 'fail' | 'error';
  /** What keeps a pass from counting in full, such as `one-user` or `no-witness`. */
  readonly limitations: readonly string[];
  readonly detail: string;
  /** When it was so (the examination), when it was written down, and until when it counts. */
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly expiresAt: string;
  /** Demonstration evidence is marked so and shown so; a twin is a second system started for an attack. */
  readonly environment: { readonly demonstration: boolean; readonly twin: boolean };
}

/** People may lower a state or declare 対象外 for a time; nothing they sign raises a failed check. */
export interface HumanDecision {
  readonly type: 'decision';
  readonly id: string;
  readonly requirement: RequirementId;
  readonly decision: 'lower' | 'not-applicable';
  /** For `lower`: to which state. */
  readonly to: '不備' | '一部' | '証拠不足' | '対象外';
  readonly reason: string;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly expiresAt: string;
}

export type Evidence = EvidenceItem | HumanDecision;
