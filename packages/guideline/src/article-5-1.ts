import { later, requirement, type Article } from './requirement.ts';

/** 第5-1条 セキュリティ仕様. */
export const article51: Article = {
  id: '5-1',
  titleJa: 'セキュリティ仕様',
  titleEn: 'Security specification',
  requirements: [
    requirement(
      '5-1-1',
      '推奨',
      ['機器のセキュリティ仕様', 'Security specification of devices'],
      [
        '機器の調達時にセキュリティ仕様を明確にすること。',
        'Make the security specification clear when devices are procured.',
      ],
      [
        later(
          5,
          '承認された仕様のない型式は登録できない',
          'No device of a model without an approved specification is admitted',
        ),
      ],
    ),
    requirement(
      '5-1-2',
      '推奨',
      ['準拠性の確認', 'Confirming conformity'],
      [
        '機器がセキュリティ仕様通りに設計、製造されていることを確認すること。',
        'Confirm that devices are designed and made to the security specification.',
      ],
      [later(5, '受入試験に合格したロットだけが使われる', 'Only lots that passed the acceptance bench are released')],
    ),
    requirement(
      '5-1-3',
      '推奨',
      ['セキュリティ仕様の変更', 'Changing the specification'],
      [
        '機器のセキュリティ仕様を変更できる仕組みを構築すること。',
        'Build a mechanism by which the security specification of devices can be changed.',
      ],
      [
        later(
          5,
          '仕様の変更が影響機器・承認・展開・期限とともに実施される',
          'A new version names affected devices, is approved, rolled out, and ends old algorithms',
        ),
      ],
    ),
  ],
};
