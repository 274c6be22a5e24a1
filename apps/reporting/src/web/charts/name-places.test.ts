import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastThatFit, nameWidth, placeEnds, placeInCorner, spreadNames } from './name-places.ts'

const ROOM = { left: 0, right: 300 }
const pointIn = fc.record({ x: fc.double({ min: 0, max: 300, noNaN: true }), width: fc.integer({ min: 1, max: 140 }) })
const pointsIn = fc.array(pointIn, { maxLength: 5 }).map((points) => points.toSorted((a, b) => a.x - b.x))

describe('the width of a name', () => {
  it('takes a Chinese character as a square and a Latin one as narrower', () => {
    expect(nameWidth('第一次')).toBe(36)
    expect(nameWidth('one')).toBeLessThan(36)
  })
})

describe('names in a row', () => {
  it('stand over their points if there is room', () => {
    const names = [
      { x: 60, width: 40 },
      { x: 160, width: 60 },
    ]
    expect(spreadNames(names, ROOM)).toEqual([40, 130])
  })
  it('give way to both sides equally', () => {
    const names = [
      { x: 100, width: 60 },
      { x: 130, width: 60 },
    ]
    expect(spreadNames(names, ROOM)).toEqual([51, 119])
  })
  it('are neither over one another nor outside, in the order of their points', () => {
    fc.assert(
      fc.property(pointsIn, (points) => {
        const names = lastThatFit(points, ROOM)
        const lefts = spreadNames(names, ROOM)
        for (const [at, left] of lefts.entries()) {
          expect(left).toBeGreaterThanOrEqual(ROOM.left - 1e-9)
          expect(left + names[at]!.width).toBeLessThanOrEqual(ROOM.right + 1e-9)
          if (at > 0) expect(left).toBeGreaterThan(lefts[at - 1]! + names[at - 1]!.width)
        }
      }),
    )
  })
  it('lose the first ones where not all fit', () => {
    const [a, b, c] = [
      { x: 10, width: 140 },
      { x: 20, width: 140 },
      { x: 30, width: 140 },
    ]
    expect(lastThatFit([a, b, c], ROOM)).toEqual([b, c])
    expect(lastThatFit([{ x: 0, width: 301 }], ROOM)).toEqual([])
  })
})

describe('the names of two curves', () => {
  const BOTTOM = 218
  const end = fc.record({
    x: fc.double({ min: 0, max: 280, noNaN: true }),
    // The axis leaves room above the highest end.
    y: fc.double({ min: 20, max: 220, noNaN: true }),
    width: fc.integer({ min: 1, max: 200 }),
  })
  it('are neither over one another nor outside', () => {
    fc.assert(
      fc.property(end, end, (first, second) => {
        const [one, other] = placeEnds([first, second], ROOM, BOTTOM)
        const isBeside = one!.left + first.width < other!.left || other!.left + second.width < one!.left
        if (!isBeside) expect(Math.abs(one!.baseline - other!.baseline)).toBeGreaterThanOrEqual(16)
        for (const [place, { width }] of [
          [one!, first],
          [other!, second],
        ] as const) {
          expect(place.left + width).toBeLessThanOrEqual(ROOM.right)
          expect(place.baseline).toBeLessThanOrEqual(BOTTOM)
        }
      }),
    )
  })
  it('are above their ends if they are apart', () => {
    const ends = [
      { x: 20, y: 100, width: 50 },
      { x: 200, y: 90, width: 50 },
    ]
    expect(placeEnds(ends, ROOM, BOTTOM)).toEqual([
      { left: 14, baseline: 88 },
      { left: 194, baseline: 78 },
    ])
  })
})

describe('the name of an area', () => {
  const area = { left: 100, right: 250, top: 100, bottom: 200 }
  const dots = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 220 }) }), {
    maxLength: 12,
  })
  it('is in the lower right corner, or in the next one without a dot', () => {
    expect(placeInCorner(60, area, [], 9)).toEqual({ left: 184, baseline: 194 })
    expect(placeInCorner(60, area, [{ x: 200, y: 190 }], 9)).toEqual({ left: 106, baseline: 194 })
  })
  it('is left out of an area that is too narrow', () => {
    expect(placeInCorner(140, area, [], 9)).toBeNull()
  })
  it('touches no dot', () => {
    fc.assert(
      fc.property(dots, (points) => {
        const place = placeInCorner(60, area, points, 9)
        for (const { x, y } of place ? points : []) {
          const across = Math.max(place!.left - x, 0, x - place!.left - 60)
          const up = Math.max(place!.baseline - 14 - y, 0, y - place!.baseline)
          expect(Math.max(across, up)).toBeGreaterThanOrEqual(9)
        }
      }),
    )
  })
})
