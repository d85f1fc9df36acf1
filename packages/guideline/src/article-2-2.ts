import { later, requirement, type Article } from './requirement.ts';

/** 第2-2条 役割. */
export const article22: Article = {
  id: '2-2',
  titleJa: '役割',
  titleEn: 'Roles',
  requirements: [
    requirement(
      '2-2-1',
      '勧告',
      ['責任者の設置', 'Appointing the responsible person'],
      [
        'スマートメーターシステムのセキュリティ管理責任者を任命すること。',
        'Appoint a person responsible for security management of the smart meter system.',
      ],
      [later(3, '有効な任命のみが役割を生む', 'Roles exist only through a valid, signed appointment')],
    ),
    requirement(
      '2-2-2',
      '勧告',
      ['役割の定義', 'Defining roles'],
      [
        'スマートメーターシステムに関連する者の役割を明確にすること。',
        'Make the roles of those concerned with the smart meter system clear.',
      ],
      [
        later(
          3,
          '承認された役割定義から実際の権限が生成され、職務分掌が守られる',
          'Enforced permissions are compiled from approved role definitions; duties are separated',
        ),
      ],
    ),
    requirement(
      '2-2-3',
      '勧告',
      ['委託先等の対応', 'Contractors'],
      [
        'スマートメーターシステムに関連する委託先等のセキュリティに関する役割を明確にすること。',
        'Make the security roles of contractors concerned with the smart meter system clear.',
      ],
      [
        later(
          3,
          '委託先・再委託先の利用は契約期間と役割の範囲に限られる',
          'Access of contractors and sub-contractors ends with contract period and role',
        ),
      ],
    ),
  ],
};
