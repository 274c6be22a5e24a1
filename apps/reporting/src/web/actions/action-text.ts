import type { Locale } from '@wayproof/kernel'
import type { Action } from '@wayproof/oversight/actions'

/** The text of an action; an improvement has one in each language. */
export const actionText = ({ text }: Pick<Action, 'text'>, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale]
