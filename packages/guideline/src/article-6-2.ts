import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第6-2条 暗号. */
export const article62: Article = {
  id: '6-2',
  titleJa: '暗号',
  titleEn: 'Cryptography',
  requirements: [
    requirement(
      '6-2-1',
      '勧告',
      ['暗号の利用', 'Use of cryptography'],
      [
        '機器間の通信や機器が保有する重要なデータは暗号化すること。',
        'Encrypt communication between devices and important data held by devices.',
      ],
      [
        later(
          4,
          '通信・保存・バックアップのデータが分類に従って暗号化される',
          'Data in transit, at rest and in backups is encrypted by its class',
        ),
      ],
    ),
    requirement(
      '6-2-2',
      '勧告',
      ['暗号鍵の管理', 'Management of keys'],
      ['暗号鍵は適切に配布し、管理すること。', 'Distribute and manage cryptographic keys properly.'],
      [
        shown(
          1,
          ['鍵の全数が目的・状態別に把握され、重複がない', 'All keys are known by purpose and state, none is shared'],
          [machine('6-2-2.inventory', ['鍵の全数調査', 'Key census'], 300, 1800)],
        ),
        shown(
          1,
          [
            '乗っ取られたヘッドエンドは読取り以外を得られない',
            'A captured head-end gets nothing sealed but reads, and no key byte',
          ],
          [
            machine(
              '6-2-2.captured-headend',
              ['乗っ取られたヘッドエンド(双子環境)', 'Captured head-end (in a twin)'],
              21600,
              90000,
            ),
          ],
        ),
        later(5, '鍵の更新と廃棄が証明付きで行われる', 'Rotation and destruction are carried out with proof'),
      ],
    ),
  ],
};
