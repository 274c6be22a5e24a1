import { lettersOf } from './letters.ts'
import { type ListMarker, listMarker } from './list-marker.ts'
import { notesIn } from './optional-note.ts'

/** Letters from a position on that need no counterpart in the other text. */
export type Skip =
  | { readonly kind: 'furniture'; readonly to: number }
  | { readonly kind: 'marker'; readonly to: number; readonly values: ListMarker['values'] }

/** A text as its letters, with the positions that may be skipped. */
export interface LetterText {
  readonly letters: string
  readonly skips: ReadonlyMap<number, readonly Skip[]>
}

/** Letters between two positions, without the markers in between. */
export function withoutMarkers({ letters, skips }: LetterText, from = 0, to = letters.length): string {
  const parts: string[] = []
  let at = from
  for (let next = from; next < to; next += 1)
    for (const skip of skips.get(next) ?? []) {
      if (skip.kind !== 'marker' || next < at || skip.to > to) continue
      parts.push(letters.slice(at, next))
      at = skip.to
    }
  parts.push(letters.slice(at, to))
  return parts.join('')
}

/** Most consecutive markers, as in `一、1.`. */
const MOST_MARKERS = 3
/** A number between sentences, from a list pasted as one line. */
const WITHIN_LINE = /(?<=[.。;；:：!！?？\s])\d{1,2}[.)）、](?=\s|\p{Script=Han})/gu

export class LetterTextBuilder implements LetterText {
  readonly skips = new Map<number, Skip[]>()
  readonly #parts: string[] = []
  readonly #most: number
  #length = 0

  constructor(most: number) {
    this.#most = most
  }

  get length(): number {
    return this.#length
  }

  get full(): boolean {
    return this.#length >= this.#most
  }

  get letters(): string {
    return this.#parts.join('')
  }

  /** Adds text without any skip. */
  add(text: string): void {
    if (this.full) return
    const letters = lettersOf(text, this.#most - this.#length)
    this.#parts.push(letters)
    this.#length += letters.length
  }

  /** Adds a letter that occurs in no text. */
  addForeign(): void {
    this.#parts.push('\0')
    this.#length += 1
  }

  /** Adds text whose notes may be skipped. */
  addWithNotes(text: string, withAddresses: boolean): void {
    let at = 0
    for (const { from, to } of notesIn(text, withAddresses)) {
      this.add(text.slice(at, from))
      const before = this.#length
      this.add(text.slice(from, to))
      this.skip(before, { kind: 'furniture', to: this.#length })
      at = to
    }
    this.add(text.slice(at))
  }

  /** Adds the markers at the start of a line as skips and returns the rest of the line. */
  addMarkers(line: string): string {
    let rest = line
    for (let markers = 0; markers < MOST_MARKERS; markers += 1) {
      const marker = listMarker(rest)
      if (!marker) break
      this.#addMarker(rest.slice(0, marker.length), marker.values)
      rest = rest.slice(marker.length)
    }
    return rest
  }

  /** Adds a line; numbers between its sentences may be skipped. */
  addLine(line: string, withAddresses: boolean): void {
    const rest = this.addMarkers(line)
    let at = 0
    for (const { index, 0: written } of rest.matchAll(WITHIN_LINE)) {
      this.addWithNotes(rest.slice(at, index), withAddresses)
      this.#addMarker(written, [String(Number.parseInt(written, 10))])
      at = index + written.length
    }
    this.addWithNotes(rest.slice(at), withAddresses)
  }

  skip(from: number, skip: Skip): void {
    if (skip.to === from) return
    const skips = this.skips.get(from)
    if (skips) skips.push(skip)
    else this.skips.set(from, [skip])
  }

  #addMarker(written: string, values: ListMarker['values']): void {
    const before = this.#length
    this.add(written)
    this.skip(before, { kind: 'marker', to: this.#length, values })
  }
}
