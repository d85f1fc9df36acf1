import { later, machine, requirement, shown, type Article } from './requirement.ts';

/** 第6-1条 通信プロトコル. */
export const article61: Article = {
  id: '6-1',
  titleJa: '通信プロトコル',
  titleEn: 'Communication protocol',
  requirements: [
    requirement(
      '6-1',
      '勧告',
      ['通信プロトコル', 'Communication protocol'],
      [
        '機器間の通信において、通信路上のセキュリティ確保が可能な通信プロトコルを選択すること。',
        'Choose communication protocols that can secure the path between devices.',
      ],
      [
        shown(
          1,
          ['実際に合意された保護がすべて方針どおりである', 'What was actually negotiated is all within policy'],
          [machine('6-1.census', ['合意済み保護の全数調査', 'Census of negotiated protection'], 300, 1800)],
        ),
        shown(
          1,
          ['方針外の通信は拒否される', 'Anything outside the profile is refused'],
          [
            machine('6-1.plain-get', ['平文GET', 'Plain GET'], 3600, 7200),
            machine('6-1.authentication-only', ['認証のみのAPDU', 'Authentication-only APDU'], 3600, 7200),
            machine('6-1.suite-downgrade', ['セキュリティスイートの格下げ', 'Suite downgrade'], 3600, 7200),
          ],
        ),
        later(4, 'ゲートはTLS 1.3のみを受け付ける', 'The gate accepts TLS 1.3 only'),
      ],
    ),
  ],
};
