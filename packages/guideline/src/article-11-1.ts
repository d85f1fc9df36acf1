import { later, requirement, type Article } from './requirement.ts';

/** 第11-1条 サービス継続管理. */
export const article111: Article = {
  id: '11-1',
  titleJa: 'サービス継続管理',
  titleEn: 'Service continuity',
  requirements: [
    requirement(
      '11-1-1',
      '勧告',
      ['サービス継続計画', 'Continuity plan'],
      [
        'スマートメーターシステムで提供する機能を定義し、それぞれの関連性を考慮してサービス継続のための計画を構築すること。',
        'Define the functions of the smart meter system and build a continuity plan that considers how they depend on each other.',
      ],
      [
        later(
          3,
          '機能・依存・RTO/RPO・縮退運転が実際と一致する',
          'Functions, dependencies, RTO/RPO and degraded modes match reality',
        ),
      ],
    ),
    requirement(
      '11-1-2',
      '勧告',
      ['事故対応', 'Response to accidents'],
      [
        '事故発生時の対応に関する周知や訓練を定期的に行うこと。',
        'Regularly give notice of and train the response to accidents.',
      ],
      [
        later(
          4,
          '復旧訓練が計測され、データの一致が証明される',
          'Restore exercises are measured, equality of data is proven',
        ),
      ],
    ),
    requirement(
      '11-1-3',
      '勧告',
      ['改善の検討', 'Considering improvement'],
      [
        'サービス継続のための計画が計画通りに実施されているかを定期的に確認し、改善の要否を検討すること。',
        'Regularly confirm that the continuity plan is carried out as planned and consider whether to improve it.',
      ],
      [later(3, '目標と実績の差が署名付きで判断される', 'Achieved against target is decided upon with a signature')],
    ),
  ],
};
