import { later, requirement, type Article } from './requirement.ts';

/** 第4-1条 セキュリティ管理. */
export const article41: Article = {
  id: '4-1',
  titleJa: 'セキュリティ管理',
  titleEn: 'Security management',
  requirements: [
    requirement(
      '4-1',
      '勧告',
      ['セキュリティ管理', 'Security management'],
      ['セキュリティマネジメントシステムを構築すること。', 'Build a security management system.'],
      [
        later(
          3,
          'リスク・対応・監査・不適合・是正・見直しが一巡する',
          'Risk, treatment, audit, nonconformity, corrective action and review close their circle',
        ),
      ],
    ),
  ],
};
