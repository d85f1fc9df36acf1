import type { Evidence, EvidenceItem, HumanDecision } from './evidence.ts';
import type { Check, Objective, Requirement } from './requirement.ts';

/** 充足 satisfied by evidence · 一部 in part · 不備 deficient · 期限切れ stale · 証拠不足 evidence insufficient · 対象外 not applicable. */
export type State = '充足' | '一部' | '不備' | '期限切れ' | '証拠不足' | '対象外';

export type ReasonCode =
  | 'failed'
  | 'expired'
  | 'no-evidence'
  | 'could-not-examine'
  | 'no-mechanism'
  | 'partial-population'
  | 'limited'
  | 'lowered'
  | 'not-applicable';

export interface Reason {
  readonly code: ReasonCode;
  /** Check id, or empty where it concerns the requirement as a whole. */
  readonly check: string;
  readonly ja: string;
  readonly en: string;
}

export interface Determination {
  readonly requirement: string;
  readonly at: string;
  readonly state: State;
  readonly reasons: readonly Reason[];
  /** Ids of the evidence that decided, so that anybody can recompute it. */
  readonly computedFrom: readonly string[];
  /** Effective time of the oldest evidence that counts; undefined when there is none. */
  readonly oldestEffectiveAt: string | undefined;
  readonly demonstration: boolean;
  readonly ruleVersion: number;
}

/** Raised whenever the rule below changes, so that an old determination says by which rule it was made. */
export const ruleVersion = 1;

interface Finding {
  readonly state: Exclude<State, '対象外'>;
  readonly reason: Reason | undefined;
  readonly item: EvidenceItem | undefined;
}

/**
 * The state of one requirement at one moment: a pure function of the evidence recorded until then, in any order.
 * Nobody ticks a box. A failed check stays 不備 until a newer examination passes; a pass ages into 期限切れ; what was never or could not be
 * examined is 証拠不足; a pass that saw only part of its population, or under a limitation, is 一部.
 * @param at RFC 3339 UTC with milliseconds
 */
export function determine(requirement: Requirement, evidence: readonly Evidence[], at: string): Determination {
  const known = evidence.filter(
    (one) => one.requirement === requirement.id && one.recordedAt <= at && one.effectiveAt <= at,
  );
  const findings = requirement.objectives.flatMap((objective) => findingsOf(objective, known, at));
  const machineState = combine(findings.map((finding) => finding.state));
  const decision = newest(known.filter((one): one is HumanDecision => one.type === 'decision' && at < one.expiresAt));
  const { state, reason } = decide(machineState, decision);
  const items = findings.flatMap((finding) => finding.item ?? []);
  const used: readonly Evidence[] = decision === undefined ? items : [...items, decision];
  return {
    requirement: requirement.id,
    at,
    state,
    reasons: [...(reason ?? []), ...findings.flatMap((finding) => finding.reason ?? [])],
    computedFrom: used.map((one) => one.id).toSorted(),
    oldestEffectiveAt: items.map((item) => item.effectiveAt).toSorted()[0],
    demonstration: items.some((item) => item.environment.demonstration),
    ruleVersion,
  };
}

function findingsOf(objective: Objective, known: readonly Evidence[], at: string): Finding[] {
  if (objective.checks.length > 0) return objective.checks.map((check) => findingOf(check, known, at));
  const reason: Reason = {
    code: 'no-mechanism',
    check: '',
    ja: `未実装(第${objective.part}部で対応): ${objective.ja}`,
    en: `no mechanism yet (part ${objective.part}): ${objective.en}`,
  };
  return [{ state: '証拠不足', reason, item: undefined }];
}

function findingOf(check: Check, known: readonly Evidence[], at: string): Finding {
  const item = newest(known.filter((one): one is EvidenceItem => one.type === 'examination' && one.check === check.id));
  if (item === undefined)
    return { state: '証拠不足', reason: reasonOf('no-evidence', check, '証拠がまだない', 'no evidence yet'), item };
  if (item.result === 'fail')
    return { state: '不備', reason: reasonOf('failed', check, item.detail, item.detail), item };
  if (item.result === 'error')
    return { state: '証拠不足', reason: reasonOf('could-not-examine', check, item.detail, item.detail), item };
  if (at >= item.expiresAt)
    return {
      state: '期限切れ',
      reason: reasonOf('expired', check, `${item.expiresAt} に期限切れ`, `expired at ${item.expiresAt}`),
      item,
    };
  if (item.examinedN < item.populationN) {
    const share = `${item.examinedN}/${item.populationN}`;
    return {
      state: '一部',
      reason: reasonOf(
        'partial-population',
        check,
        `母集団のうち ${share} のみ確認`,
        `only ${share} of the population examined`,
      ),
      item,
    };
  }
  if (item.limitations.length > 0) {
    const list = item.limitations.join(', ');
    return { state: '一部', reason: reasonOf('limited', check, `制約: ${list}`, `limited: ${list}`), item };
  }
  return { state: '充足', reason: undefined, item };
}

const reasonOf = (code: ReasonCode, check: Check, ja: string, en: string): Reason => ({
  code,
  check: check.id,
  ja: `${check.ja}: ${ja}`,
  en: `${check.en}: ${en}`,
});

/** Newest by effective time, then by recording, then by id, so that the order of arrival never matters. */
function newest<T extends Evidence>(candidates: readonly T[]): T | undefined {
  const key = (one: T) => `${one.effectiveAt}|${one.recordedAt}|${one.id}`;
  return candidates.reduce<T | undefined>(
    (best, one) => (best === undefined || key(one) > key(best) ? one : best),
    undefined,
  );
}

/** The worst finding rules, except that a mixture of shown and not yet shown is 一部. */
function combine(states: readonly Finding['state'][]): Finding['state'] {
  if (states.includes('不備')) return '不備';
  if (states.includes('期限切れ')) return '期限切れ';
  if (states.every((state) => state === '証拠不足')) return '証拠不足';
  return states.every((state) => state === '充足') ? '充足' : '一部';
}

const rank: Readonly<Record<State, number>> = { 充足: 5, 対象外: 4, 一部: 3, 証拠不足: 2, 期限切れ: 1, 不備: 0 };

/** A human decision counts only where it does not hide a failed check and does not raise the state. */
function decide(
  machineState: Finding['state'],
  decision: HumanDecision | undefined,
): { state: State; reason: Reason[] | undefined } {
  if (decision === undefined || machineState === '不備') return { state: machineState, reason: undefined };
  const code = decision.decision === 'not-applicable' ? 'not-applicable' : 'lowered';
  const reason: Reason[] = [{ code, check: '', ja: decision.reason, en: decision.reason }];
  if (decision.decision === 'not-applicable') return { state: '対象外', reason };
  return rank[decision.to] < rank[machineState]
    ? { state: decision.to, reason }
    : { state: machineState, reason: undefined };
}
