import { lettersOf } from './letters.ts'
import { type ListMarker, listMarker } from './list-marker.ts'
import { notesIn } from './optional-note.ts'

/** Letters that need not have a counterpart on the other side, from a position on. */
export type Skip =
  | { readonly kind: 'furniture'; readonly to: number }
  | { readonly kind: 'marker'; readonly to: number; readonly values: ListMarker['values'] }

/** A text as its letters, with the places where some may be passed over. */
export interface LetterText {
  readonly letters: string
  readonly skips: ReadonlyMap<number, readonly Skip[]>
}

/** Letters from one position to another without the markers among them. */
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

/** Markers that may follow one another, as in `一、1.`. */
const MOST_MARKERS = 3
/** A number between sentences: of a list that was pasted as one line. */
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

  /** Text without any freedom. */
  add(text: string): void {
    if (this.full) return
    const letters = lettersOf(text, this.#most - this.#length)
    this.#parts.push(letters)
    this.#length += letters.length
  }

  /** A letter that is in no text. */
  addForeign(): void {
    this.#parts.push('\0')
    this.#length += 1
  }

  /** Text in which notes may be passed over. */
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

  /** What is left of a line after the markers at its beginning, which may be passed over. */
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

  /** A line with numbers between its sentences, each of which may be passed over. */
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
    const there = this.skips.get(from)
    if (there) there.push(skip)
    else this.skips.set(from, [skip])
  }

  #addMarker(written: string, values: ListMarker['values']): void {
    const before = this.#length
    this.add(written)
    this.skip(before, { kind: 'marker', to: this.#length, values })
  }
}
