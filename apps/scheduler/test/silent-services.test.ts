import { mailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import { expect, it, onTestFinished } from 'vitest'
import { bounceMailbox } from '../src/bounces/bounce-mailbox.ts'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { checkMailServer, readSource, serviceWatch, tellWebHook } from '../src/scheduler.ts'
import { addPerson, guardOf, openCompany, setClock, sleep, timeZone, urls } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const MINUTE = 60_000
/** Before the hour of the daily message about deadlines. */
const START = '2026-01-14T02:00:00+08:00'

/** A company with an officer, whose scheduler reaches a mail server, and a receiver of its web hook. */
async function running(url: string) {
  const clock = setClock(START)
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  const transport = smtpTransport(url, { silence: 20_000, deadline: 20_000 })
  onTestFinished(() => transport.close())
  const ports = schedulerParts(company, clock, transport)
  const posted: {
    readonly kind: string
    readonly count: number
    readonly due: string | null
    readonly link: string
  }[] = []
  let fault: string | null = null
  const webHook = {
    send: async ({ body }: { readonly body: string }) => {
      if (fault === null) posted.push(JSON.parse(body))
      return fault
    },
    config: { url: 'https://chat.example/hook', form: 'generic', secret: null },
    locale: 'en',
  } as const
  const watch = serviceWatch(ports, ['mail-server'])
  const minute = async () => {
    clock.set(clock.now() + MINUTE)
    await guardOf(company.store).check()
    await checkMailServer(ports)
    await watch()
    await tellWebHook({ ...ports, timeZone, urls, webHook }).catch(() => undefined)
  }
  const open = async () => (await company.store.questions.open()).map(({ data }) => data)
  const setFault = (to: string | null) => {
    fault = to
  }
  return { company, clock, ports, posted, minute, open, setFault }
}

it('a mail server that stops for 10 minutes is asked about and told to the web hook, once, until it responds', async () => {
  const sink = await sinkServer()
  const { clock, company, minute, open, posted } = await running(sink.url)
  await minute()
  const lastContact = clock.now()
  await sink.close()
  for (let minutes = 0; minutes < 10; minutes += 1) await minute()
  expect([await open(), posted]).toEqual([[], []])
  for (let minutes = 0; minutes < 3; minutes += 1) await minute()
  expect(await open()).toMatchObject([{ service: 'mail-server', since: lastContact }])
  expect(posted).toEqual([{ kind: 'mail-server', count: 1, due: null, link: `${urls.reporting}/questions` }])
  await company.store.services.noteContact('mail-server', 'back', clock.now())
  expect(await open()).toEqual([])
})

it('a bounce mailbox that cannot be read for 10 minutes is asked about, with the last error', async () => {
  const { company, clock, ports, open } = await running('smtp://127.0.0.1:9')
  const place = mailboxPlace('imap://user:secret@127.0.0.1:9/INBOX')
  if (!place) throw new Error('no mailbox')
  const source = bounceMailbox(place, { sleep })
  const watch = serviceWatch(ports, ['bounce-mailbox'])
  onTestFinished(() => source.close())
  const start = clock.now()
  for (let minutes = 0; minutes < 12; minutes += 1) {
    clock.set(clock.now() + MINUTE)
    await guardOf(company.store).check()
    await expect(readSource(ports, source, new AbortController().signal)).rejects.toThrow()
    await watch()
    if (minutes === 10) expect(await open()).toEqual([])
  }
  expect(await open()).toMatchObject([{ service: 'bounce-mailbox', since: start + MINUTE }])
  expect(JSON.stringify(await open())).toContain('ECONNREFUSED')
  expect(JSON.stringify(await open())).not.toContain('secret')
})

it('a scheduler that was stopped for an hour does not call its mail server silent', async () => {
  const sink = await sinkServer()
  const { clock, company, minute, open, ports } = await running(sink.url)
  await minute()
  clock.set(clock.now() + 60 * MINUTE)
  const watch = serviceWatch(ports, ['mail-server'])
  await watch()
  for (let minutes = 0; minutes < 12; minutes += 1) await minute()
  expect(await open()).toEqual([])
  expect(await company.store.services.outages(0)).toMatchObject([{ service: 'scheduler' }])
})

it('a web hook that is down keeps its messages, and tells each once when it is back', async () => {
  const { minute, open, posted, setFault, company, clock } = await running('smtp://127.0.0.1:9')
  setFault('unreachable')
  for (let minutes = 0; minutes < 15; minutes += 1) await minute()
  expect(await open()).toMatchObject([{ service: 'mail-server' }])
  expect(await company.store.hook.state()).toEqual({ waiting: 1, acceptedAt: null, fault: 'unreachable' })
  setFault(null)
  for (let minutes = 0; minutes < 30; minutes += 1) await minute()
  expect(posted.map(({ kind }) => kind)).toEqual(['mail-server'])
  expect(await company.store.hook.state()).toMatchObject({ waiting: 0, fault: null })
  clock.set(clock.now() + MINUTE)
})

it('a message that nobody accepts for a day is given up', async () => {
  const { company, clock, minute, setFault } = await running('smtp://127.0.0.1:9')
  setFault('status 500')
  for (let minutes = 0; minutes < 12; minutes += 1) await minute()
  for (let hours = 0; hours < 26; hours += 1) {
    clock.set(clock.now() + 59 * MINUTE)
    await minute()
  }
  const told = `SELECT fault FROM hook_message WHERE kind = 'mail-server' AND ended_at IS NOT NULL`
  expect(await company.database.rows(told)).toMatchObject([{ fault: 'status 500' }])
})

it('two schedulers tell one message once', async () => {
  const { company, clock, ports, posted } = await running('smtp://127.0.0.1:9')
  await checkMailServer(ports)
  const second = { ...ports, store: await company.openSecondStore() }
  const watches = [ports, second].map((both) => serviceWatch(both, ['mail-server']))
  for (let minutes = 0; minutes < 12; minutes += 1) {
    clock.set(clock.now() + MINUTE)
    await Promise.all(watches.map((watch) => watch()))
  }
  const told: string[] = []
  const webHook = {
    send: async ({ body }: { readonly body: string }) => {
      told.push(body)
      return null
    },
    config: { url: 'https://chat.example/hook', form: 'generic', secret: null },
    locale: 'en',
  } as const
  await Promise.all([ports, second].map((both) => tellWebHook({ ...both, timeZone, urls, webHook })))
  expect([told.length, posted.length]).toEqual([1, 0])
})

it('runs are listed with their outcome, and a scheduler that was stopped leaves a gap', async () => {
  const { company, clock, ports } = await running('smtp://127.0.0.1:9')
  const { store } = company
  const watch = serviceWatch(ports, [])
  const look = async (minutes: number) => {
    clock.set(clock.now() + minutes * MINUTE)
    await watch()
    await runCalendar({ ...ports, clockGuard: guardOf(store) })
  }
  for (let minutes = 0; minutes < 5; minutes += 1) await look(1)
  const before = clock.now()
  await look(45)
  for (let minutes = 0; minutes < 3; minutes += 1) await look(1)
  expect(await store.services.outages(0)).toEqual([
    { service: 'scheduler', since: before, until: before + 45 * MINUTE },
  ])
  const closing = (await store.jobResults.resultsOn('2026-01-14', timeZone)).filter(({ job }) => job === 'close-waves')
  expect(closing.map(({ times, outcome }) => [times, outcome])).toEqual([
    [4, 'nothing'],
    [4, 'nothing'],
  ])
  const planned = await store.jobResults.planned()
  expect(planned[0]?.at).toBeGreaterThan(clock.now())
  expect(planned.find(({ job }) => job === 'remind-owners')?.at).toBe(Date.parse('2026-02-05T09:00:00+08:00'))
})
