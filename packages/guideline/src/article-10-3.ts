import { later, requirement, type Article } from './requirement.ts';

/** 第10-3条 セキュリティ事故の報告と情報共有. */
export const article103: Article = {
  id: '10-3',
  titleJa: 'セキュリティ事故の報告と情報共有',
  titleEn: 'Reporting and sharing',
  requirements: [
    requirement(
      '10-3-1',
      '勧告',
      ['セキュリティ事故の報告', 'Reporting incidents'],
      [
        'セキュリティ事故が発生した場合は、一般送配電事業者内だけではなく関係機関への報告及び対応を行うこと。',
        'When an incident occurs, report to and act with the bodies concerned, not only within the company.',
      ],
      [
        later(
          3,
          '覚知からの時計と報告要否判定、受領の記録',
          'Clocks from first knowledge, a recorded decision whether to report, receipts',
        ),
      ],
    ),
    requirement(
      '10-3-2',
      '勧告',
      ['情報の共有', 'Sharing information'],
      [
        'セキュリティ事故から得られた知見を、セキュリティ事故の予防及び再発防止に活用する仕組みを構築すること。',
        'Build a mechanism by which what is learnt from incidents serves prevention.',
      ],
      [
        later(
          3,
          '教訓が規則・対策・教育になり、再現試験で確かめられる',
          'Lessons become rules, controls or training; a replay shows it',
        ),
      ],
    ),
  ],
};
