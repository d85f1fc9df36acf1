import { later, requirement, type Article } from './requirement.ts';

/** 第2-3条 セキュリティ教育. */
export const article23: Article = {
  id: '2-3',
  titleJa: 'セキュリティ教育',
  titleEn: 'Security education',
  requirements: [
    requirement(
      '2-3-1',
      '勧告',
      ['教育の計画・実施', 'Planning and giving education'],
      [
        'スマートメーターシステムに関するセキュリティ教育を計画し、実施すること。',
        'Plan and carry out security education about the smart meter system.',
      ],
      [later(3, '権限は有効な教育がある間だけ働く', 'Privileges live only while training is valid')],
    ),
    requirement(
      '2-3-2',
      '勧告',
      ['教育効果の確認', 'Confirming its effect'],
      [
        'スマートメーターシステムに関するセキュリティ教育が効果的に実施されていることを確認すること。',
        'Confirm that the security education is effective.',
      ],
      [
        later(
          3,
          '教育前後の結果と訓練結果で効果を測る',
          'Effect is measured by signed attempts before and after, and by drills',
        ),
      ],
    ),
  ],
};
