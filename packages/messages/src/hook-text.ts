import type { CalendarDate, Locale } from '@wayproof/kernel'
import { day } from './date-format.ts'
import type { Messages } from './en.ts'
import { messages } from './messages.ts'

/** A message of the web hook as one sentence, followed by the address of its page. */
export function hookText(
  { kind, count, due }: { readonly kind: keyof Messages['hook']; readonly count: number; readonly due: CalendarDate | null },
  link: string,
  locale: Locale,
): string {
  const sentence = messages(locale).hook[kind](count, due === null ? '' : day(due, locale))
  return `Wayproof: ${sentence}\n${link}`
}
