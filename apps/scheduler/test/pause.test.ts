import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { refusal, sinkServer } from '@wayproof/letters/testing/sink-server'
import { resumeWave } from '@wayproof/survey/waves/pause-wave'
import { expect, it, onTestFinished } from 'vitest'
import { runScheduler } from '../src/scheduler.ts'
import { addPerson, invite, openCompany, setClock, sleep, traveler } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

it('pauses automatically when addresses are refused, mails the officer, and resumes without duplicates', async () => {
  const clock = setClock('2026-01-02T12:00:00+08:00')
  const company = await openCompany(clock)
  const officer = await addPerson(company, 'officer', 'en')
  await invite(company, 400)
  let shouldRefuse = true
  const sink = await sinkServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(
        shouldRefuse && address !== officer && /^t\d*[13579]@/.test(address) ? refusal(550, '5.1.1 unknown') : null,
      ),
  })
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const abort = new AbortController()
  const log: unknown[] = []
  const run = runScheduler(
    {
      ...schedulerParts(company, clock, transport),
      sleep: () => sleep(20),
      log: (entry) => void log.push(entry),
    },
    abort.signal,
  )
  const waitUntil = async (isMet: () => Promise<boolean> | boolean) => {
    for (let waited = 0; !(await isMet()); waited += 20) {
      if (waited > 60_000) throw new Error(JSON.stringify(log))
      await sleep(20)
    }
  }
  const gotMail = (address: string) => sink.received.filter(({ to }) => to.join() === address).length
  await waitUntil(() => gotMail(officer) === 1)
  expect((await company.store.survey.wave('2025-H2'))?.paused?.reason).toBe('hard-bounces')
  const { queued, failed } = await company.store.outbox.counts()
  expect(queued).toBeGreaterThanOrEqual(250)
  expect(failed).toBeGreaterThan(0)
  expect(sink.received.find(({ to }) => to.join() === officer)?.raw).toMatch(
    /^Subject: Emails for the .* survey are paused/m,
  )

  shouldRefuse = false
  expect((await resumeWave(company.surveyPorts, { period: '2025-H2' })).ok).toBe(true)
  await waitUntil(async () => (await company.store.outbox.counts()).queued === 0)
  abort.abort()
  await run
  // Letters in flight at the pause may have been refused after it.
  const refused = (await company.store.outbox.counts()).failed
  for (let n = 0; n < 400; n += 1) expect(gotMail(traveler(n))).toBeLessThanOrEqual(1)
  expect(sink.received).toHaveLength(400 - refused + 1)
})
