import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第5-4条 認証. */
export const article54: Article = {
  id: '5-4',
  titleJa: '認証',
  titleEn: 'Authentication',
  requirements: [
    requirement(
      '5-4',
      '勧告',
      ['認証', 'Authentication'],
      [
        '予め許可された機器と通信するための認証を行い、スマートメーターシステムを保護すること。',
        'Authenticate in order to communicate with devices permitted in advance, and protect the smart meter system.',
      ],
      [
        shown(
          1,
          [
            '許可されていない相手・複製・格下げ・反射の認証は拒否される',
            'Unknown, cloned, downgraded and reflected authentication is refused',
          ],
          [
            machine('5-4.unknown-device', ['未登録・別鍵の相手', 'Unknown party or other key'], 3600, 7200),
            machine('5-4.downgrade', ['認証方式の格下げ', 'Downgraded mechanism (none, LLS)'], 3600, 7200),
            machine('5-4.reflection', ['反射チャレンジ', 'Reflected challenge'], 3600, 7200),
            machine('5-4.clone', ['同じシステムタイトルの複製機器', 'Clone with the same system title'], 3600, 7200),
          ],
        ),
        later(4, 'ゲートの相互TLSと署名済み許可リスト', 'Mutual TLS at the gate with a signed allow-list'),
      ],
    ),
  ],
};
