import type { LocalText } from '@wayproof/kernel/people/locale'
import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import type { Strength } from '@wayproof/scorecard/claims/claim'
import { questionChanges } from '@wayproof/scorecard/claims/question-changes'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import type { TrendBreak } from '@wayproof/scorecard/facts'
import type { Interval, VerdictOf } from '@wayproof/scorecard/verdict'
import type { GoalView } from '../api.ts'

/** The published figure of one question, beside that of the last wave. */
export interface QuestionRow {
  readonly id: string
  readonly text: LocalText
  /** Its place in the questionnaire, from 1. */
  readonly number: number
  readonly figure: QuestionFigure | Exclude<GroupFigure, { kind: 'shown' }>
  /** The last wave's share; null if there is none or the question changed. */
  readonly before: number | null
  readonly change: { readonly difference: number; readonly strength: Strength } | null
  /** Why it cannot be compared with the last wave. */
  readonly broken: TrendBreak | null
  /** The question that decides the goal. */
  readonly isJudged: boolean
}

export interface QuestionFigure {
  readonly kind: 'shown'
  readonly share: number
  /** Finer than whole points: only the judged question. */
  readonly isFine: boolean
  /** The share lies beyond the outermost published step. */
  readonly beyond: 'below' | 'above' | null
  readonly interval: Interval
  /** At least so many had an opinion. */
  readonly people: number
}

const HEADLINE = 'overall'
const NOT_COMPARED = { now: { kind: 'absent' }, before: { kind: 'absent' } } as const

interface Judged {
  readonly verdict: VerdictOf<'customer-satisfaction'>
  readonly waves: GoalView['waves']
}

/** Lists the questions in the order asked; the judged one takes the figures of its verdict. */
export function questionRows(breakdowns: readonly Breakdown[], judged: Judged | null): readonly QuestionRow[] {
  const changes = questionChanges(
    breakdowns.map(({ item, now, before }) =>
      item?.id === HEADLINE ? NOT_COMPARED : { now: now.everybody, before: before.everybody },
    ),
  )
  return breakdowns.flatMap(({ item, now, before }, at): readonly QuestionRow[] => {
    if (!item) return []
    const question = { id: item.id, text: item.text, number: at + 1, broken: item.broken }
    const row = {
      ...question,
      figure: figureOf(now.everybody),
      before: before.everybody.kind === 'shown' ? before.everybody.topTwo.value : null,
      change: changes[at] ?? null,
      isJudged: item.id === HEADLINE,
    }
    return [item.id === HEADLINE && judged ? judgedRow(row, judged) : row]
  })
}

function figureOf(figure: GroupFigure): QuestionRow['figure'] {
  if (figure.kind !== 'shown') return figure
  const { topTwo, interval, people } = figure
  const beyond = topTwo.kind === 'at' ? null : topTwo.kind
  return { kind: 'shown', share: topTwo.value, isFine: false, beyond, interval, people }
}

function judgedRow(row: QuestionRow, { verdict: { value, interval, share }, waves: [last] }: Judged): QuestionRow {
  if (value === null || interval === null || share === null) return row
  const change = last?.change && (last.change.weighted ?? last.change.unweighted)
  return {
    ...row,
    figure: { kind: 'shown', share: value, isFine: true, beyond: null, interval, people: share.denominator },
    before: change?.before ?? null,
    change: change ?? null,
    broken: last?.broken ?? row.broken,
  }
}
