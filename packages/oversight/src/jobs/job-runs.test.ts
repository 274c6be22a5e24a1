import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, it } from 'vitest'
import { jobRunStore } from './job-runs.ts'

describe.each(engines)('the runs of the calendar on $engine', ({ open }) => {
  it('are claimed by one scheduler, may be taken over after the lease, and never after they are finished', async () => {
    const runs = jobRunStore(await open())
    const claim = (now: number) => runs.claimRun('summary', '2025-H2', 100, now, now + 50, true)
    const first = await claim(1000)
    expect(first).toEqual({ job: 'summary', period: '2025-H2', at: 100, late: true, fence: 1 })
    expect(await claim(1050)).toBeNull()
    expect(await runs.abandoned(1050)).toEqual([])
    expect(await runs.abandoned(1051)).toEqual([{ job: 'summary', period: '2025-H2', at: 100, late: true }])
    const second = await claim(1051)
    expect(second?.fence).toBe(2)
    expect(await runs.finishRun(first!, 'too late', 1060)).toBe(false)
    expect(await runs.finishRun(second!, 'mailed 3', 1060)).toBe(true)
    expect(await claim(9999)).toBeNull()
    expect(await runs.abandoned(9999)).toEqual([])
  })

  it('go to one of many concurrent claims', async () => {
    const runs = jobRunStore(await open())
    const claims = await Promise.all(Array.from({ length: 20 }, () => runs.claimRun('job', '2026', 1, 2, 3, false)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  })

  it('do not include the last look of each job, which is stored also when the clock was set back', async () => {
    const runs = jobRunStore(await open())
    expect(await runs.lastLooks()).toEqual(new Map())
    await runs.recordLooks(['early', 'late'], 2000)
    await runs.recordLooks(['early'], 1000)
    expect(await runs.lastLooks()).toEqual(
      new Map([
        ['early', 1000],
        ['late', 2000],
      ]),
    )
    expect(await runs.abandoned(9999)).toEqual([])
  })
})
