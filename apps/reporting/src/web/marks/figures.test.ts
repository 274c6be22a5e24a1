import { describe, expect, it } from 'vitest'
import { intervalText, pText, valueDigits, valueText } from './figures.ts'

describe('a figure as it is read', () => {
  it('shows half as many incidents as −50 %', () => {
    expect(valueText('incident-reduction', 0.5, 'en')).toBe('−50\u00a0%')
    expect(valueText('incident-reduction', 0.5, 'zh-CN')).toBe('−50%')
  })
  it('shows more incidents with a plus, rounded away from the target', () => {
    expect(valueDigits('incident-reduction', -0.25)).toBe('+25')
    expect(valueDigits('incident-reduction', -1 / 3)).toBe('+33.4')
    expect(valueDigits('incident-reduction', 0.49999)).toBe('−49.9')
  })
  it('gives no sign to no change', () => {
    expect(valueDigits('incident-reduction', 0)).toBe('0')
  })
  it('never rounds a share up to its target', () => {
    expect(valueText('staff-training', 0.94999, 'en')).toBe('94.9\u00a0%')
  })
  it('turns the interval of a reduction so that it reads from low to high', () => {
    expect(intervalText('incident-reduction', { lower: -0.2, upper: 0.8, level: 0.95 }, 'zh-CN')).toBe('−80 – +20%')
    expect(intervalText('customer-satisfaction', { lower: 0.852, upper: 0.891, level: 0.95 }, 'zh-CN')).toBe(
      '85.2 – 89.1%',
    )
  })
  it('bounds a small p instead of writing zero', () => {
    expect(pText(0.0004)).toBe('< 0.01')
    expect(pText(0.031)).toBe('0.03')
  })
})
