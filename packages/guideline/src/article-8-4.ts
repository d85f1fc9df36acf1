import { later, requirement, type Article } from './requirement.ts';

/** 第8-4条 ぜい弱性の管理. */
export const article84: Article = {
  id: '8-4',
  titleJa: 'ぜい弱性の管理',
  titleEn: 'Vulnerability management',
  requirements: [
    requirement(
      '8-4',
      '推奨',
      ['ぜい弱性の管理', 'Vulnerability management'],
      ['ぜい弱性に関する情報を継続的に管理すること。', 'Manage information about vulnerabilities continuously.'],
      [
        later(
          5,
          '部品表と勧告から影響機器と期限が決まる',
          'Bills of materials and advisories give affected devices, decisions and deadlines',
        ),
      ],
    ),
  ],
};
