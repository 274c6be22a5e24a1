import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { WaveStatus } from './wave.ts'

/** Attacks with which a reader of the database file may try to link an answer to a person. */
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
 * Results of the attacks on one wave. `earlier-copy` is null without an earlier copy to compare; `stored-sizes` also
 * counts drafts, which are not answers yet.
 */
export interface WaveAnonymity {
  readonly period: PeriodKey
  readonly status: WaveStatus
  readonly answers: number
  /** Answers that at least one attack linked to a person. */
  readonly tied: number
  /** People whom the file reveals as respondents. */
  readonly respondentsKnown: number
  /** People for whom the file contains a draft, in a row or in freed bytes. */
  readonly draftsKnown: number
  /** People whom the file reveals as reminded, which means that they had not answered by then. */
  readonly remindedKnown: number
  readonly tiedBy: Readonly<Record<Attack, number | null>>
}

/** People known to have answered, and their answers in unknown order. */
export interface RespondentGroup<Key> {
  readonly respondents: number
  readonly answers: readonly { readonly key: Key; readonly values: string }[]
}

/** The answers of a group that can be linked to a person: the only one, or all if they are identical. */
export function tiedIn<Key>({ respondents, answers }: RespondentGroup<Key>): readonly Key[] {
  const areIdentical = new Set(answers.map(({ values }) => values)).size === 1
  // If one of them was withdrawn, the others cannot be linked.
  return areIdentical && respondents === answers.length ? answers.map(({ key }) => key) : []
}

/**
 * True if an unlinked wave is anonymous: no answer linked, no respondent known, no draft left, no reminded person
 * known.
 */
export function isAnonymous({ tied, respondentsKnown, draftsKnown, remindedKnown }: WaveAnonymity): boolean {
  return tied === 0 && respondentsKnown === 0 && draftsKnown === 0 && remindedKnown === 0
}
