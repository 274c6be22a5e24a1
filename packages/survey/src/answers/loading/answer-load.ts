import { BLANK } from '@wayproof/forms/questionnaire/coded-item'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { PairCounts } from '../../tallies/pair-counts.ts'
import type { AnswerValues } from '../answer.ts'
import { answerCode } from '../answer-code.ts'

/** Answers to generate in a closed wave. */
export interface AnswerLoad {
  readonly period: string
  readonly questionnaire: Questionnaire
  readonly answers: number
  /** The possible contents; each answer has one of them. */
  readonly kinds: readonly AnswerValues[]
}

/** Slots that are divided among the cells by the number of invited people. */
export const SLOTS = 1_000

/** The cell of each slot: a random slot gives each cell about its share of the invited people. */
export function slotsOf(cells: readonly { readonly id: string; readonly invited: number }[]): readonly string[] {
  const invited = cells.reduce((sum, cell) => sum + cell.invited, 0)
  let passed = 0
  let next = 0
  return cells.flatMap(({ id, invited: ofCell }) => {
    passed += ofCell
    const from = next
    next = Math.round((passed / invited) * SLOTS)
    return Array<string>(next - from).fill(id)
  })
}

/** The stored form of each kind of answer, and the completeness of each stored form. */
export function storedKinds({ questionnaire, kinds }: AnswerLoad) {
  const code = answerCode(questionnaire)
  const stored = kinds.map((values) => code.encode(values))
  const judged = [...new Set(stored)].map((values) => ({ values, completeness: code.completeness(values) }))
  return { stored, judged }
}

/** The meaning of each character at each place of a stored answer; the first place is 1. */
export const codedCharacters = (questionnaire: Questionnaire) =>
  answerCode(questionnaire).items.flatMap(({ item, values }, at) =>
    values.map((value, n) => ({ at: at + 1, character: String.fromCharCode(BLANK + 1 + n), item, value })),
  )

/** Counts the pairs of ratings in answers that are grouped by their stored form. */
export function pairsOf(
  questionnaire: Questionnaire,
  grouped: readonly { readonly values: string; readonly count: number }[],
): readonly CrossCount[] {
  const pairs = new PairCounts(questionnaire, answerCode(questionnaire).items)
  for (const { values, count } of grouped) pairs.add(values, count)
  return pairs.entries()
}
