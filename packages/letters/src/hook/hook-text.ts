import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { HookMessage } from './hook-message.ts'

/** A message of the web hook as one sentence, followed by the address of its page. */
export function hookText({ kind, count, due }: HookMessage, link: string, locale: Locale): string {
  const sentence = messages(locale).hook[kind](count, due === null ? '' : day(due, locale))
  return `Wayproof: ${sentence}\n${link}`
}
