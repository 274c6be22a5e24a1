import { codedFrom, DONT_KNOW, NO, YES } from './coded-items.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { fallbackLanguage, type SurveyText, textIn } from './survey-text.ts'

/** One choice that an item offers. */
export interface Option {
  readonly code: string
  readonly label: string
  /** The language of the label if it is not the one asked for. */
  readonly language?: string
  /** True for off-scale options: no experience, don't know. */
  readonly isOffScale: boolean
}

/** Labels of the values that a questionnaire does not word itself. */
export interface FixedLabels {
  readonly yes: string
  readonly no: string
  readonly dontKnow: string
}

/**
 * The options of an item in a survey language, for each row if it is a matrix. A scale runs from its best point down, a recommendation from
 * 0 up. Throws if its scale is unknown.
 */
export function optionsOf(
  questionnaire: Questionnaire,
  item: Item,
  language: string,
  labels: FixedLabels,
): readonly Option[] {
  switch (item.type) {
    case 'text':
    case 'short':
      return []
    case 'choice':
    case 'several':
      return item.options.map((option) => ({ code: option.value, ...labelled(option, language), isOffScale: false }))
    case 'yes-no':
    case 'recommend':
      return (codedFrom(questionnaire, item)[0]?.codes ?? []).map((code) => {
        const fixed = { [YES]: labels.yes, [NO]: labels.no, [DONT_KNOW]: labels.dontKnow }[code]
        return { code, label: fixed ?? code, isOffScale: code === DONT_KNOW }
      })
    case 'scale':
    case 'matrix':
      return scaleOptions(questionnaire, item.scale, language)
  }
}

function scaleOptions({ scales }: Questionnaire, name: string, language: string): readonly Option[] {
  const scale = scales[name]
  if (!scale) throw new Error(`the questionnaire has no scale ${name}`)
  return [
    ...scale.points
      .toSorted((a, b) => b.value - a.value)
      .map((point) => ({ code: String(point.value), ...labelled(point, language), isOffScale: false })),
    ...scale.offScale.map((point) => ({ code: point.code, ...labelled(point, language), isOffScale: true })),
  ]
}

function labelled(text: SurveyText, language: string): Pick<Option, 'label' | 'language'> {
  const fallback = fallbackLanguage(text, language)
  return { label: textIn(text, language), ...(fallback && { language: fallback }) }
}
