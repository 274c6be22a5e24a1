import type { Locale } from '@wayproof/kernel/people/locale'
import type { Action } from '@wayproof/oversight/actions/action'

/** The text of an action; an improvement has one in each language. */
export const actionText = ({ text }: Pick<Action, 'text'>, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale]
