import type { CommentedCounts } from '@wayproof/scorecard'
import { type AnswerCode, BLANK, type CrossCount, type Questionnaire } from '@wayproof/survey'
import type { ReadSql } from '../sqlite/sql.ts'
import { PairCounts } from './pair-counts.ts'

/** What the answers of a wave say between items, and of who wrote a comment. */
export interface Relations {
  readonly pairs: readonly CrossCount[]
  readonly commented: readonly CommentedCounts[]
}

type Counts = Record<'opinions' | 'topTwo' | 'withoutOpinion', number>

const nobody = (): Counts => ({ opinions: 0, topTwo: 0, withoutOpinion: 0 })

/** One pass over a closed wave, before comments are cut from its answers. */
export function countRelations(
  sql: ReadSql,
  waveId: string,
  { questionnaire, code }: { readonly questionnaire: Questionnaire; readonly code: AnswerCode },
): Relations {
  const pairs = new PairCounts(questionnaire, code.items)
  const rated = questionnaire.items.flatMap((item) => {
    const at = code.items.findIndex(({ item: id }) => id === item.id)
    const points = item.type === 'scale' ? (questionnaire.scales[item.scale]?.points.length ?? 0) : 0
    return points > 0 ? [{ item: item.id, at, points, commented: nobody(), others: nobody() }] : []
  })
  sql('SELECT "values", comment IS NOT NULL FROM answer WHERE wave_id = ?').each(
    (values: string, hasComment: number) => {
      pairs.add(values)
      for (const { at, points, commented, others } of rated) {
        const point = values.charCodeAt(at) - BLANK
        if (point > 0) count(hasComment === 1 ? commented : others, point, points)
      }
    },
    waveId,
  )
  return {
    pairs: pairs.entries(),
    commented: rated.map(({ item, commented, others }) => ({ item, commented, others })),
  }
}

function count(counts: Counts, point: number, points: number): void {
  counts[point > points ? 'withoutOpinion' : 'opinions'] += 1
  if (point > points - 2 && point <= points) counts.topTwo += 1
}
