import { expect, test } from 'vitest'
import type { ClockRecord, TrustedClock } from './trusted-clock.ts'
import { clockGuard, LONGEST_UNCHECKED_MS, MAX_GAIN_MS, SMALL_STEP_MS } from './watch-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LOOK_MS = 15_000
const HISTORIES = 500
const STEPS = 60
const BEGINNING = Date.parse('2026-01-01T00:00:00Z')

/** Seeded, repeatable random numbers (mulberry32). */
function randoms(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** An in-memory stand-in for the stored clock state. */
function records(): TrustedClock & { record: ClockRecord; confirm: (at: number) => void; asked: number } {
  const storedClock = {
    record: { trustedMoment: null, question: null, isDatabaseEmpty: false } as ClockRecord,
    asked: 0,
    read: async () => storedClock.record,
    trust: async (at: number, { agrees, afterGap }: { agrees: boolean; afterGap: boolean }) => {
      const { confirmations = 0, sourceDisregarded = false } = storedClock.record.trustedMoment ?? {}
      const trustedMoment = { at, confirmations, afterGap, sourceDisregarded: sourceDisregarded && !agrees }
      storedClock.record = { ...storedClock.record, trustedMoment, question: null }
    },
    ask: async (question: NonNullable<ClockRecord['question']>) => {
      if (!storedClock.record.question) storedClock.asked += 1
      storedClock.record = { ...storedClock.record, question: storedClock.record.question ?? question }
    },
    confirm: (at: number) => {
      const confirmations = (storedClock.record.trustedMoment?.confirmations ?? 0) + 1
      const trustedMoment = { at, confirmations, afterGap: false, sourceDisregarded: true }
      storedClock.record = { ...storedClock.record, trustedMoment, question: null }
    },
  }
  return storedClock
}

/** A machine whose clock may be wrong, running as many processes as the test starts. */
function machine() {
  let truth = BEGINNING
  let clockError = 0
  let reachable = false
  const storedClock = records()
  const clock = { now: () => truth + clockError }
  const start = () => {
    const startedAt = truth
    const stopwatch = { elapsed: () => truth - startedAt }
    const clockOffset = async () => (reachable ? clockError : null)
    return clockGuard({ clock, stopwatch, clockOffset, trustedClock: storedClock })
  }
  return {
    kept: storedClock,
    clock,
    start,
    pass: (time: number) => {
      truth += time
    },
    setWrong: (value: number) => {
      clockError = value
    },
    wrong: () => clockError,
    setReachable: (value: boolean) => {
      reachable = value
    },
    reachable: () => reachable,
  }
}

test('a correct clock is blocked only after more than 7 days without a check and without a second source', async () => {
  const random = randoms(1)
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept: storedClock, start, pass, setWrong, setReachable, reachable, clock } = machine()
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: true }
    let guards = [start(), start()]
    for (const guard of guards) expect(await guard.check()).toBe(true)
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: false }
    for (let step = 0; step < STEPS; step += 1) {
      const roll = random()
      if (roll < 0.1) setReachable(random() < 0.5)
      // A time service adjusts the clock slightly.
      if (roll < 0.3) setWrong((random() - 0.5) * SMALL_STEP_MS)
      if (roll > 0.9) {
        const downtime = random() * 40 * DAY
        pass(downtime)
        guards = [start(), start()]
        const isTrusted = await guards[0]?.check()
        if (!isTrusted) {
          expect([downtime > LONGEST_UNCHECKED_MS - 2 * HOUR, reachable()]).toEqual([true, false])
          storedClock.confirm(clock.now())
        }
      } else pass(roll > 0.8 ? random() * HOUR : LOOK_MS)
      for (const guard of guards) expect([history, step, await guard.check()]).toEqual([history, step, true])
    }
  }
})

test('nothing runs too early by more than the bounds allow, unless an officer confirmed the time', async () => {
  const random = randoms(2)
  let blockedCount = 0
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept: storedClock, start, pass, setWrong, wrong: clockError, setReachable } = machine()
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: true }
    let guards = [start(), start()]
    for (const guard of guards) await guard.check()
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: false }
    // Allowed clock error: 6 hours a day while a process runs, 7 days per restart, and 2 minutes per step.
    let allowed = MAX_GAIN_MS + SMALL_STEP_MS
    for (let step = 0; step < STEPS; step += 1) {
      const roll = random()
      if (roll < 0.1) setReachable(random() < 0.3)
      else if (roll < 0.3) setWrong(clockError() + (random() - 0.3) * 400 * DAY * random() ** 4)
      else if (roll < 0.4) setWrong(0)
      const duration = random() < 0.1 ? random() * 3 * HOUR : LOOK_MS
      pass(duration)
      allowed += duration / 4 + 2 * SMALL_STEP_MS
      if (roll > 0.95) {
        const downtime = random() * 10 * DAY
        pass(downtime)
        allowed += LONGEST_UNCHECKED_MS
        guards = [start(), start()]
      }
      for (const guard of guards) {
        const isTrusted = await guard.check()
        expect(guard.isTrusted()).toBe(isTrusted)
        if (!isTrusted) {
          blockedCount += 1
          expect(storedClock.record.question).not.toBeNull()
          expect(() => guard.clock.now()).toThrow()
        } else expect([history, step, clockError() <= allowed]).toEqual([history, step, true])
      }
    }
  }
  expect(blockedCount).toBeGreaterThan(HISTORIES)
})

test('every process resumes without help after a wrong jump is corrected', async () => {
  const random = randoms(3)
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept: storedClock, start, pass, setWrong } = machine()
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: true }
    const guards = [start(), start()]
    for (const guard of guards) await guard.check()
    storedClock.record = { ...storedClock.record, isDatabaseEmpty: false }
    pass(random() * DAY)
    for (const guard of guards) expect(await guard.check()).toBe(true)
    const isAhead = random() < 0.5
    setWrong(isAhead ? MAX_GAIN_MS + HOUR + random() * 400 * DAY : -SMALL_STEP_MS - MINUTE - random() * 400 * DAY)
    for (let looks = 0; looks < 3; looks += 1) {
      pass(random() * 30 * (isAhead ? HOUR : 10_000 / 30))
      // The clock is blocked after it went back; a clock that is behind by less than the elapsed time only ran slowly.
      for (const guard of guards) if (isAhead) expect(await guard.check()).toBe(false)
    }
    setWrong(0)
    for (const guard of guards) expect(await guard.check()).toBe(true)
    expect(storedClock.record.question).toBeNull()
  }
})

test('a clock that runs too fast is blocked before it has gained a day', async () => {
  const { kept: storedClock, start, pass, setWrong, wrong: clockError } = machine()
  storedClock.record = { ...storedClock.record, isDatabaseEmpty: true }
  const guard = start()
  await guard.check()
  storedClock.record = { ...storedClock.record, isDatabaseEmpty: false }
  let trusted = true
  while (trusted && clockError() < DAY) {
    pass(LOOK_MS)
    setWrong(clockError() + 9 * LOOK_MS)
    trusted = await guard.check()
  }
  expect(trusted).toBe(false)
})

test('small gains of the clock are forgiven within the day', async () => {
  const { kept: storedClock, start, pass, setWrong, wrong: clockError } = machine()
  storedClock.record = { ...storedClock.record, isDatabaseEmpty: true }
  const guard = start()
  await guard.check()
  storedClock.record = { ...storedClock.record, isDatabaseEmpty: false }
  // A laptop that sleeps 2 hours every night.
  for (let night = 0; night < 60; night += 1) {
    pass(22 * HOUR)
    setWrong(clockError() + 2 * HOUR)
    expect(await guard.check()).toBe(true)
  }
})
