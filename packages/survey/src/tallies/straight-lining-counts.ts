import { BLANK, type CodedItem } from '@wayproof/forms/questionnaire/coded-item'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { FEWEST_RATINGS, ratingBlocks } from '@wayproof/forms/questionnaire/rating-blocks'
import type { BlockCounts } from '../disclosure/straight-lining.ts'

/**
 * Counts stored answers that give one rating throughout a block. A blank or a missing opinion is no rating, and an
 * answer with fewer than `FEWEST_RATINGS` ratings in a block does not count for it.
 */
export class StraightLiningCounts {
  readonly #blocks: readonly Block[]

  constructor(questionnaire: Questionnaire, coded: readonly CodedItem[]) {
    this.#blocks = ratingBlocks(questionnaire).map(({ id, points, questions }) => ({
      id,
      points: points.length,
      places: questions.map((question) => coded.findIndex(({ item }) => item === question.id)),
      rated: 0,
      same: 0,
    }))
  }

  add(stored: string): void {
    for (const block of this.#blocks) {
      let ratings = 0
      let first = 0
      let isSame = true
      for (const place of block.places) {
        const rating = stored.charCodeAt(place) - BLANK
        if (!(rating > 0 && rating <= block.points)) continue
        if (ratings === 0) first = rating
        else if (rating !== first) isSame = false
        ratings += 1
      }
      if (ratings < FEWEST_RATINGS) continue
      block.rated += 1
      if (isSame) block.same += 1
    }
  }

  entries(): readonly BlockCounts[] {
    return this.#blocks.map(({ id, rated, same }) => ({ block: id, rated, same }))
  }
}

interface Block {
  readonly id: string
  readonly points: number
  /** Positions of its questions in a stored answer. */
  readonly places: readonly number[]
  rated: number
  same: number
}
