import { later, requirement, type Article } from './requirement.ts';

/** 第10-1条 セキュリティ事故とセキュリティ事象. */
export const article101: Article = {
  id: '10-1',
  titleJa: 'セキュリティ事故とセキュリティ事象',
  titleEn: 'Incidents and events',
  requirements: [
    requirement(
      '10-1',
      '勧告',
      ['セキュリティ事故とセキュリティ事象', 'Incidents and events'],
      [
        'セキュリティ事故とセキュリティ事象を定義し、判断に必要な証拠を収集すること。',
        'Define security incidents and events and collect the evidence needed to decide.',
      ],
      [later(3, '判定表と凍結された証拠一式', 'A versioned decision table and evidence bundles frozen at detection')],
    ),
  ],
};
