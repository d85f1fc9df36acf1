import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第8-1条 システムの管理. */
export const article81: Article = {
  id: '8-1',
  titleJa: 'システムの管理',
  titleEn: 'System administration',
  requirements: [
    requirement(
      '8-1-1',
      '推奨',
      ['管理者権限の管理', 'Administrator rights'],
      [
        '管理者権限の割当を適切に行い、不正行為が行われない仕組みを構築すること。',
        'Assign administrator rights properly and build a mechanism that prevents wrongdoing.',
      ],
      [
        later(
          3,
          '常設の管理者はなく、60分以内の承認付き昇格のみ',
          'No standing administrator; elevation is approved, reasoned and at most 60 minutes',
        ),
      ],
    ),
    requirement(
      '8-1-2',
      '勧告',
      ['マルウェア対策', 'Malware'],
      ['マルウェア対策を実施すること。', 'Carry out measures against malware.'],
      [
        later(
          5,
          '入るファイルはすべて検査され、検査不能なら閉じる',
          'Every file that enters is scanned; no verdict, no entry',
        ),
      ],
    ),
    requirement(
      '8-1-3',
      '勧告',
      ['変更管理', 'Change management'],
      [
        'セキュリティに影響を与える可能性がある変更を適切に管理すること。',
        'Manage changes that may affect security properly.',
      ],
      [later(3, '承認なき変更は検知される', 'Drift without an approved change is found')],
    ),
    requirement(
      '8-1-4',
      '勧告',
      ['ログの取得', 'Logs'],
      ['ログを取得、保持し、定期的に確認すること。', 'Take, keep and regularly review logs.'],
      [
        shown(
          1,
          ['台帳は検証でき、改ざんは見つかる', 'The log verifies, and forgery is found'],
          [
            machine('8-1-4.verify', ['台帳の全検証', 'Verification of the whole log'], 300, 1800),
            machine(
              '8-1-4.forgeries',
              [
                '改ざんの検出(編集・削除・切詰め・分岐・日付)',
                'Forgeries found: edit, delete, truncate, fork, backdate',
              ],
              3600,
              7200,
            ),
          ],
        ),
        shown(
          1,
          ['期待する記録元がすべて届いている', 'Every expected source is heard'],
          [machine('8-1-4.sources', ['記録元の沈黙', 'Silent sources'], 300, 1800)],
        ),
        later(2, '独立した証人が連署する', 'Independent witnesses cosign'),
        later(3, '人が定期的に確認する', 'People review it regularly'),
      ],
    ),
  ],
};
