import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusShapeOf } from './status-shape-of.ts'

const verdict = fc.constantFrom('met', 'missed', 'unknown')
const status = fc.constantFrom('green', 'amber', 'red', 'too-early', 'no-data', 'suppressed')
const demonstrated = fc.constantFrom(true, false, null)

describe('the shape of a verdict', () => {
  it('draws a filled tick if the result is significant or not a sample', () => {
    expect(statusShapeOf({ verdict: 'met', status: 'green', demonstrated: true })).toBe('demonstrated')
    expect(statusShapeOf({ verdict: 'met', status: 'green', demonstrated: null })).toBe('demonstrated')
  })
  it('draws an open tick if chance could explain the result', () => {
    expect(statusShapeOf({ verdict: 'met', status: 'green', demonstrated: false })).toBe('met')
  })
  it('draws a triangle within tolerance and a cross when missed', () => {
    expect(statusShapeOf({ verdict: 'missed', status: 'amber', demonstrated: null })).toBe('amber')
    expect(statusShapeOf({ verdict: 'missed', status: 'red', demonstrated: false })).toBe('missed')
  })
  it('draws a tick only for a met goal with status green', () => {
    fc.assert(
      fc.property(verdict, status, demonstrated, (verdict, status, demonstrated) => {
        const shape = statusShapeOf({ verdict, status, demonstrated })
        if (shape === 'met' || shape === 'demonstrated') {
          expect(verdict).toBe('met')
          expect(status).toBe('green')
        }
      }),
    )
  })
})
