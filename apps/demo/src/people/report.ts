import type { TakeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { Unusable } from '@wayproof/local-stack/clients/visit'

/** Submits a report on the public page like a browser without JavaScript. Throws Unusable if it was not accepted. */
export async function report(
  surveyUrl: string,
  { reporter, text, locale }: Pick<TakeReport, 'reporter' | 'text' | 'locale'>,
): Promise<void> {
  const address = `${surveyUrl}/whistle-blowing?lang=${locale}`
  const body = new URLSearchParams({ reporter, text, contact: '' })
  const response = await fetch(address, { method: 'POST', body, redirect: 'manual', headers: { origin: surveyUrl } })
  if (response.status !== 303) throw new Unusable('not accepted', response.status)
}
