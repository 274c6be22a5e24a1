import type { SnapshotQuery } from '@wayproof/database/query/query'
import { answerShares, type CountedAs } from '@wayproof/forms/questionnaire/answer-shares'
import { BLANK, type CodedItem } from '@wayproof/forms/questionnaire/coded-item'
import { COMPLETENESS } from '@wayproof/forms/questionnaire/completeness'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { FEWEST_RATINGS, ratingBlocks } from '@wayproof/forms/questionnaire/rating-blocks'
import type { AnswerCode } from '../answers/answer-code.ts'
import { ALL_ITEMS, type TallyEntry } from '../answers/tally.ts'
import type { CommentedCounts } from '../disclosure/commented-shares.ts'
import type { BlockCounts } from '../disclosure/straight-lining.ts'
import { PairCounts } from './pair-counts.ts'

export interface Counted extends TallyEntry {
  readonly count: number
}

/** The counts of a wave's answers. */
export interface WaveCounts {
  /** By cell, item and value, without zeros. */
  readonly tallies: readonly Counted[]
  readonly pairs: readonly CrossCount[]
  /** Ratings by people with and without a comment; known only until comments are separated from their answers. */
  readonly commented: readonly CommentedCounts[]
  readonly straightLining: readonly BlockCounts[]
}

type Counts = Record<'opinions' | 'topTwo' | 'withoutOpinion', number>

const nobody = (): Counts => ({ opinions: 0, topTwo: 0, withoutOpinion: 0 })

interface AnswerRow {
  readonly cellId: string
  readonly stored: string
  readonly commented: 0 | 1
}

/** The table of a wave's readable answers: an encrypted wave is counted from a table of decrypted answers. */
export type AnswerTable = 'answer' | 'decrypted_answer'

const answersIn = (table: AnswerTable) =>
  `SELECT cell_id AS cellId, "values" AS stored, comment IS NOT NULL AS commented FROM ${table} WHERE wave_id = @waveId`

/**
 * Counts the answers of a wave in one pass, in batches, because they may exceed memory. Ignores an answer that does not
 * fit the questionnaire, because the file was damaged.
 */
export async function countWave(
  query: SnapshotQuery,
  waveId: string,
  {
    questionnaire,
    code,
    table = 'answer',
  }: { readonly questionnaire: Questionnaire; readonly code: AnswerCode; readonly table?: AnswerTable },
): Promise<WaveCounts> {
  const { entries, count } = tallyPlaces(code)
  const cells = new Map<string, Float64Array>()
  const pairs = new PairCounts(questionnaire, code.items)
  const straightLining = new StraightLiningCounts(questionnaire, code.items)
  const rated = answerShares(questionnaire).flatMap(({ kind, item, countedAs }) => {
    const at = code.items.findIndex((coded) => coded.item === item)
    const byPlace = code.items[at]?.values.map((value) => countedAs.get(value)) ?? []
    return kind === 'rating' ? [{ item, at, byPlace, commented: nobody(), others: nobody() }] : []
  })
  const add = ({ cellId, stored, commented: isCommented }: AnswerRow) => {
    const counts = cells.get(cellId) ?? new Float64Array(entries.length)
    if (!count(counts, stored)) return
    cells.set(cellId, counts)
    pairs.add(stored)
    straightLining.add(stored)
    for (const { at, byPlace, commented, others } of rated) {
      const counted = byPlace[stored.charCodeAt(at) - BLANK - 1]
      if (counted) countRating(isCommented === 1 ? commented : others, counted)
    }
  }
  for await (const answers of query.batches<AnswerRow>(answersIn(table), { waveId }))
    for (const answer of answers) add(answer)
  return {
    tallies: [...cells].flatMap(([cellId, counts]) =>
      entries.flatMap((entry, place) => (counts[place] ? [{ cellId, ...entry, count: counts[place] }] : [])),
    ),
    pairs: pairs.entries(),
    commented: rated.map(({ item, commented, others }) => ({ item, commented, others })),
    straightLining: straightLining.entries(),
  }
}

function countRating(counts: Counts, counted: CountedAs): void {
  counts[counted === 'without-opinion' ? 'withoutOpinion' : 'opinions'] += 1
  if (counted === 'in') counts.topTwo += 1
}

/** The counters of one cell for answers to a questionnaire. */
interface TallyPlaces {
  /** The meaning of each counter: completeness, then every value of every item. */
  readonly entries: readonly { readonly item: string; readonly value: string }[]
  /**
   * Adds a stored answer to the counters, one number for each of `entries`. Returns false and adds nothing if it does
   * not fit this questionnaire.
   */
  count(counts: Float64Array, stored: string): boolean
}

function tallyPlaces({ items, completeness }: AnswerCode): TallyPlaces {
  const widths = items.map(({ values }) => values.length)
  const firsts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, COMPLETENESS.length))
  const isAnswer = (stored: string) =>
    stored.length === items.length &&
    widths.every((width, at) => {
      const value = stored.charCodeAt(at) - BLANK
      return value >= 0 && value <= width
    })
  const add = (counts: Float64Array, place: number) => {
    counts[place] = (counts[place] ?? 0) + 1
  }
  return {
    entries: [
      ...COMPLETENESS.map((value) => ({ item: ALL_ITEMS, value })),
      ...items.flatMap(({ item, values }) => values.map((value) => ({ item, value }))),
    ],
    count: (counts, stored) => {
      if (!isAnswer(stored)) return false
      for (const [at, first] of firsts.entries()) {
        const value = stored.charCodeAt(at) - BLANK
        if (value > 0) add(counts, first + value - 1)
      }
      add(counts, COMPLETENESS.indexOf(completeness(stored)))
      return true
    },
  }
}

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
