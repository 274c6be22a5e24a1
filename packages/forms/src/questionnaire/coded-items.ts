import {
  type Item,
  isOpenText,
  type Questionnaire,
  type Scale,
  type SeveralOption,
  type TextItem,
} from './questionnaire.ts'
import { type SurveyText, surveyTextOf } from './survey-text.ts'

/** An item that is stored as one or more values from a list. */
export type ClosedItem = Exclude<Item, TextItem>

interface CodedBase extends SurveyText {
  readonly id: string
  readonly role: string
  readonly measure?: string
  readonly required: boolean
  readonly showIf?: Readonly<Record<string, string>>
  /** The item of the questionnaire that asks this. */
  readonly item: ClosedItem
  /** Wording above it: the stem of a group, the question of a matrix or of several choices. */
  readonly stem: SurveyText | null
  /** Its possible values, in the order of the storage format. */
  readonly codes: readonly string[]
}

export type RatedQuestion = CodedBase & { readonly kind: 'scale'; readonly scale: string }

/** One value of an answer. Every count, estimate and suppression works on these. */
export type CodedQuestion =
  | RatedQuestion
  | (CodedBase & { readonly kind: 'choice' | 'yes-no' | 'recommend' })
  | (CodedBase & { readonly kind: 'tick'; readonly option: SeveralOption })

/** Codes of a single choice among several, and of a yes-or-no question. */
export const YES = 'yes'
export const NO = 'no'
/** Code of "don't know" where a questionnaire does not name its own. */
export const DONT_KNOW = 'dk'

/** Highest value of a recommendation; the lowest is 0. */
const HIGHEST_RECOMMENDATION = 10

/** ID of one choice of a question with several; no other ID contains a dot. */
export const tickId = (item: { readonly id: string }, option: Pick<SeveralOption, 'value'>): string =>
  `${item.id}.${option.value}`

/** The values of an item, or none for open text. */
export const codedFrom = (questionnaire: Questionnaire, item: Item): readonly CodedQuestion[] =>
  codedForm(questionnaire).byItem.get(item) ?? []

/** Every value of an answer to the questionnaire, in its order: matrices by row, several choices one by one. */
export const codedItems = (questionnaire: Questionnaire): readonly CodedQuestion[] => codedForm(questionnaire).all

/** The value with an ID; undefined if there is none. */
export const codedItem = (questionnaire: Questionnaire, id: string): CodedQuestion | undefined =>
  codedForm(questionnaire).byId.get(id)

interface CodedForm {
  readonly all: readonly CodedQuestion[]
  readonly byItem: ReadonlyMap<Item, readonly CodedQuestion[]>
  readonly byId: ReadonlyMap<string, CodedQuestion>
}

const forms = new WeakMap<Questionnaire, CodedForm>()

function codedForm(questionnaire: Questionnaire): CodedForm {
  const cachedForm = forms.get(questionnaire)
  if (cachedForm) return cachedForm
  const byItem = new Map(
    questionnaire.items.map((item) => [item, isOpenText(item) ? [] : flattened(questionnaire, item)] as const),
  )
  const all = questionnaire.items.flatMap((item) => byItem.get(item) ?? [])
  const form = { all, byItem, byId: new Map(all.toReversed().map((question) => [question.id, question])) }
  forms.set(questionnaire, form)
  return form
}

function flattened({ scales, stem }: Questionnaire, item: ClosedItem): readonly CodedQuestion[] {
  const { id, role, measure, required = false, showIf } = item
  const common = { role, required, item, ...(measure && { measure }), ...(showIf && { showIf }) }
  const isUnderStem = stem.appliesTo.includes(id)
  const base = { ...common, id, ...surveyTextOf(item), stem: isUnderStem ? surveyTextOf(stem) : null }
  switch (item.type) {
    case 'scale':
      return [{ ...base, kind: 'scale', scale: item.scale, codes: codesOfScale(scales[item.scale]) }]
    case 'choice':
      return [{ ...base, kind: 'choice', codes: unique(item.options.map(({ value }) => value)) }]
    case 'yes-no':
      return [{ ...base, kind: 'yes-no', codes: [YES, NO, ...dontKnow(item)] }]
    case 'recommend':
      return [{ ...base, kind: 'recommend', codes: [...RECOMMENDATIONS, ...dontKnow(item)] }]
    case 'several':
      return item.options.map((option) => ({
        ...{ ...common, ...surveyTextOf(option), id: tickId(item, option), kind: 'tick', option },
        ...{ stem: surveyTextOf(item), codes: [YES, NO] },
      }))
    case 'matrix':
      return item.rows.map((row) => ({
        ...{ ...common, ...row, required: row.required ?? required, kind: 'scale', scale: item.scale },
        ...{ stem: surveyTextOf(item), codes: codesOfScale(scales[item.scale]) },
      }))
  }
}

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)]

const RECOMMENDATIONS = Array.from({ length: HIGHEST_RECOMMENDATION + 1 }, (_, value) => String(value))

const dontKnow = ({ allowsDontKnow = false }: { readonly allowsDontKnow?: boolean }) =>
  allowsDontKnow ? [DONT_KNOW] : []

/** Points as `1` to `5`, then off-scale codes. */
const codesOfScale = (scale: Scale | undefined): readonly string[] =>
  unique([
    ...(scale?.points ?? []).map(({ value }) => String(value)),
    ...(scale?.offScale ?? []).map(({ code }) => code),
  ])
