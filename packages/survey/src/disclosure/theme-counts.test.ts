import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ShownComments, shownComments, type ThemeCount } from './theme-counts.ts'

const themes = ['a', 'b', 'c']
/** Comments without a theme and with each theme; the reader is assumed to know that none has two. */
const coding = fc.record({ without: fc.nat(3), counts: fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }) })
const smallest = fc.constantFrom(5, 7, 12, 20)

const totalsOf = ({ without, counts }: { without: number; counts: readonly number[] }) => {
  const all = counts.reduce((sum, count) => sum + count, without)
  return { all, read: all, byTheme: Object.fromEntries(themes.map((id, i) => [id, counts[i] ?? 0])) }
}
const seen = ({ all, read, theme }: ShownComments) => JSON.stringify([all, read, themes.map(theme)])

/** Every count of theme `i` that matches the shown figures, if each comment has exactly one theme. */
function possible(comments: ShownComments, k: number, i: number): readonly number[] {
  const reach = (themeCount: ThemeCount): readonly [number, number] =>
    themeCount.kind === 'shown' ? [themeCount.comments, themeCount.comments + k - 1] : [0, comments.fewest - 1]
  const others = themes.filter((_, other) => other !== i).map((id) => reach(comments.theme(id)))
  const [least, most] = [0, 1].map((end) => others.reduce((sum, range) => sum + (range[end] ?? 0), 0))
  const [from, to] = reach(comments.theme(themes[i] ?? ''))
  const fits = (count: number) => count + (most ?? 0) >= comments.all && count + (least ?? 0) <= comments.all + k - 1
  return Array.from({ length: to - from + 1 }, (_, n) => from + n).filter(fits)
}

test('a theme of fewer than ten comments has no count and reads like an unmentioned one', () => {
  fc.assert(
    fc.property(coding, smallest, (wave, k) => {
      const comments = shownComments(totalsOf(wave), k)
      for (const [i, id] of themes.entries()) {
        const count = wave.counts[i] ?? 0
        const figure = comments.theme(id)
        if (count < Math.max(10, 2 * k)) expect(figure).toEqual(comments.theme('unknown'))
        else expect(figure).toEqual({ kind: 'shown', comments: count - (count % k) })
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a hidden theme does not follow from the total minus the others, even with one theme per comment', () => {
  fc.assert(
    fc.property(coding, smallest, (wave, k) => {
      const one = { ...wave, without: 0 }
      const comments = shownComments(totalsOf(one), k)
      for (const i of themes.keys()) {
        const counts = possible(comments, k, i)
        expect(counts).toContain(one.counts[i] ?? 0)
        if (Math.min(...counts) < k) expect(counts.length).toBeGreaterThanOrEqual(k)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('one more assignment changes the shown counts by zero or by whole steps', () => {
  fc.assert(
    fc.property(coding, smallest, fc.nat(2), (wave, k, i) => {
      const counts = wave.counts.map((count, index) => (index === i ? count + 1 : count))
      const [before, after] = [wave, { ...wave, counts }].map((one) => shownComments(totalsOf(one), k))
      if (!before || !after || seen(before) === seen(after)) return
      for (const comments of [before, after]) {
        for (const count of [comments.all, comments.read]) expect(count % k).toBe(0)
        for (const id of themes) {
          const figure = comments.theme(id)
          if (figure.kind === 'shown') expect(figure.comments % k).toBe(0)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})
