import { article21 } from './article-2-1.ts';
import { article22 } from './article-2-2.ts';
import { article23 } from './article-2-3.ts';
import { article31 } from './article-3-1.ts';
import { article32 } from './article-3-2.ts';
import { article41 } from './article-4-1.ts';
import { article51 } from './article-5-1.ts';
import { article52 } from './article-5-2.ts';
import { article53 } from './article-5-3.ts';
import { article54 } from './article-5-4.ts';
import { article61 } from './article-6-1.ts';
import { article62 } from './article-6-2.ts';
import { article63 } from './article-6-3.ts';
import { article71 } from './article-7-1.ts';
import { article81 } from './article-8-1.ts';
import { article82 } from './article-8-2.ts';
import { article83 } from './article-8-3.ts';
import { article84 } from './article-8-4.ts';
import { article91 } from './article-9-1.ts';
import { article101 } from './article-10-1.ts';
import { article102 } from './article-10-2.ts';
import { article103 } from './article-10-3.ts';
import { article104 } from './article-10-4.ts';
import { article111 } from './article-11-1.ts';
import type { Chapter, Requirement } from './requirement.ts';

/** スマートメーターシステムセキュリティガイドライン, chapters 2 to 11: every article that states requirements, in order. */
export const chapters: readonly Chapter[] = [
  { number: 2, titleJa: '組織', titleEn: 'Organisation', articles: [article21, article22, article23] },
  { number: 3, titleJa: '文書化', titleEn: 'Documentation', articles: [article31, article32] },
  { number: 4, titleJa: 'セキュリティ管理', titleEn: 'Security management', articles: [article41] },
  {
    number: 5,
    titleJa: '機器のセキュリティ',
    titleEn: 'Security of devices',
    articles: [article51, article52, article53, article54],
  },
  {
    number: 6,
    titleJa: '通信のセキュリティ',
    titleEn: 'Security of communication',
    articles: [article61, article62, article63],
  },
  { number: 7, titleJa: 'システムのセキュリティ', titleEn: 'Security of systems', articles: [article71] },
  {
    number: 8,
    titleJa: '運用のセキュリティ',
    titleEn: 'Security of operation',
    articles: [article81, article82, article83, article84],
  },
  { number: 9, titleJa: '物理セキュリティ', titleEn: 'Physical security', articles: [article91] },
  {
    number: 10,
    titleJa: 'セキュリティ事故の対応',
    titleEn: 'Response to incidents',
    articles: [article101, article102, article103, article104],
  },
  { number: 11, titleJa: 'サービス継続管理', titleEn: 'Service continuity', articles: [article111] },
];

/** All 43 requirements in the guideline's order. */
export const requirements: readonly Requirement[] = chapters.flatMap((chapter) =>
  chapter.articles.flatMap((article) => article.requirements),
);

/** The requirement of this id, or undefined. */
export const findRequirement = (id: string): Requirement | undefined =>
  requirements.find((requirement) => requirement.id === id);
