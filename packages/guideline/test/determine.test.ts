import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { determine, type State } from '../src/determine.ts';
import type { Evidence, EvidenceItem, HumanDecision } from '../src/evidence.ts';
import { later, machine, requirement, requirementId, shown, type Requirement } from '../src/requirement.ts';

const two: Requirement = requirement(
  '5-4',
  '勧告',
  ['認証', 'Authentication'],
  ['文', 'statement'],
  [
    shown(1, ['甲', 'first'], [machine('5-4.a', ['あ', 'a'], 60, 3600)]),
    shown(1, ['乙', 'second'], [machine('5-4.b', ['い', 'b'], 60, 3600)]),
  ],
);
const unfinished: Requirement = { ...two, objectives: [...two.objectives, later(4, '丙', 'third')] };

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
const item = (over: Partial<EvidenceItem> = {}): EvidenceItem => ({
  type: 'examination',
  id: 'e1',
  requirement: requirementId('5-4'),
  check: '5-4.a',
  checkVersion: 1,
  period: { from: minute(0), to: minute(0) },
  populationN: 10,
  examinedN: 10,
  exceptions: [],
  result: 'pass',
  limitations: [],
  detail: 'detail',
  effectiveAt: minute(10),
  recordedAt: minute(10),
  expiresAt: minute(70),
  environment: { demonstration: false, twin: false },
  ...over,
});
const both = (over: Partial<EvidenceItem> = {}) => [item(over), item({ ...over, id: 'e2', check: '5-4.b' })];
const decision = (over: Partial<HumanDecision> = {}): HumanDecision => ({
  type: 'decision',
  id: 'd1',
  requirement: requirementId('5-4'),
  decision: 'lower',
  to: '不備',
  reason: '理由',
  recordedAt: minute(11),
  effectiveAt: minute(11),
  expiresAt: minute(60),
  ...over,
});
const stateOf = (evidence: Evidence[], at = minute(20), of = two) => determine(of, evidence, at).state;

describe('one requirement', () => {
  test('without evidence is 証拠不足', () => expect(stateOf([])).toBe('証拠不足'));
  test('with every check passed is 充足', () => expect(stateOf(both())).toBe('充足'));
  test('with one check unexamined is 一部', () => expect(stateOf([item()])).toBe('一部'));
  test('with a mechanism still to come is never better than 一部', () => {
    expect(stateOf(both(), minute(20), unfinished)).toBe('一部');
    expect(determine(unfinished, both(), minute(20)).reasons.map((reason) => reason.code)).toEqual(['no-mechanism']);
  });
  test('with one failure is 不備, however old', () => {
    expect(stateOf([item({ result: 'fail' }), item({ id: 'e2', check: '5-4.b' })])).toBe('不備');
    expect(stateOf([item({ result: 'fail' })], minute(500))).toBe('不備');
  });
  test('ages into 期限切れ at the moment of expiry', () => {
    expect(stateOf(both(), minute(69))).toBe('充足');
    expect(stateOf(both(), minute(70))).toBe('期限切れ');
  });
  test('that could not be examined is not green', () => {
    expect(stateOf(both({ result: 'error' }))).toBe('証拠不足');
  });
  test('examined in part, or under a limitation, is 一部 with its reason', () => {
    expect(determine(two, both({ examinedN: 9 }), minute(20)).reasons.map((reason) => reason.code)).toEqual([
      'partial-population',
      'partial-population',
    ]);
    expect(determine(two, both({ limitations: ['one-user'] }), minute(20)).state).toBe('一部');
  });
  test('recovers only by a newer examination', () => {
    const failed = item({ result: 'fail' });
    expect(stateOf([failed, ...both({ id: 'e9', effectiveAt: minute(12), recordedAt: minute(12) })])).toBe('充足');
    expect(
      stateOf([
        failed,
        item({ id: 'e0', effectiveAt: minute(5), recordedAt: minute(12) }),
        item({ id: 'e2', check: '5-4.b' }),
      ]),
    ).toBe('不備');
  });
  test('says when any of its evidence is from a demonstration', () => {
    expect(determine(two, both(), minute(20)).demonstration).toBe(false);
    expect(determine(two, both({ environment: { demonstration: true, twin: false } }), minute(20)).demonstration).toBe(
      true,
    );
  });
});

describe('people', () => {
  test('may lower a state for a time', () => {
    expect(stateOf([...both(), decision()])).toBe('不備');
    expect(stateOf([...both(), decision()], minute(60))).toBe('充足');
  });
  test('may declare 対象外, but never over a failed check', () => {
    const notApplicable = decision({ decision: 'not-applicable', to: '対象外' });
    expect(stateOf([...both(), notApplicable])).toBe('対象外');
    expect(stateOf([...both({ result: 'fail' }), notApplicable])).toBe('不備');
  });
});

const states: State[] = ['不備', '期限切れ', '証拠不足', '一部', '対象外', '充足'];
const anyItem = fc
  .record({
    id: fc.uuid(),
    check: fc.constantFrom('5-4.a', '5-4.b', '5-4.unknown'),
    result: fc.constantFrom('pass' as const, 'fail' as const, 'error' as const),
    examinedN: fc.integer({ min: 0, max: 10 }),
    limitations: fc.constantFrom([], ['one-user']),
    effective: fc.integer({ min: 0, max: 100 }),
    lag: fc.integer({ min: 0, max: 30 }),
    life: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ effective, lag, life, ...rest }) =>
    item({
      ...rest,
      effectiveAt: minute(effective),
      recordedAt: minute(effective + lag),
      expiresAt: minute(effective + life),
    }),
  );
const anyDecision = fc
  .record({
    id: fc.uuid(),
    to: fc.constantFrom('不備' as const, '一部' as const, '証拠不足' as const),
    at: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ id, to, at }) =>
    decision({ id, to, effectiveAt: minute(at), recordedAt: minute(at), expiresAt: minute(at + 30) }),
  );
const anyEvidence = fc.array(fc.oneof(anyItem, anyDecision), { maxLength: 12 });
const anyMinute = fc.integer({ min: 0, max: 200 }).map(minute);

describe('for any evidence', () => {
  test('order of arrival never matters', () => {
    fc.assert(
      fc.property(anyEvidence, anyMinute, fc.infiniteStream(fc.nat()), (evidence, at, keys) => {
        const shuffled = evidence
          .map((one) => ({ one, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(determine(two, shuffled, at)).toEqual(determine(two, evidence, at));
      }),
    );
  });
  test('a past moment is recomputed the same whatever was recorded since', () => {
    fc.assert(
      fc.property(anyEvidence, anyEvidence, anyMinute, (before, after, at) => {
        const sinceThen = after.map((one) => ({ ...one, recordedAt: minute(300) }));
        expect(determine(two, [...before, ...sinceThen], at)).toEqual(determine(two, before, at));
      }),
    );
  });
  test('no human decision raises a state or hides a failure', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { maxLength: 8 }),
        fc.array(anyDecision, { maxLength: 4 }),
        anyMinute,
        (items, decisions, at) => {
          const alone = states.indexOf(stateOf(items, at));
          expect(states.indexOf(stateOf([...items, ...decisions], at))).toBeLessThanOrEqual(alone);
        },
      ),
    );
  });
  test('充足 needs a fresh, complete, unlimited pass of every check', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 10 }), anyMinute, (items, at) => {
        if (stateOf(items, at) !== '充足') return;
        for (const check of ['5-4.a', '5-4.b']) {
          const good = items.some(
            (one) =>
              one.check === check &&
              one.result === 'pass' &&
              one.examinedN === one.populationN &&
              one.limitations.length === 0 &&
              one.effectiveAt <= at &&
              at < one.expiresAt,
          );
          expect(good).toBe(true);
        }
      }),
    );
  });
  test('a newer failure always shows', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 10 }), (items) => {
        const failed = item({ id: 'zz', result: 'fail', effectiveAt: minute(150), recordedAt: minute(150) });
        expect(stateOf([...items, failed], minute(151))).toBe('不備');
      }),
    );
  });
});
