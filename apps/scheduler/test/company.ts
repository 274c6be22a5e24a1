import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import type { ComparePage } from '@wayproof/evidence/policy-watch/compare-page'
import type { FetchPage } from '@wayproof/evidence/policy-watch/ports'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Clock, Stopwatch } from '@wayproof/kernel/clock'
import type { TrustedClock } from '@wayproof/kernel/clock-guard/trusted-clock'
import { type ClockGuard, clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { openStore, type Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { automaticPlan } from '@wayproof/survey/opening/read-opening-words'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { fulfilChecklist } from '@wayproof/survey/testing/fulfil-checklist'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { onTestFinished } from 'vitest'

export const ring = keyring(new Uint8Array(32).fill(9))
export const timeZone = 'Asia/Shanghai'
export const sleep = async (ms: number) => void (await wait(ms))
export const urls = { survey: 'http://survey.test.example', reporting: 'http://reporting.test.example' }

/** For a company without policy pages. */
export const noPages: FetchPage = (url) => Promise.reject(new Error(`nobody reads ${url} here`))
export const noComparison: ComparePage = () => Promise.reject(new Error('nothing is compared here'))

/** A clock that moves only when it is set. */
export interface SetClock extends Clock {
  set(to: string | number): void
}

export function setClock(at: string): SetClock {
  let now = Date.parse(at)
  return {
    now: () => now,
    set: (to) => {
      now = typeof to === 'number' ? to : Date.parse(to)
    },
  }
}

/** The guard of each store: its stopwatch follows the clock, so setting the clock ahead raises no doubt. */
const guards = new WeakMap<TrustedClock, ClockGuard>()

export function guardOf({ trustedClock }: Pick<Store, 'trustedClock'>): ClockGuard {
  const guard = guards.get(trustedClock)
  if (!guard) throw new Error('this store was not opened by a company')
  return guard
}

async function watchClock({ trustedClock }: Store, clock: Clock): Promise<ClockGuard> {
  const guard = clockGuard({ clock, stopwatch: stopwatchOf(clock), clockOffset: async () => null, trustedClock })
  await guard.check()
  return guard
}

/** Follows every step ahead, and stands still while the clock is set back. */
function stopwatchOf(clock: Clock): Stopwatch {
  let last = clock.now()
  let total = 0
  return {
    elapsed: () => {
      const now = clock.now()
      total += Math.max(0, now - last)
      last = now
      return total
    },
  }
}

export interface Company {
  readonly database: TestDatabase
  /** An empty folder. */
  readonly folder: string
  readonly store: Store
  /** Another process's view of the same database. */
  readonly openSecondStore: () => Promise<Store>
  readonly surveyPorts: Parameters<typeof openWave>[0]
}

/** An organization with a published questionnaire on its own database, or on `ownDatabase`. */
export async function openCompany(
  clock: Clock,
  key = ring,
  zone = timeZone,
  ownDatabase?: TestDatabase,
): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-scheduler-'))
  const database = ownDatabase ?? (await testInstallation())
  const machine = {
    clock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: key,
    timeZone: zone,
    rules: RULES,
    ...SMALL_WAVES,
  }
  const openSecondStore = async () => {
    const openedStore = await openStore({ ...machine, databaseUrl: database.databaseUrl, sleep })
    onTestFinished(() => openedStore.close())
    guards.set(openedStore.trustedClock, await watchClock(openedStore, clock))
    return openedStore
  }
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await openSecondStore()
  await store.organisation.save({
    nameZh: '远行旅行社',
    nameEn: 'Faraway Travel',
    contactEmail: 'privacy@faraway.example',
    programmeStart: '2024-01-01',
    baselineYear: null,
    sample: true,
  })
  const surveyPorts = { ...machine, store: store.survey }
  await fulfilChecklist(surveyPorts)
  await publishQuestionnaire(surveyPorts, { questionnaire: DEFAULT_QUESTIONNAIRE })
  return { database, folder, store, openSecondStore, surveyPorts }
}

export const UNKNOWN = 'unknown@traveler.example'
export const traveler = (n: number) => `t${n}@traveler.example`

/** Imports `count` travelers, or a later trip of each. */
export async function bringTravelers(
  { surveyPorts }: Pick<Company, 'surveyPorts'>,
  count: number,
  lastTrip = '2025-11',
  addressOf = traveler,
) {
  const rows = Array.from({ length: count }, (_, n) => ({
    rowNumber: n + 2,
    cells: {
      customerNumber: `C${n}`,
      email: addressOf(n),
      locale: n % 2 === 0 ? 'zh-CN' : 'en',
      tripType: 'group',
      channel: 'app',
      region: 'east',
      lastTrip,
      adult: true,
      residence: 'CN',
      basis: 'consent',
      basisWording: '6',
      basisNamesSurveys: true,
      basisSource: 'booking',
      basisDate: '2024-01-01',
    },
  }))
  const imported = await importTravelers(surveyPorts, {
    table: travelerTable(rows, 'd'),
    fileName: 't.csv',
    by: 'test',
    dryRun: false,
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
}

/** Imports `count` travelers and opens a wave for all of them, so that as many letters wait in the outbox. */
export async function invite(
  company: Company,
  count: number,
  period = '2025-H2',
  closesOn = '2026-01-31',
  addressOf = traveler,
) {
  await bringTravelers(company, count, '2025-11', addressOf)
  return openCensus(company, period, closesOn)
}

/** Two officers approve that the wave for a half-year opens by the plan of now. */
export async function approveOpening(
  { store, surveyPorts }: Pick<Company, 'store' | 'surveyPorts'>,
  period: string,
): Promise<void> {
  const at = surveyPorts.clock.now()
  const id = systemIds.next()
  const approval = { id, kind: 'automatic-opening', subject: period, differences: [], reason: null } as const
  const asked = { proposedBy: { id: 'first', name: 'First' }, proposedAt: at, expiresAt: at + 90 * 86_400_000 }
  const details = await automaticPlan(surveyPorts, period)
  await store.approvals.ask({ ...approval, ...asked, details, mailbox: new Uint8Array(1) }, [])
  await store.approvals.decide(id, { outcome: 'approved', by: { id: 'second', name: 'Second' }, at })
}

/** Invites by the clock of the machine, on any day of the year. */
export async function inviteToday(company: Pick<Company, 'surveyPorts'>, count: number, addressOf = traveler) {
  const today = dateAt(systemClock.now(), timeZone)
  const lastHalf = previousPeriod(periodOf('half-year', today))
  await bringTravelers(company, count, lastDay(lastHalf).slice(0, 7), addressOf)
  return openCensus(company, periodKey(lastHalf), latestClosingDay(today))
}

async function openCensus({ surveyPorts }: Pick<Company, 'surveyPorts'>, period: string, closesOn: string) {
  const opening = await openWave(surveyPorts, { period, mode: 'census', closesOn })
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  return opening.value.wave
}

export async function addPerson({ store }: Pick<Company, 'store'>, role: UserRole, locale: Locale) {
  const ids = [systemIds.next(), systemIds.next(), systemIds.next()] as const
  const email = `${role}-${locale.toLowerCase()}@faraway.example`
  const at = Date.parse('2026-01-01T00:00:00Z')
  await store.people.invite({ id: ids[0], email, role, locale, createdAt: at, expiresAt: at + 1e9, invitedBy: null })
  const accepted = await store.people.accept(
    { invitationId: ids[0], userId: ids[1], accountId: ids[2], name: role, email, passwordHash: 'x', locale },
    at,
  )
  if (!accepted.ok) throw new Error(accepted.fault.code)
  return email
}
