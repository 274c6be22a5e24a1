import type { PeriodKey } from '@wayproof/kernel'
import type { WaveStatus } from './wave.ts'

/** Ways in which whoever reads the database file may try to tell whose an answer is. */
export const ATTACKS = [
  'shared-values',
  'stored-moments',
  'row-order',
  'stored-sizes',
  'small-groups',
  'freed-bytes',
  'write-log',
  'earlier-copy',
] as const

export type Attack = (typeof ATTACKS)[number]

/**
 * What the attacks on one wave came to. `earlier-copy` is null when there was none to compare with; `stored-sizes` counts
 * drafts, too, which are no answers yet.
 */
export interface WaveAnonymity {
  readonly period: PeriodKey
  readonly status: WaveStatus
  readonly answers: number
  /** Answers that at least one attack tied to a person. */
  readonly tied: number
  /** People of whom the file tells that they answered. */
  readonly respondentsKnown: number
  /** People of whom the file holds a draft, in a row or in freed bytes. */
  readonly draftsKnown: number
  /** People of whom the file tells that a reminder went to them: they had not answered by then. */
  readonly remindedKnown: number
  readonly tiedBy: Readonly<Record<Attack, number | null>>
}

/** People who are known to have answered, and the answers that are theirs, in whatever order. */
export interface RespondentGroup<Key> {
  readonly respondents: number
  readonly answers: readonly { readonly key: Key; readonly values: string }[]
}

/** The answers of a group that are tied to a person: the only one, or all when they say the same. */
export function tiedIn<Key>({ respondents, answers }: RespondentGroup<Key>): readonly Key[] {
  const alike = new Set(answers.map(({ values }) => values)).size === 1
  // Where one was withdrawn, nobody can tell whose it was.
  return alike && respondents === answers.length ? answers.map(({ key }) => key) : []
}

/** An unlinked wave holds what it promised: no answer tied, no respondent known, no draft left, nobody known as reminded. */
export function isAnonymous({ tied, respondentsKnown, draftsKnown, remindedKnown }: WaveAnonymity): boolean {
  return tied === 0 && respondentsKnown === 0 && draftsKnown === 0 && remindedKnown === 0
}
