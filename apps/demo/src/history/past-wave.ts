import { plainProfile } from '@wayproof/evidence/import/profile'
import { readTable } from '@wayproof/evidence/import/read-table'
import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { addDays, addMonths } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, periodKey } from '@wayproof/kernel/calendar/period'
import { nearestLocale } from '@wayproof/kernel/people/locale'
import { certifyUnlinking } from '@wayproof/letters/outbox/certify-unlinking'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { testMailServer } from '@wayproof/letters/outbox/test-mail-server'
import { messages } from '@wayproof/messages/messages'
import type { SampleCompany } from '@wayproof/sample-company/company'
import { pastCheckedOn, satisfiedBefore } from '@wayproof/sample-company/past'
import { checkedPoints } from '@wayproof/sample-company/people'
import { type Reaction, reactionOf } from '@wayproof/sample-company/travelers'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { confirmChecklist } from '@wayproof/survey/opening/confirm-checklist'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { remindDueWaves } from '@wayproof/survey/waves/remind-wave'
import { bytesOf } from './known-rows.ts'
import { done, type Past, surveyPorts } from './open-past.ts'
import { as, type PastPeople } from './past-people.ts'
import type { PastHalf } from './timeline.ts'

/** Each wave asks some customers of the one before again, as they travel twice. */
const [TRAVELERS, NEW_TRAVELERS] = [240, 200]
/** The wave opens this many days after the half-year. */
const DAYS_UNTIL_OPEN = 9
const DAYS_OPEN = 24
/** Days after the opening: people who answer at once do so on the first ones, the others after their reminder. */
const FIRST_DAYS = [0, 1, 3, 4]
const REMINDED_DAYS = [5, 6, 8]
const LAST_REMINDER_DAY = 10
const MONTHS = 6
/** Waves before that of the company's own travelers. */
const EARLIER_WAVES = 3

/** Holds the wave of a half-year from its travelers to the certificate of its unlinking; the clock moves along. */
export async function holdWave(
  past: Past,
  { officer }: PastPeople,
  company: SampleCompany,
  { half, ago }: PastHalf,
): Promise<void> {
  const { store, clock, timeZone } = past
  const ports = surveyPorts(past)
  const period = periodKey(half)
  const opensOn = addDays(lastDay(half), DAYS_UNTIL_OPEN)
  const closesOn = addDays(opensOn, DAYS_OPEN)
  clock.moveTo(opensOn, 9)
  await as(past, officer, () => importTravelersOf(past, company, { half, ago }, officer.id))
  await as(past, officer, () => testMailServer({ outbox: store.outbox, clock }, { to: officer }))
  await deliverAll(past)
  const points = { ...checkedPoints, assessedOn: pastCheckedOn(company.year) }
  await as(past, officer, () => confirmChecklist(ports, { points, by: officer.name }))
  done(await as(past, officer, () => openWave(ports, { period, mode: 'census', closesOn })))
  const satisfied = satisfiedBefore(company.outlook.satisfied, ago)
  const reactTo = async (timing: Reaction['answers'], days: readonly number[]) => {
    const letters = await deliverAll(past)
    for (const [number, day] of days.entries()) {
      clock.moveTo(addDays(opensOn, day), 11)
      for (const letter of letters.filter((_, index) => index % days.length === number)) {
        const reaction = reactionOf(company.seed, letter.to, satisfied)
        if (reaction.answers === timing) await answer(past, letter, reaction)
      }
    }
  }
  await reactTo('at-once', FIRST_DAYS)
  clock.moveTo(addDays(opensOn, REMINDED_DAYS[0] ?? 0), 10)
  await remindDueWaves(ports)
  await reactTo('after-reminder', REMINDED_DAYS)
  clock.moveTo(addDays(opensOn, LAST_REMINDER_DAY), 10)
  await remindDueWaves(ports)
  await deliverAll(past)
  clock.moveTo(addDays(closesOn, 1), 1)
  done(await closeWave(ports, { period }))
  await certifyUnlinking({ ...store, readers: store.officers, clock, timeZone })
  await deliverAll(past)
}

/** All customers of the company after its own half-year; some of them, whose last trip was then, after an earlier one. */
async function importTravelersOf(past: Past, company: SampleCompany, { half, ago }: PastHalf, by: string) {
  const columns = Object.fromEntries(TRAVELER_FIELDS.map(({ name }) => [name, name]))
  const source = bytesOf(company.files.travelers ?? '')
  const table = await readTable(source, TRAVELER_FIELDS, { ...plainProfile, columns })
  if (!table.ok) throw new Error(JSON.stringify(table.fault))
  const { rows: all, digest } = table.value
  const from = (EARLIER_WAVES - ago) * NEW_TRAVELERS
  const some = all.slice(from, from + TRAVELERS).map(({ rowNumber, cells }, index) => {
    const lastTrip = addMonths(firstDay(half), index % MONTHS).slice(0, 7)
    return { rowNumber, cells: { ...cells, lastTrip } }
  })
  const rows = ago === 0 ? all : some
  const file = { table: travelerTable(rows, digest), fileName: 'travelers.csv', by, dryRun: false }
  done(await importTravelers(surveyPorts(past), file))
}

/** Answers the questionnaire behind the link of a letter, if it has one. */
async function answer(past: Past, { letter }: ClaimedLetter, { choose, comment }: Reaction): Promise<void> {
  const { data, locale } = letter
  if (!('invitationId' in data)) return
  const { invitationId, generation } = data
  const fields = DEFAULT_QUESTIONNAIRE.items.map((item) => {
    const offered = optionsOf(DEFAULT_QUESTIONNAIRE, item, locale, messages(nearestLocale(locale)).survey.fixed).map(
      ({ code }) => code,
    )
    return [item.id, (offered.length > 0 ? choose(item.id, offered) : comment) ?? '']
  })
  const link = { invitationId, generation, locale }
  const form = { token: linkToken(past.keyring, link), receipt: newReceipt(past.tokens), locale }
  done(await recordAnswer(surveyPorts(past), { ...form, fields: Object.fromEntries(fields) }))
}

const LETTERS_AT_ONCE = 500
const LEASE_MS = 60_000
const REPLY = '250 accepted'
/** Letters of a wave leave only while a survey app with its key runs. */
const SURVEY_APP = 'past'

/** Takes every due letter from the outbox, as a mail server that accepts all of them, and returns them. */
export async function deliverAll({ store, clock }: Past): Promise<readonly ClaimedLetter[]> {
  const { outbox, surveyInstances } = store
  const delivered: ClaimedLetter[] = []
  await surveyInstances?.report(SURVEY_APP)
  for (;;) {
    const now = clock.now()
    const letters = await outbox.claim(LETTERS_AT_ONCE, now, now + LEASE_MS)
    if (letters.length === 0) break
    for (const letter of letters) await outbox.markSent(letter, REPLY, now)
    delivered.push(...letters)
  }
  await surveyInstances?.leave(SURVEY_APP)
  return delivered
}
