import { later, requirement, type Article } from './requirement.ts';

/** 第10-2条 セキュリティ事故の対応. */
export const article102: Article = {
  id: '10-2',
  titleJa: 'セキュリティ事故の対応',
  titleEn: 'Incident response',
  requirements: [
    requirement(
      '10-2',
      '勧告',
      ['セキュリティ事故の対応', 'Incident response'],
      [
        'セキュリティ事故やセキュリティ事象の対応体制と手順を明確にすること。',
        'Make the organisation and procedures for responding to incidents and events clear.',
      ],
      [
        later(
          3,
          '手順は実際の制御につながり、応答が計測される',
          'Playbooks are wired to real controls; acknowledgement is timed',
        ),
      ],
    ),
  ],
};
