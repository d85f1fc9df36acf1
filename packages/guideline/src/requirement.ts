/** 勧告 (recommendation with force) or 推奨 (recommended). Sekisho treats both as mandatory. */
export type Obligation = '勧告' | '推奨';

/** Ids are the guideline's own numbers: chapter-article-item, or chapter-article where an article has one requirement. */
export type RequirementId = string & { readonly brand: 'requirement' };

/** One way to find out whether an objective holds. Machine checks are carried out by the assessor, human ones by people in the console. */
export interface Check {
  /** `<requirement>.<name>`, such as `5-4.downgrade`. */
  readonly id: string;
  readonly kind: 'machine' | 'human';
  readonly ja: string;
  readonly en: string;
  /** How often it is meant to run. */
  readonly cadenceS: number;
  /** How long a result counts: after that it is 期限切れ. Always longer than the cadence. */
  readonly validForS: number;
}

/** What must be true for the requirement to be met: our reading of it, never the guideline's words. */
export interface Objective {
  readonly ja: string;
  readonly en: string;
  /** Empty: no mechanism shows this yet, so it reads 証拠不足. `part` says which part of the work brings it. */
  readonly checks: readonly Check[];
  readonly part: number;
}

export interface Requirement {
  readonly id: RequirementId;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly obligation: Obligation;
  /** The guideline's sentence, verbatim. */
  readonly statementJa: string;
  /** Our translation. */
  readonly statementEn: string;
  readonly objectives: readonly Objective[];
}

export interface Article {
  /** `5-1` */
  readonly id: string;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly requirements: readonly Requirement[];
}

export interface Chapter {
  readonly number: number;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly articles: readonly Article[];
}

/** Ids come from the catalogue or through here. @throws {RangeError} when it is not written like a requirement id */
export function requirementId(text: string): RequirementId {
  if (!/^\d{1,2}-\d(-\d)?$/.test(text)) throw new RangeError(`"${text}" is not a requirement id such as 7-1-2 or 5-4`);
  return text as RequirementId;
}

type Wording = readonly [ja: string, en: string];

/** An objective that a later part of the work will show; until then it reads 証拠不足. */
export const later = (part: number, ...[ja, en]: Wording): Objective => ({ ja, en, checks: [], part });

/** An objective with the checks that show it. */
export const shown = (part: number, [ja, en]: Wording, checks: readonly Check[]): Objective => ({
  ja,
  en,
  checks,
  part,
});

/** A machine check that runs every `cadenceS` seconds and counts for `validForS`. */
export const machine = (id: string, [ja, en]: Wording, cadenceS: number, validForS: number): Check => ({
  id,
  kind: 'machine',
  ja,
  en,
  cadenceS,
  validForS,
});

export const requirement = (
  id: string,
  obligation: Obligation,
  [titleJa, titleEn]: Wording,
  [statementJa, statementEn]: Wording,
  objectives: readonly Objective[],
): Requirement => ({ id: requirementId(id), titleJa, titleEn, obligation, statementJa, statementEn, objectives });
