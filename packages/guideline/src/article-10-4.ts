import { later, requirement, type Article } from './requirement.ts';

/** 第10-4条 周知と訓練. */
export const article104: Article = {
  id: '10-4',
  titleJa: '周知と訓練',
  titleEn: 'Notices and drills',
  requirements: [
    requirement(
      '10-4',
      '勧告',
      ['周知と訓練', 'Notices and drills'],
      [
        'セキュリティ事故発生時の対応に関する周知や訓練を定期的に行うこと。',
        'Regularly give notice of and train the response to incidents.',
      ],
      [later(3, '訓練は双子環境で計測され、期日が守られる', 'Drills run in the twin, measured, on time')],
    ),
  ],
};
