import { later, requirement, type Article } from './requirement.ts';

/** 第7-1条 システム設計. */
export const article71: Article = {
  id: '7-1',
  titleJa: 'システム設計',
  titleEn: 'System design',
  requirements: [
    requirement(
      '7-1-1',
      '勧告',
      ['プログラムの実行制限', 'Restricting what runs'],
      ['予め定められたプログラムのみが実行されるようにすること。', 'Let only programs defined in advance run.'],
      [later(5, '署名された一覧のプログラムだけが起動する', 'Only programs of the signed manifest start')],
    ),
    requirement(
      '7-1-2',
      '推奨',
      ['コマンド管理', 'Command management'],
      ['コマンドが不正に発行されないようにすること。', 'Prevent commands from being issued unlawfully.'],
      [
        later(
          2,
          '重要なコマンドは二人の承認と署名、件数制限、機器側の検証を経る',
          'Critical commands take two people, a signature of the signer, quotas, and verification in the meter',
        ),
      ],
    ),
    requirement(
      '7-1-3',
      '推奨',
      ['外部記憶媒体の利用制限', 'Restricting removable media'],
      ['原則として外部記憶媒体の利用を制限すること。', 'Restrict the use of removable media in principle.'],
      [
        later(
          5,
          '登録媒体以外は拒否され、検査済みの取込みのみ通る',
          'Unregistered media are denied; files enter by the scanned import only',
        ),
      ],
    ),
  ],
};
