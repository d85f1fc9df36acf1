import { later, requirement, type Article } from './requirement.ts';

/** 第2-1条 体制. */
export const article21: Article = {
  id: '2-1',
  titleJa: '体制',
  titleEn: 'Organisation',
  requirements: [
    requirement(
      '2-1-1',
      '勧告',
      ['経営層の責任', 'Responsibility of the executive'],
      [
        '経営層はスマートメーターシステムにおけるセキュリティの確保について責任を負うこと。',
        'The executive shall bear responsibility for ensuring security in the smart meter system.',
      ],
      [
        later(
          3,
          '経営層が署名した方針と受容リスクが12か月以内で有効である',
          'Policy and accepted risks signed by the appointed executive are in force, at most 12 months old',
        ),
      ],
    ),
    requirement(
      '2-1-2',
      '勧告',
      ['管理組織の設置', 'Establishing the managing organisation'],
      [
        'スマートメーターシステムのセキュリティ管理責任組織を設置すること。また、スマートメーターシステムのセキュリティ管理責任組織と全社のセキュリティ管理責任組織との関係を明確化し、一般送配電事業者においてスマートメーターシステムに関するセキュリティガバナンスの構築を行うこと。',
        'Establish an organisation responsible for security management of the smart meter system, make its relation to the company-wide body clear, and build security governance.',
      ],
      [
        later(
          3,
          '組織図の関係に従って報告・承認・エスカレーションが実際に流れる',
          'Reports, approvals and escalations are routed by the organisation graph',
        ),
      ],
    ),
    requirement(
      '2-1-3',
      '勧告',
      ['目的の明確化', 'Clear objectives'],
      [
        'スマートメーターシステムのセキュリティの実施目的を明確にすること。',
        'Make the purpose of security of the smart meter system clear.',
      ],
      [
        later(
          3,
          '各目的が測定値と目標に結び付き、逸脱で是正処置が開始される',
          'Every objective is bound to a live metric and target; a breach opens a corrective action',
        ),
      ],
    ),
  ],
};
