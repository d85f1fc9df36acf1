import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第6-3条 ネットワークの管理. */
export const article63: Article = {
  id: '6-3',
  titleJa: 'ネットワークの管理',
  titleEn: 'Network management',
  requirements: [
    requirement(
      '6-3-1',
      '勧告',
      ['ネットワークへのアクセス制御', 'Network access control'],
      [
        'スマートメーターシステムのネットワークに対する適切なアクセス制御を行うこと。',
        'Carry out proper access control to the network of the smart meter system.',
      ],
      [
        shown(
          1,
          [
            '存在する待受けは方針どおりで、資格なしには通れない',
            'Listeners are those in the policy, and none lets anybody in without credentials',
          ],
          [
            machine('6-3-1.listeners', ['待受けと方針の照合', 'Listeners against policy'], 300, 1800),
            machine('6-3-1.without-credentials', ['資格なしの接続', 'Every listener without credentials'], 3600, 7200),
          ],
        ),
        shown(
          1,
          ['プロセスは必要な権利だけを持つ', 'Processes hold only the rights they need'],
          [machine('6-3-1.process-rights', ['プロセスごとの権利', 'Rights of each process'], 300, 1800)],
        ),
        later(
          4,
          'パケットフィルターが流れの方針から生成され、逸脱が検知される',
          'Packet filter rules are generated from the flow policy; drift is noticed',
        ),
      ],
    ),
    requirement(
      '6-3-2',
      '勧告',
      ['ネットワークの分離', 'Separation of networks'],
      [
        'スマートメーターシステムのネットワークは、原則として外部ネットワークと分離し、外部ネットワークと接続する場合は接続点を最小化すること。',
        'Separate the network of the smart meter system from external networks in principle, and minimise connection points where it is connected.',
      ],
      [
        later(
          4,
          '外部接続点が理由・責任者・期限とともに登録され、実際と一致する',
          'External connection points are registered with reason, owner and end, and match reality',
        ),
      ],
    ),
  ],
};
