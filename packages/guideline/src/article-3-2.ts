import { later, requirement, type Article } from './requirement.ts';

/** 第3-2条 実施状況の報告. */
export const article32: Article = {
  id: '3-2',
  titleJa: '実施状況の報告',
  titleEn: 'Reporting',
  requirements: [
    requirement(
      '3-2',
      '勧告',
      ['実施状況の報告', 'Reporting the state of implementation'],
      [
        'セキュリティ対策の実施状況に関する報告事項を定め、適切に報告を行うことができる仕組みを構築すること。',
        'Define what is reported about the state of security measures and build a mechanism to report it properly.',
      ],
      [
        later(
          3,
          '凍結した数値の報告が経路に従って届き、回答される',
          'Reports with frozen figures travel the organisation graph and are answered',
        ),
      ],
    ),
  ],
};
