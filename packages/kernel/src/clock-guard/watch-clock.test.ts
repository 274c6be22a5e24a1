import { expect, test } from 'vitest'
import { LONGEST_AWAY_MS, MOST_GAINED_MS, SLIGHT_MS } from './judge-clock.ts'
import type { ClockRecord, TrustedClock } from './trusted-clock.ts'
import { clockGuard } from './watch-clock.ts'

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
  const kept = {
    record: { trusted: null, question: null, empty: false } as ClockRecord,
    asked: 0,
    read: async () => kept.record,
    trust: async (at: number, { agrees, afterGap }: { agrees: boolean; afterGap: boolean }) => {
      const { confirmations = 0, sourceDisregarded = false } = kept.record.trusted ?? {}
      const trusted = { at, confirmations, afterGap, sourceDisregarded: sourceDisregarded && !agrees }
      kept.record = { ...kept.record, trusted, question: null }
    },
    ask: async (question: NonNullable<ClockRecord['question']>) => {
      if (!kept.record.question) kept.asked += 1
      kept.record = { ...kept.record, question: kept.record.question ?? question }
    },
    confirm: (at: number) => {
      const confirmations = (kept.record.trusted?.confirmations ?? 0) + 1
      const trusted = { at, confirmations, afterGap: false, sourceDisregarded: true }
      kept.record = { ...kept.record, trusted, question: null }
    },
  }
  return kept
}

/** A machine whose clock may be wrong, running as many processes as the test starts. */
function machine() {
  let truth = BEGINNING
  let wrong = 0
  let reachable = false
  const kept = records()
  const clock = { now: () => truth + wrong }
  const start = () => {
    const begun = truth
    const stopwatch = { elapsed: () => truth - begun }
    const clockOffset = async () => (reachable ? wrong : null)
    return clockGuard({ clock, stopwatch, clockOffset, trustedClock: kept })
  }
  return {
    kept,
    clock,
    start,
    pass: (time: number) => {
      truth += time
    },
    setWrong: (to: number) => {
      wrong = to
    },
    wrong: () => wrong,
    setReachable: (to: boolean) => {
      reachable = to
    },
    reachable: () => reachable,
  }
}

test('a correct clock is blocked only after more than 7 days without a check and without a second source', async () => {
  const random = randoms(1)
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept, start, pass, setWrong, setReachable, reachable, clock } = machine()
    kept.record = { ...kept.record, empty: true }
    let guards = [start(), start()]
    for (const guard of guards) expect(await guard.look()).toBe(true)
    kept.record = { ...kept.record, empty: false }
    for (let step = 0; step < STEPS; step += 1) {
      const what = random()
      if (what < 0.1) setReachable(random() < 0.5)
      // A time service adjusts the clock slightly.
      if (what < 0.3) setWrong((random() - 0.5) * SLIGHT_MS)
      if (what > 0.9) {
        const away = random() * 40 * DAY
        pass(away)
        guards = [start(), start()]
        const passed = await guards[0]?.look()
        if (!passed) {
          expect([away > LONGEST_AWAY_MS - 2 * HOUR, reachable()]).toEqual([true, false])
          kept.confirm(clock.now())
        }
      } else pass(what > 0.8 ? random() * HOUR : LOOK_MS)
      for (const guard of guards) expect([history, step, await guard.look()]).toEqual([history, step, true])
    }
  }
})

test('nothing runs too early by more than the bounds allow, unless an officer confirmed the time', async () => {
  const random = randoms(2)
  let held = 0
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept, start, pass, setWrong, wrong, setReachable } = machine()
    kept.record = { ...kept.record, empty: true }
    let guards = [start(), start()]
    for (const guard of guards) await guard.look()
    kept.record = { ...kept.record, empty: false }
    // Allowed clock error: 6 hours a day while a process runs, 7 days per restart, and 2 minutes per step.
    let allowed = MOST_GAINED_MS + SLIGHT_MS
    for (let step = 0; step < STEPS; step += 1) {
      const what = random()
      if (what < 0.1) setReachable(random() < 0.3)
      else if (what < 0.3) setWrong(wrong() + (random() - 0.3) * 400 * DAY * random() ** 4)
      else if (what < 0.4) setWrong(0)
      const passed = random() < 0.1 ? random() * 3 * HOUR : LOOK_MS
      pass(passed)
      allowed += passed / 4 + 2 * SLIGHT_MS
      if (what > 0.95) {
        const away = random() * 10 * DAY
        pass(away)
        allowed += LONGEST_AWAY_MS
        guards = [start(), start()]
      }
      for (const guard of guards) {
        const trusted = await guard.look()
        expect(guard.trusts()).toBe(trusted)
        if (!trusted) {
          held += 1
          expect(kept.record.question).not.toBeNull()
          expect(() => guard.clock.now()).toThrow()
        } else expect([history, step, wrong() <= allowed]).toEqual([history, step, true])
      }
    }
  }
  expect(held).toBeGreaterThan(HISTORIES)
})

test('every process resumes without help after a wrong jump is corrected', async () => {
  const random = randoms(3)
  for (let history = 0; history < HISTORIES; history += 1) {
    const { kept, start, pass, setWrong } = machine()
    kept.record = { ...kept.record, empty: true }
    const guards = [start(), start()]
    for (const guard of guards) await guard.look()
    kept.record = { ...kept.record, empty: false }
    pass(random() * DAY)
    for (const guard of guards) expect(await guard.look()).toBe(true)
    const ahead = random() < 0.5
    setWrong(ahead ? MOST_GAINED_MS + HOUR + random() * 400 * DAY : -SLIGHT_MS - MINUTE - random() * 400 * DAY)
    for (let looks = 0; looks < 3; looks += 1) {
      pass(random() * 30 * (ahead ? HOUR : 10_000 / 30))
      // The clock is blocked after it went back; a clock that is behind by less than the elapsed time only ran slowly.
      for (const guard of guards) if (ahead) expect(await guard.look()).toBe(false)
    }
    setWrong(0)
    for (const guard of guards) expect(await guard.look()).toBe(true)
    expect(kept.record.question).toBeNull()
  }
})

test('a clock that runs too fast is blocked before it has gained a day', async () => {
  const { kept, start, pass, setWrong, wrong } = machine()
  kept.record = { ...kept.record, empty: true }
  const guard = start()
  await guard.look()
  kept.record = { ...kept.record, empty: false }
  let trusted = true
  while (trusted && wrong() < DAY) {
    pass(LOOK_MS)
    setWrong(wrong() + 9 * LOOK_MS)
    trusted = await guard.look()
  }
  expect(trusted).toBe(false)
})

test('small gains of the clock are forgiven within the day', async () => {
  const { kept, start, pass, setWrong, wrong } = machine()
  kept.record = { ...kept.record, empty: true }
  const guard = start()
  await guard.look()
  kept.record = { ...kept.record, empty: false }
  // A laptop that sleeps 2 hours every night.
  for (let night = 0; night < 60; night += 1) {
    pass(22 * HOUR)
    setWrong(wrong() + 2 * HOUR)
    expect(await guard.look()).toBe(true)
  }
})
