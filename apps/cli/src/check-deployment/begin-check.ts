import { statSync } from 'node:fs'
import { Misused } from '@wayproof/command-line/command-line'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { Locale } from '@wayproof/kernel/people/locale'
import { systemTokens } from '@wayproof/kernel/system'
import type { Messages } from '@wayproof/messages/en'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import type { BegunTrial } from '@wayproof/survey/trial/begin-trial'
import type { CheckConfig } from './check-config.ts'

/** Time for the pages and for a person, beside the time for each of the three emails. */
const STEPS_MS = 30 * 60_000

type Refused = Messages['deploymentCheck']['refused']

/** Throws Misused unless the user of this process owns the data: a key that root makes is unreadable for the apps. */
export function refuseOtherUser({ dataFolder }: CheckConfig, refused: Refused): void {
  const user = process.getuid?.()
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid
  if (user !== undefined && owner !== undefined && user !== owner) throw new Misused(refused['other-user'](dataFolder))
}

export interface NewCheck {
  readonly address: string
  readonly locale: Locale
  readonly at: Instant
  /** Limit for each email. */
  readonly waitSeconds: number
}

export interface BegunCheck {
  readonly trial: BegunTrial
  readonly checkCode: string
  /** The address in From. */
  readonly sender: string
}

/** Begins the throw-away wave of a check, which ends with the longest time that its steps take. Throws Misused. */
export async function beginCheck(
  store: Store,
  { mailFrom, timeZone }: CheckConfig,
  { address, locale, at, waitSeconds }: NewCheck,
  refused: Refused,
): Promise<BegunCheck> {
  const organisation = await store.organisation.get()
  const sender = mailFrom ?? parseEmail(organisation?.contactEmail ?? '')
  const questionnaire = await store.survey.latestQuestionnaire()
  if (!organisation || !sender || !questionnaire) throw new Misused(refused['no-organisation'])
  const closesAt = at + STEPS_MS + 3000 * waitSeconds
  const checkCode = newCode()
  const begun = await store.trials.begin({
    address,
    locale,
    period: periodKey(previousPeriod(periodOf('half-year', dateAt(at, timeZone)))),
    questionnaire,
    checkCode,
    smallestGroup: RULES.smallestGroup,
    at,
    closesAt,
    closesOn: dateAt(closesAt, timeZone),
  })
  if (begun.ok) return { trial: begun.value, checkCode, sender }
  const { code } = begun.fault
  throw new Misused(code === 'address-known' ? refused[code](address) : refused[code])
}

/** 6 digits in two groups, which a person types. */
function newCode(): string {
  const number = Buffer.from(systemTokens.bytes(4)).readUInt32BE() % 1_000_000
  return String(number)
    .padStart(6, '0')
    .replace(/^\d{3}/, '$& ')
}
