import { later, requirement, type Article } from './requirement.ts';

/** 第8-3条 データの管理. */
export const article83: Article = {
  id: '8-3',
  titleJa: 'データの管理',
  titleEn: 'Data management',
  requirements: [
    requirement(
      '8-3',
      '推奨',
      ['データの管理', 'Data management'],
      [
        'スマートメーターシステムに関連するデータを管理し、保護すること。',
        'Manage and protect data related to the smart meter system.',
      ],
      [later(4, '目的に応じたアクセス・保存期間・削除の証明', 'Access by purpose, retention and proven deletion')],
    ),
  ],
};
