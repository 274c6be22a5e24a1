import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Block } from '../letter/letter-content.ts'

/** How each denominator came about, a line each; nothing for a seal of a version without these numbers. */
export function bridgeLines({ bridges = [] }: Scorecard, locale: Locale): readonly Block[] {
  if (bridges.length === 0) return []
  const { bridge: words, goals } = messages(locale)
  const items = bridges.map((bridge) => words.line(goals.names[bridge.goal], periodName(bridge.period, locale), bridge))
  return [
    { kind: 'heading', text: words.heading },
    { kind: 'list', items },
  ]
}
