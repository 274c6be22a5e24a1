import type { LetterText, Skip } from './letter-text.ts'
import { sameMarker } from './list-marker.ts'

/** A page as its letters, with the start positions of its blocks. */
export interface PageLetters extends LetterText {
  readonly blockStarts: ReadonlySet<number>
}

/** Remaining steps of a comparison. When they run out, the page is treated as showing no text. */
export interface Work {
  left: number
}

/** Budget for two texts: four times their letters, to cover failed starts and divergences. */
export const workFor = (page: LetterText, text: LetterText): Work => ({
  left: 100_000 + 4 * (page.letters.length + text.letters.length),
})

interface State {
  readonly page: number
  readonly text: number
  /** The marker skipped just before, with its side and values; the marker on the other side must match it. */
  readonly marker: { readonly side: 'page' | 'text'; readonly values: readonly string[] | null } | null
}

/**
 * Compares page and text letter by letter from the given positions. Returns the position after the text on the page, or
 * null if they differ. Only skips may be passed over: those of the page anywhere, a marker of the text only at the
 * start of a page block.
 */
export function follow(page: PageLetters, text: LetterText, from: Omit<State, 'marker'>, work: Work): number | null {
  const open: State[] = [{ ...from, marker: null }]
  const visitedKeys = new Set<string>()
  for (let state = open.pop(); state; state = open.pop()) {
    let { page: p, text: t } = state
    let { marker } = state
    for (;;) {
      if (t === text.letters.length) return p
      work.left -= 1
      if (work.left < 0) return null
      for (const other of passing(page, text, { page: p, text: t, marker })) {
        const key = `${other.page} ${other.text} ${other.marker?.side} ${other.marker?.values}`
        if (!visitedKeys.has(key)) open.push(other)
        visitedKeys.add(key)
      }
      if (page.letters.charCodeAt(p) !== text.letters.charCodeAt(t)) break
      p += 1
      t += 1
      marker = null
    }
  }
  return null
}

function* passing(page: PageLetters, text: LetterText, state: State): Generator<State> {
  const [ofPage, ofText] = [page.skips.get(state.page), text.skips.get(state.text)]
  if (ofPage) for (const skip of ofPage) yield* passed(state, 'page', skip)
  if (ofText)
    for (const skip of ofText)
      if (skip.kind === 'furniture' || page.blockStarts.has(state.page)) yield* passed(state, 'text', skip)
}

function* passed(state: State, side: 'page' | 'text', skip: Skip): Generator<State> {
  const there = { ...state, [side]: skip.to }
  if (skip.kind === 'furniture') yield there
  else if (!state.marker) yield { ...there, marker: { side, values: skip.values } }
  else if (state.marker.side !== side && sameMarker(state.marker.values, skip.values)) yield { ...there, marker: null }
  else if (state.marker.side === side) yield there
}
