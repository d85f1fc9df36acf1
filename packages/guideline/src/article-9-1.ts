import { later, requirement, type Article } from './requirement.ts';

/** 第9-1条 施設及び機器の管理. */
export const article91: Article = {
  id: '9-1',
  titleJa: '施設及び機器の管理',
  titleEn: 'Premises and devices',
  requirements: [
    requirement(
      '9-1-1',
      '推奨',
      ['セキュリティ区画', 'Security zones'],
      [
        'セキュリティ区画を明確にし、保護対象となる施設及び区画について適切に保護すること。',
        'Make security zones clear and protect the premises and zones concerned properly.',
      ],
      [later(3, '資産はその等級の区画にだけ置かれる', 'Assets are placed only in zones of their class')],
    ),
    requirement(
      '9-1-2',
      '推奨',
      ['アクセス管理', 'Access to premises'],
      [
        'セキュリティ区画には認可された者だけにアクセスを許可し、そのアクセス記録を保持すること。',
        'Allow only authorised persons into security zones and keep records of access.',
      ],
      [later(3, '認可と入室記録とサインインが突き合わされる', 'Authorisations, entries and sign-ins are joined')],
    ),
  ],
};
