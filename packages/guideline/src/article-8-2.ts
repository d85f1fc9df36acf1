import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第8-2条 機器の管理. */
export const article82: Article = {
  id: '8-2',
  titleJa: '機器の管理',
  titleEn: 'Device management',
  requirements: [
    requirement(
      '8-2',
      '推奨',
      ['機器の管理', 'Device management'],
      ['機器を管理し、状態を監視すること。', 'Manage devices and monitor their state.'],
      [
        shown(
          1,
          [
            '台帳と実際が一致し、沈黙と未知が数えられる',
            'Inventory is held against reality: registered, heard, silent, unknown',
          ],
          [
            machine('8-2.inventory', ['登録・応答・沈黙・未知', 'Registered, heard, silent, unknown'], 300, 1800),
            machine('8-2.silence', ['沈黙した計器の検知', 'A silenced meter is noticed'], 3600, 7200),
            machine('8-2.log-gap', ['計器ログの欠番', 'A gap in a meter log is noticed'], 3600, 7200),
          ],
        ),
        later(4, '一台の計器が二か所に現れると検知される', 'One meter in two places is noticed at the gate'),
      ],
    ),
  ],
};
