import type { Instant } from '@wayproof/kernel/clock'
import type { SurveyText } from './survey-text.ts'

/** A questionnaire as data, in the format of `golden/questionnaire.json`: stable item IDs, wording per language. */
export interface Questionnaire {
  readonly id: string
  readonly version: number
  readonly estimatedMinutes: number
  readonly scales: Readonly<Record<string, Scale>>
  readonly stem: SurveyText & { readonly appliesTo: readonly string[] }
  readonly items: readonly Item[]
}

export interface Scale {
  readonly id: string
  readonly points: readonly (SurveyText & { readonly value: number })[]
  /** The values that count as satisfied. A version published before they were named lacks them; see `satisfiedPoints`. */
  readonly satisfied?: readonly number[]
  readonly offScale: readonly (SurveyText & { readonly code: string })[]
}

interface ItemBase extends SurveyText {
  readonly id: string
  readonly role: string
  readonly measure?: string
  readonly required?: boolean
  /** The item is shown only if each named question has the named value: an item, a row, or a choice as `id.value`. */
  readonly showIf?: Readonly<Record<string, string>>
}

export type ScaleItem = ItemBase & { readonly type: 'scale'; readonly scale: string }

export type ChoiceItem = ItemBase & {
  readonly type: 'choice'
  readonly options: readonly (SurveyText & { readonly value: string })[]
}

/** Several choices of one question. */
export type SeveralItem = ItemBase & {
  readonly type: 'several'
  readonly options: readonly SeveralOption[]
  /** Most choices of one answer; any number if absent. */
  readonly maxChosen?: number
}

export interface SeveralOption extends SurveyText {
  readonly value: string
  /** True for a choice that excludes all others, such as "none of these". */
  readonly exclusive?: boolean
}

export type YesNoItem = ItemBase & { readonly type: 'yes-no'; readonly allowsDontKnow?: boolean }

/** Willingness to recommend, 0 to 10. */
export type RecommendItem = ItemBase & {
  readonly type: 'recommend'
  /** Wording of 0 and of 10. */
  readonly ends?: { readonly lowest: SurveyText; readonly highest: SurveyText }
  readonly allowsDontKnow?: boolean
}

/** Ratings of several statements on one scale. */
export type MatrixItem = ItemBase & {
  readonly type: 'matrix'
  readonly scale: string
  readonly rows: readonly MatrixRow[]
}

/** A statement of a matrix. Its ID is that of a question, so it may become one without breaking its trend. */
export interface MatrixRow extends SurveyText {
  readonly id: string
  readonly role: string
  readonly measure?: string
  readonly required?: boolean
}

/** Open text of several lines, or a `short` one of a single line. */
export type TextItem = ItemBase & {
  readonly type: 'text' | 'short'
  readonly maxLength: number
  /** The reason why this question may ask for an identity number, passport, card or phone number. */
  readonly asksIdentityBecause?: string
}

export type Item = ScaleItem | ChoiceItem | SeveralItem | YesNoItem | RecommendItem | MatrixItem | TextItem

/** Most characters of a `short` text. */
export const SHORT_TEXT = 200

export const isOpenText = (item: Item): item is TextItem => item.type === 'text' || item.type === 'short'

/** A version that waves can use; its wording never changes. */
export interface PublishedQuestionnaire {
  readonly id: string
  readonly version: number
  readonly publishedAt: Instant
}
