import { DESK_ROLES, USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { openCase } from '@wayproof/evidence/rights/open-case'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { mailDeadlines } from '@wayproof/letters/deadlines/mail-deadlines'
import { mailNotice } from '@wayproof/letters/outbox/mail-notice'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import fc from 'fast-check'
import { createContextInner } from '../trpc/context.ts'
import { rightsPorts, whistlePorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { everyFile, everyQuery, type OutputTexts } from './every-output.ts'
import { hideNames } from './hide-names.ts'
import { cookieOf, openApp } from './open-app.ts'
import { differing } from './unseen-answers.ts'

const DAY = 24 * 60
/** The clock of the app starts on the first day of the second half-year, so that both it and the year run. */
const PERIOD = '2026-H2'
/** Cases that the attacker wrote, in both worlds. */
const OWN = 4

export type CaseRoom = 'reports' | 'requests'

/** The cases that others wrote, and whether each was handled at once. */
export type CaseWorld = readonly { readonly isHandled: boolean; readonly isComplaint: boolean }[]

/** Roles that handle no case of a room. */
export const READERS: Readonly<Record<CaseRoom, readonly UserRole[]>> = {
  reports: USER_ROLES.filter((role) => role !== 'case-handler'),
  requests: USER_ROLES.filter((role) => !(DESK_ROLES as readonly UserRole[]).includes(role)),
}

async function openCaseApp(room: CaseRoom) {
  const opened = await openApp()
  const { services } = opened
  const { store, clock, timeZone } = services
  const callerAs = async (role: UserRole) => {
    // Lists are in the order in which people were added.
    opened.pass(1)
    return appRouter.createCaller(createContextInner(services, { user: (await opened.join(role)).person }))
  }
  const [officer, handler] = [await callerAs('officer'), await callerAs('case-handler')]
  const names = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', sample: false }
  await officer.organisation.save({ ...names, programmeStart: '2026-01-01', baselineYear: null })
  const formCode = () => newSecretCode(services.tokens)
  const words = { text: 'A list is sold.', contact: null, locale: 'en' } as const

  /** Writes on the public page, whose limit counts the try. */
  const write = async (isComplaint: boolean) => {
    await store.tryCounts.countTry(services.tokens.bytes(16), new Date(clock.now()).toISOString().slice(0, 10), 300)
    const done =
      room === 'reports'
        ? await takeReport(whistlePorts(services), { ...words, formCode: formCode(), reporter: 'staff' })
        : await openCase(rightsPorts(services), {
            ...{ ...words, formCode: formCode(), contact: 'traveler@x.example', regime: 'eu' },
            kind: isComplaint ? 'complaint' : 'access',
          })
    if (!done.ok) throw new Error(done.fault.code)
  }

  /** The oldest open case is read and closed. */
  const handle = async () => {
    if (room === 'reports') {
      const id = (await handler.whistle.list()).open[0]?.id ?? ''
      await handler.whistle.show({ id })
      await handler.whistle.write({ id, text: 'Stopped.', purpose: 'feedback' })
      return handler.whistle.close({ id, outcome: 'substantiated' })
    }
    const id = (await officer.rights.list()).open[0]?.id ?? ''
    await officer.rights.show({ id })
    return officer.rights.close({ id, outcome: 'withdrawn' })
  }

  /** The morning after: letters about cases and deadlines leave, or fail. */
  const mail = async (outcome: 'sent' | 'failed') => {
    const readers = () => store.usersOf(room === 'reports' ? 'case-handler' : 'customer-service')
    const cases = room === 'reports' ? await handler.whistle.list() : await officer.rights.list()
    const kind = room === 'reports' ? 'report-arrived' : 'rights-arrived'
    const data = { receivedOn: PERIOD, cases: [], written: [] }
    if (cases.open.length > 0)
      await mailNotice({ outbox: store.outbox, readers, clock }, String(clock.now()), { kind, data })
    await mailDeadlines({ ...store, clock, timeZone }, 'digest')
    const end = (letter: ClaimedLetter) =>
      outcome === 'sent'
        ? store.outbox.markSent(letter, '250 ok', clock.now())
        : store.outbox.markFailed(letter, '550 5.1.1 user unknown', clock.now())
    for (const letter of await store.outbox.claim(100, clock.now(), clock.now() + 60_000)) await end(letter)
    return store.editions.bouncing()
  }

  await callerAs('auditor')
  const hide = hideNames(opened.database.databaseUrl)
  return {
    ...opened,
    write,
    handle,
    mail,
    look: async (roles: readonly UserRole[]): Promise<OutputTexts> => {
      opened.pass(1)
      const cookie = cookieOf(await opened.signIn('auditor@x.example'))
      const seenTexts = {
        ...(await everyQuery(services, roles, PERIOD)),
        ...(await everyFile(opened.app, async (path) => opened.send(path, { headers: { cookie } }), PERIOD)),
        log: JSON.stringify(opened.logged),
      }
      return Object.fromEntries(Object.entries(seenTexts).map(([key, text]) => [key, hide(text)]))
    },
  }
}

type CaseApp = Awaited<ReturnType<typeof openCaseApp>>
type Act = (app: CaseApp) => Promise<unknown>

/** Acts of officers, of a mail server that they own, and of the scheduler. */
const ACTS: Readonly<Record<string, Act>> = {
  'waits for the next day': async ({ pass }) => pass(DAY),
  'waits until reports are overdue': async ({ pass }) => pass(8 * DAY),
  'waits until closed cases lose their texts': async ({ pass }) => pass(91 * DAY),
  'has letters accepted': ({ mail }) => mail('sent'),
  'has letters refused': ({ mail }) => mail('failed'),
  'deletes what is due': async ({ services: { store, clock } }) => store.retention.deleteDue(clock.now()),
  'has the log verified': async ({ services: { store, clock } }) => {
    await store.auditLog.chainNew(clock.now())
    return (await store.auditLog.verify(clock.now())).faults
  },
}

/**
 * Differences between two worlds with other cases, in every output: after each act for officers and auditors among
 * these roles, at the end for all of them. Both have `OWN` cases of the attacker.
 */
export async function caseDifferences(
  room: CaseRoom,
  worlds: readonly [CaseWorld, CaseWorld],
  names: readonly string[],
  roles: readonly UserRole[],
): Promise<readonly string[]> {
  const apps = await Promise.all(worlds.map(() => openCaseApp(room)))
  for (const [n, { write, handle }] of apps.entries()) {
    for (let own = 0; own < OWN; own += 1) await write(own % 2 === 0)
    for (const { isComplaint } of worlds[n] ?? []) await write(isComplaint)
    for (const { isHandled } of worlds[n] ?? []) if (isHandled) await handle()
  }
  const verifiers = roles.filter((role) => role === 'officer' || role === 'auditor')
  for (const [step, name] of ['looks', ...names].entries()) {
    const seen = []
    for (const app of apps) {
      const done = JSON.stringify((await ACTS[name]?.(app)) ?? null)
      seen.push({ done, ...(await app.look(step === names.length ? roles : verifiers)) })
    }
    const found = differing(seen[0], seen[1])
    if (found.length > 0) return found.map((difference) => `after "${name}": ${difference}`)
  }
  return []
}

const other = fc.record({ isHandled: fc.boolean(), isComplaint: fc.boolean() })

/** Two worlds; often one in which nobody else wrote. */
export const caseWorlds = fc.tuple(
  fc.oneof(fc.constant<CaseWorld>([]), fc.array(other, { maxLength: 12 })),
  fc.array(other, { minLength: 1, maxLength: 12 }),
)

/** Each at most once, so that the half-year does not end. */
export const caseActs = fc.uniqueArray(fc.constantFrom(...Object.keys(ACTS)), { minLength: 3, maxLength: 5 })
