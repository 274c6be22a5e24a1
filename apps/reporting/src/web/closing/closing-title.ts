import type { Locale } from '@wayproof/kernel'
import { type Messages, periodName } from '@wayproof/messages'
import type { Closing } from '../api.ts'

interface Spoken {
  readonly locale: Locale
  readonly words: Messages
}

export function closingTitle({ stage, lacking, goals }: Closing, key: string, { locale, words }: Spoken): string {
  const { title } = words.reporting.closing
  const period = periodName(key, locale)
  const missing = new Set(lacking.map(({ code }) => code)).size
  const signed = goals.filter((goal) => goal.signed).length
  if (stage === 'frozen') return title.frozen(period, signed)
  if (stage === 'ended') return missing > 0 ? title.lacking(period, missing) : title.ready(period)
  return title[stage](period)
}
