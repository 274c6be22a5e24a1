import { broken } from './workbook.ts'

/** Characters that XML has no room for are written as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Excel keeps 32,767 characters in a cell. */
export const MAX_CELL = 65_536

/** Collects the text of a string item: its runs, without how they are pronounced. Throws UnreadableFile at a text no cell can hold. */
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

  /** The text so far; starts anew. */
  take(): string {
    const text = unescapeText(this.#text)
    this.#text = ''
    return text
  }
}
