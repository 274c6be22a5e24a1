import type { FixedLabels, Option } from '@wayproof/forms/questionnaire/asked-options'
import { NO, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Locale } from '@wayproof/kernel/people/locale'
import { answersOf, numberOf } from '../questionnaire-fields/item-names.ts'
import { shortText } from '../questionnaire-fields/short-text.ts'

/** A question that a condition can name: an item, a statement of a matrix, or one of several choices. */
export interface ConditionTarget {
  readonly id: string
  readonly name: string
  readonly options: readonly Option[]
}

const HALF = 24

/** The values of an item that conditions of later questions can name; none for open text. */
export function conditionTargets(
  questionnaire: Questionnaire,
  item: Item,
  locale: Locale,
  labels: FixedLabels,
): readonly ConditionTarget[] {
  const options = answersOf(questionnaire, item, locale, labels)
  const named = (id: string, text: string) => ({ id, name: `${numberOf(questionnaire, id)} ${text}` })
  switch (item.type) {
    case 'text':
    case 'short':
      return []
    case 'several':
      return item.options.map((option) => ({
        ...named(tickId(item, option), `${shortText(item[locale], HALF)}: ${shortText(option[locale], HALF)}`),
        options: [
          { code: YES, label: labels.yes, isOffScale: false },
          { code: NO, label: labels.no, isOffScale: false },
        ],
      }))
    case 'matrix':
      return item.rows.map((row) => ({ ...named(row.id, shortText(row[locale])), options }))
    default:
      return options.length > 0 ? [{ ...named(item.id, shortText(item[locale])), options }] : []
  }
}
