import { later, requirement, type Article } from './requirement.ts';

/** 第3-1条 文書管理. */
export const article31: Article = {
  id: '3-1',
  titleJa: '文書管理',
  titleEn: 'Documents',
  requirements: [
    requirement(
      '3-1-1',
      '勧告',
      ['文書化', 'Documentation'],
      [
        'スマートメーターシステムのセキュリティに関する情報を文書化すること。',
        'Document information about the security of the smart meter system.',
      ],
      [
        later(
          3,
          '必要文書が揃い、技術文書は実状態から生成される',
          'Required documents exist; technical ones are generated from the live state',
        ),
      ],
    ),
    requirement(
      '3-1-2',
      '勧告',
      ['文書の管理', 'Managing documents'],
      [
        'スマートメーターシステムのセキュリティに関する文書を適切に管理すること。',
        'Manage the security documents of the smart meter system properly.',
      ],
      [
        later(
          3,
          '版・分類・承認・見直し・閲覧記録が管理される',
          'Versions, classification, approval, review and access are controlled',
        ),
      ],
    ),
  ],
};
