import type { Locale } from '@wayproof/kernel'
import { day, messages } from '@wayproof/messages'
import type { HookMessage } from './hook-message.ts'

/** A message of the web hook as one sentence, followed by the address of its page. */
export function hookText({ kind, count, due }: HookMessage, link: string, locale: Locale): string {
  const sentence = messages(locale).hook[kind](count, due === null ? '' : day(due, locale))
  return `Wayproof: ${sentence}\n${link}`
}
