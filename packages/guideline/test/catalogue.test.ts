import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapters, findRequirement, requirements } from '../src/catalogue.ts';
import { definitions } from '../src/definitions.ts';
import { requirementId } from '../src/requirement.ts';

const plain = (text: string) => text.replaceAll('**', '').replaceAll(/\s+/g, '');
const guideline = plain(readFileSync(join(import.meta.dirname, '../guideline.ja.md'), 'utf8'));

test('there are 43 requirements, 31 勧告 and 12 推奨', () => {
  expect(requirements).toHaveLength(43);
  expect(requirements.filter((one) => one.obligation === '勧告')).toHaveLength(31);
  expect(requirements.filter((one) => one.obligation === '推奨')).toHaveLength(12);
  expect(new Set(requirements.map((one) => one.id)).size).toBe(43);
});

test.each(requirements.map((one) => [one.id, one] as const))(
  '%s is the guideline verbatim, with its title and obligation',
  (_id, one) => {
    const article = guideline.indexOf(
      '第' + one.id.split('-').slice(0, 2).join('-') + '条',
      guideline.indexOf('第2章'),
    );
    expect(article).toBeGreaterThan(0);
    const position = guideline.indexOf(plain(`${one.statementJa}(${one.obligation})`), article);
    expect(position).toBeGreaterThan(0);
    const item = one.id.split('-')[2];
    const heading = item === undefined ? one.titleJa : `${item}.${one.titleJa}`;
    expect(guideline.slice(article, position)).toContain(heading);
  },
);

test('titles of chapters and articles are the guideline verbatim', () => {
  for (const chapter of chapters) {
    expect(guideline).toContain(`第${chapter.number}章${chapter.titleJa}`);
    for (const article of chapter.articles) expect(guideline).toContain(`第${article.id}条${plain(article.titleJa)}`);
  }
});

test('requirements stand in the guideline in the order of the catalogue', () => {
  let position = guideline.indexOf('第2章');
  for (const one of requirements) {
    const found = guideline.indexOf(plain(one.statementJa), position);
    expect(found).toBeGreaterThanOrEqual(position);
    position = found;
  }
});

test('the eighteen definitions are verbatim', () => {
  expect(definitions.map((one) => one.number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  for (const one of definitions) expect(guideline).toContain(plain(`「${one.term}」とは、${one.meaning}`));
});

test('every check is named after its requirement, unique, and counts longer than its cadence', () => {
  const checks = requirements.flatMap((one) =>
    one.objectives.flatMap((objective) => objective.checks.map((check) => ({ one, check }))),
  );
  expect(new Set(checks.map(({ check }) => check.id)).size).toBe(checks.length);
  for (const { one, check } of checks) {
    expect(check.id.startsWith(`${one.id}.`)).toBe(true);
    expect(check.validForS).toBeGreaterThan(check.cadenceS);
  }
});

test('a requirement is found by its id, and nothing else is an id', () => {
  expect(findRequirement('7-1-2')?.titleJa).toBe('コマンド管理');
  expect(findRequirement('12-1')).toBeUndefined();
  expect(() => requirementId('7.1.2')).toThrow(RangeError);
});
