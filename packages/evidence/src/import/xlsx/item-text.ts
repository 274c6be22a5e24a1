import { broken } from './workbook.ts'

/** Excel writes characters that XML does not allow as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Longest text in characters; an Excel cell holds 32,767. */
export const MAX_CELL = 65_536

/**
 * Collects the text of a string item: its runs, without phonetic hints. Throws UnreadableFile for a text longer than a
 * cell.
 */
export class ItemText {
  #text = ''
  #taking = false
  #spoken = false

  open(name: string): void {
    if (name === 'rPh') this.#spoken = true
    else if (name === 't') this.#taking = !this.#spoken
  }

  add(text: string): void {
    if (this.#taking) this.#text += text
    if (this.#text.length > MAX_CELL) throw broken()
  }

  close(name: string): void {
    if (name === 'rPh') this.#spoken = false
    else if (name === 't') this.#taking = false
  }

  /** Returns the collected text and resets the collector. */
  take(): string {
    const text = unescapeText(this.#text)
    this.#text = ''
    return text
  }
}
