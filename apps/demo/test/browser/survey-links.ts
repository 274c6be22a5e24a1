import { addMonths, type CalendarDate, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import { reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { surveyLink } from '@wayproof/local-stack/clients/visit'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { openReplayed } from '../../src/replay/replay-run.ts'
import { workerStack } from '../setup/worker-stack.ts'

/** The first officer, signed in over HTTP. */
export async function officerAtWork(): Promise<OfficerAtWork> {
  const client = reportingClient(workerStack().reportingUrl)
  await client.signIn(firstOfficer.email, firstOfficer.password)
  return officer(client)
}

/** Another officer approves everything that waits. */
export async function approveAll(): Promise<void> {
  const client = reportingClient(workerStack().reportingUrl)
  await client.signIn(approvingOfficer.email, approvingOfficer.password)
  const { waiting } = await client.query<{ waiting: readonly { id: string }[] }>('approval.list')
  for (const { id } of waiting) await officer(client).approve(id)
}

export const mails = async (): Promise<Mail[]> =>
  (await fetch(`${workerStack().mailboxUrl}/api/email`)).json() as Promise<Mail[]>

/** The latest letter to `address` for which `extract` returns something; waits for it. */
export async function letterTo<T>(address: string, extract: (mail: Mail) => T | null): Promise<T> {
  for (let known = -1; ; ) {
    const query = new URLSearchParams({ to: address, after: String(known) })
    const response = await fetch(`${workerStack().mailboxUrl}/api/email?${query}`)
    const letters = (await response.json()) as Mail[]
    const result = letters
      .toReversed()
      .map(extract)
      .find((value) => value !== null)
    if (result) return result
    if (letters.length === known) throw new Error(`no such letter reached ${address}`)
    known = letters.length
  }
}

/** The last day of a wave that opens on `today`: a month later, or the last day of the half-year. */
export const waveEnd = (today: CalendarDate): CalendarDate => earlier(addMonths(today, 1), latestClosingDay(today))

export interface InvitedTraveler {
  readonly locale: Locale
  readonly link: string
  readonly letter: Mail
}

/** Imports `count` new travelers of each language, opens a wave for them, and returns the links in their mailboxes. */
export async function inviteTravelers(
  atWork: OfficerAtWork,
  { period, lastTrip, count }: { readonly period: string; readonly lastTrip: string; readonly count: number },
): Promise<readonly InvitedTraveler[]> {
  const newTravelers = (['zh-CN', 'en'] as const).flatMap((locale) =>
    Array.from({ length: count }, (_, n) => ({
      locale,
      email: `${period}-${locale}-${n}@fresh.example`.toLowerCase(),
    })),
  )
  const rows = newTravelers.map(({ locale, email }) => [email, email, locale, 'group', 'app', 'east', lastTrip, 'yes'])
  await atWork.importFile('travelers', new Blob([consentedTravelers(rows)]), { fileName: 'fresh.csv' })
  const { DATA_DIR: data, DATABASE_URL: databaseUrl } = workerStack().places
  await openReplayed({ data, databaseUrl }, { period, closesOn: waveEnd(dateAt(Date.now(), 'Asia/Shanghai')) })
  const invited: InvitedTraveler[] = []
  for (const { locale, email } of newTravelers) {
    const letter = await letterTo(email, (mail) => (surveyLink(mail) ? mail : null))
    invited.push({ locale, letter, link: surveyLink(letter)! })
  }
  return invited
}
