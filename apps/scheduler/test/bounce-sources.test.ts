import { systemClock } from '@wayproof/kernel/system'
import { outboxFolderTransport } from '@wayproof/letters'
import { expect, it } from 'vitest'
import { type BounceSource, PlaceUnreachable } from '../src/bounces/bounce-source.ts'
import { runScheduler } from '../src/scheduler.ts'
import { company } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

it('reads a failing source of bounces less and less often, logs it separately, and does not log a working one', async () => {
  const made = await company(systemClock)
  const log: Readonly<Record<string, unknown>>[] = []
  const stopping = new AbortController()
  const pauses: number[] = []
  let looks = 0
  const failing: BounceSource = {
    kind: 'mailbox',
    place: 'mail.example:993',
    every: 7,
    longest: 50,
    look: async () => {
      looks += 1
      if (looks <= 4) throw new PlaceUnreachable('no such folder')
      if (looks === 6) throw new Error('one message is refused')
    },
    close: async () => undefined,
  }
  const well: BounceSource = {
    ...failing,
    kind: 'folder',
    every: 3,
    longest: 3,
    look: async () => undefined,
  }
  const sleep = async (ms: number) => {
    // Everything else that a scheduler does runs once.
    if (ms > failing.longest || ms === well.every) return new Promise<void>(() => {})
    pauses.push(ms)
    if (looks === 7) stopping.abort()
  }
  await runScheduler(
    {
      ...schedulerParts(made, systemClock, outboxFolderTransport(made.folder)),
      bounceSources: [failing, well],
      sleep,
      log: (entry) => void log.push(entry),
    },
    stopping.signal,
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
