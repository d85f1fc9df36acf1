import { later, requirement, type Article } from './requirement.ts';

/** 第5-3条 ファームウェアアップデート. */
export const article53: Article = {
  id: '5-3',
  titleJa: 'ファームウェアアップデート',
  titleEn: 'Firmware update',
  requirements: [
    requirement(
      '5-3',
      '勧告',
      ['ファームウェアアップデート', 'Firmware update'],
      [
        'ファームウェアアップデートを適切かつ確実に実施することができる仕組みを構築すること。',
        'Build a mechanism by which firmware updates are carried out properly and reliably.',
      ],
      [
        later(
          5,
          '署名・指示・巻戻し防止・段階展開が機器側で検証される',
          'Signature, direction, anti-rollback and waves are verified in the meter itself',
        ),
      ],
    ),
  ],
};
