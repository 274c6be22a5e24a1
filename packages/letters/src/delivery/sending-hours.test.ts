import { describe, expect, it } from 'vitest'
import { parseSendingHours, withinHours } from './sending-hours.ts'

const at = (text: string) => Date.parse(text)

describe('sending hours', () => {
  it.each([
    ['08:00-20:00', { from: 480, to: 1200 }],
    [' 00:00-24:00 ', { from: 0, to: 1440 }],
    ['20:00-08:00', null],
    ['08:00-08:00', null],
    ['08:00-24:30', null],
    ['8-20', null],
    ['08:60-20:00', null],
    ['', null],
  ])('are read from %j', (text, hours) => {
    expect(parseSendingHours(text)).toEqual(hours)
  })

  it('begin with their first minute and end before their last, by the clock of the place', () => {
    const day = { from: 480, to: 1200 }
    expect(withinHours(day, at('2026-01-05T07:59:59+08:00'), 'Asia/Shanghai')).toBe(false)
    expect(withinHours(day, at('2026-01-05T08:00:00+08:00'), 'Asia/Shanghai')).toBe(true)
    expect(withinHours(day, at('2026-01-05T19:59:59+08:00'), 'Asia/Shanghai')).toBe(true)
    expect(withinHours(day, at('2026-01-05T20:00:00+08:00'), 'Asia/Shanghai')).toBe(false)
    expect(withinHours(day, at('2026-01-04T18:00:00Z'), 'Pacific/Kiritimati')).toBe(true)
    // Summer time moves the clock, and the hours with it.
    expect(withinHours(day, at('2026-03-28T07:30:00Z'), 'Europe/London')).toBe(false)
    expect(withinHours(day, at('2026-03-29T07:30:00Z'), 'Europe/London')).toBe(true)
    expect(withinHours({ from: 0, to: 1440 }, at('2026-01-05T00:00:00+08:00'), 'Asia/Shanghai')).toBe(true)
  })
})
