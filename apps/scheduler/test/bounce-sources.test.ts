import { systemClock } from '@wayproof/kernel/system'
import { outboxFolderTransport } from '@wayproof/letters/smtp/outbox-folder-transport'
import { expect, it } from 'vitest'
import { type BounceSource, PlaceUnreachable } from '../src/bounces/bounce-source.ts'
import { runScheduler } from '../src/scheduler.ts'
import { openCompany } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

it('reads a failing source of bounces less and less often, logs it separately, and does not log a working one', async () => {
  const company = await openCompany(systemClock)
  const log: Readonly<Record<string, unknown>>[] = []
  const abort = new AbortController()
  const pauses: number[] = []
  let pollCount = 0
  const failingSource: BounceSource = {
    kind: 'mailbox',
    place: 'mail.example:993',
    intervalMs: 7,
    maxLookMs: 50,
    poll: async () => {
      pollCount += 1
      if (pollCount <= 4) throw new PlaceUnreachable('no such folder')
      if (pollCount === 6) throw new Error('one message is refused')
    },
    close: async () => undefined,
  }
  const workingSource: BounceSource = {
    ...failingSource,
    kind: 'folder',
    intervalMs: 3,
    maxLookMs: 3,
    poll: async () => undefined,
  }
  const sleep = async (ms: number) => {
    // Everything else that a scheduler does runs once.
    if (ms > failingSource.maxLookMs || ms === workingSource.intervalMs) return new Promise<void>(() => {})
    pauses.push(ms)
    if (pollCount === 7) abort.abort()
  }
  await runScheduler(
    {
      ...schedulerParts(company, systemClock, outboxFolderTransport(company.folder)),
      bounceSources: [failingSource, workingSource],
      sleep,
      log: (entry) => void log.push(entry),
    },
    abort.signal,
  )
  expect(pauses).toEqual([14, 28, 50, 50, 7, 7, 7])
  expect(log.filter(({ source }) => source === 'mailbox').map(({ event, times }) => [event, times])).toEqual([
    ['mail-reports-failed', 1],
    ['works-again', 4],
    ['mail-reports-failed', 1],
    ['works-again', 1],
  ])
  expect(log.filter(({ source }) => source === 'folder')).toEqual([])
})
