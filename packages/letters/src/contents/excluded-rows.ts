import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Block } from '../letter/letter-content.ts'

/** Rows that two people excluded from a share, listed beside the figures with the reason. */
export function excludedRows({ excluded }: Scorecard, locale: Locale): readonly Block[] {
  if (!excluded?.length) return []
  const { heading, row } = messages(locale).scorecard.excluded
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: excluded.map(row), own: true },
  ]
}
