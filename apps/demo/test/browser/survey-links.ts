import { setTimeout as wait } from 'node:timers/promises'
import { addMonths, dateAt, type Locale } from '@wayproof/kernel'
import type { Mail } from '@wayproof/local-stack'
import { type OfficerAtWork, officer, reportingClient, surveyLink } from '@wayproof/local-stack'
import { consentedTravelers, firstOfficer } from '@wayproof/sample-company'
import { inject } from 'vitest'

/** The first officer, signed in over HTTP. */
export async function officerAtWork(): Promise<OfficerAtWork> {
  const client = reportingClient(inject('stack').reportingUrl)
  await client.signIn(firstOfficer.email, firstOfficer.password)
  return officer(client)
}

export const mails = async (): Promise<Mail[]> =>
  (await fetch(`${inject('stack').mailboxUrl}/api/email`)).json() as Promise<Mail[]>

/** The latest letter to `address` for which `found` returns something; waits for it. */
export async function letterTo<T>(address: string, found: (mail: Mail) => T | null): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const all = (await mails()).filter(({ to }) => to === address)
    const some = all
      .toReversed()
      .map(found)
      .find((each) => each !== null)
    if (some) return some
    await wait(100)
  }
  throw new Error(`no such letter reached ${address}`)
}

export interface Asked {
  readonly locale: Locale
  readonly link: string
  readonly letter: Mail
}

/** Imports `count` new travelers of each language, opens a wave for them, and returns the links in their mailboxes. */
export async function askTravelers(
  atWork: OfficerAtWork,
  { period, lastTrip, count }: { readonly period: string; readonly lastTrip: string; readonly count: number },
): Promise<readonly Asked[]> {
  const fresh = (['zh-CN', 'en'] as const).flatMap((locale) =>
    Array.from({ length: count }, (_, n) => ({
      locale,
      email: `${period}-${locale}-${n}@fresh.example`.toLowerCase(),
    })),
  )
  const rows = fresh.map(({ locale, email }) => [email, email, locale, 'group', 'app', 'east', lastTrip, 'yes'])
  await atWork.importFile('travelers', new Blob([consentedTravelers(rows)]), { fileName: 'fresh.csv' })
  await atWork.openWave(period, addMonths(dateAt(Date.now(), 'Asia/Shanghai'), 1))
  const asked: Asked[] = []
  for (const { locale, email } of fresh) {
    const letter = await letterTo(email, (mail) => (surveyLink(mail) ? mail : null))
    asked.push({ locale, letter, link: surveyLink(letter)! })
  }
  return asked
}
