import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { Closing } from '../api.ts'

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

export function closingTitle(
  { stage, lacking: missingSteps, goals }: Closing,
  key: string,
  { locale, words }: Language,
): string {
  const { title } = words.reporting.closing
  const period = periodName(key, locale)
  const missingCount = new Set(missingSteps.map(({ code }) => code)).size
  const signedCount = goals.filter((goal) => goal.signed).length
  if (stage === 'frozen') return title.frozen(period, signedCount)
  if (stage === 'ended') return missingCount > 0 ? title.lacking(period, missingCount) : title.ready(period)
  return title[stage](period)
}
