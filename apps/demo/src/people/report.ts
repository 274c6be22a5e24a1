import type { TakeReport } from '@wayproof/evidence'
import { Unusable } from '@wayproof/local-stack'

/** Sends a report by the public page, as a browser without JavaScript does. Throws Unusable where it was not taken. */
export async function report(
  surveyUrl: string,
  { reporter, text, locale }: Pick<TakeReport, 'reporter' | 'text' | 'locale'>,
): Promise<void> {
  const address = `${surveyUrl}/whistle-blowing?lang=${locale}`
  const body = new URLSearchParams({ reporter, text, contact: '' })
  const sent = await fetch(address, { method: 'POST', body, redirect: 'manual', headers: { origin: surveyUrl } })
  if (sent.status !== 303) throw new Unusable('not accepted', sent.status)
}
