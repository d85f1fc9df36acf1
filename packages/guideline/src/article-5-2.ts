import { later, requirement, type Article } from './requirement.ts';

/** 第5-2条 機器の取扱い. */
export const article52: Article = {
  id: '5-2',
  titleJa: '機器の取扱い',
  titleEn: 'Handling of devices',
  requirements: [
    requirement(
      '5-2',
      '推奨',
      ['機器の取扱い', 'Handling of devices'],
      [
        '機器のライフサイクルにおいて、継続的な管理が可能な手順を明確にすること。',
        'Make procedures clear that allow continuous management over the life cycle of devices.',
      ],
      [
        later(
          5,
          '計画から廃止までの状態遷移が強制される',
          'The life-cycle state machine from planned to disposed is enforced',
        ),
      ],
    ),
  ],
};
