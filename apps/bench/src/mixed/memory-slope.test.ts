import { expect, it } from 'vitest'
import { type MemorySample, memorySlope } from './bench-mixed.ts'

const SECONDS = 7_200

/** Samples of a process that grows by `perHour`, with a sawtooth of collections and a start that fills caches. */
const samplesOf = (perHour: number): MemorySample[] =>
  Array.from({ length: SECONDS / 10 }, (_, n) => {
    const seconds = n * 10
    const start = Math.min(seconds / 600, 1) * 80
    return { seconds, megabytes: 100 + start + (perHour * seconds) / 3600 + (seconds % 290) / 10 }
  })

it.each([0, 3, 40])('finds a growth of %d MB an hour under a sawtooth of collections', (perHour) => {
  expect(memorySlope(samplesOf(perHour))).toBeCloseTo(perHour, 0)
})

it('one collection in the middle of a growing run does not hide the growth', () => {
  const samples = samplesOf(40).map((sample) =>
    sample.seconds > 4_000 && sample.seconds < 4_400 ? { ...sample, megabytes: 90 } : sample,
  )
  expect(memorySlope(samples)).toBeGreaterThan(30)
})

it('a run that is too short has no slope', () => {
  expect(memorySlope([{ seconds: 0, megabytes: 100 }])).toBe(0)
})
