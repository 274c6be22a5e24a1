import { afterEach, expect, it, vi } from 'vitest'
import { PageTooComplex } from '../policy-page/bounded-tree.ts'
import { plainPage, type ShownPage } from '../policy-page/page-block.ts'
import { readLetters } from '../policy-page/page-letters.ts'
import { readPage } from '../policy-page/read-page.ts'
import { workFor } from '../policy-text/alignment.ts'
import { readApproved } from '../policy-text/approved-text.ts'
import { matchPolicy } from './policy-match.ts'
import { showsWholeText } from './shows-whole-text.ts'

afterEach(() => void vi.restoreAllMocks())

const PARTS = {
  dots: '. ',
  'lines of dots': '.\n',
  'short lines': 'a\n',
  'one letter': 'a',
  numbers: '1. ',
  'numbered lines': '1. a\n',
  'a letter for 18': '\ufdfa',
  'marks to be sorted': '\u0315\u0300\u05ae',
  brackets: '[',
  'open links': '[a](http://',
  'open addresses': '(http://',
  notes: 'open in new ',
  sentences: 'We keep only what a booking needs. ',
  menus: 'Home | About | ',
}
const SIZE = 100_000
const filledWith = (part: string, size: number) => part.repeat(size / part.length)

/** Counts the characters normalized during a run: every step over a text starts with normalization. */
function normalized(run: () => void): number {
  let characters = 0
  const normalize = String.prototype.normalize
  const spy = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form?: string) {
    characters += this.length
    return normalize.call(this, form)
  })
  run()
  spy.mockRestore()
  return characters
}

it.each(Object.entries(PARTS))('reading an approved text of %s takes linear work', (_, part) => {
  const work = (size: number) => normalized(() => readApproved(filledWith(part, size)))
  expect(work(2 * SIZE)).toBeLessThanOrEqual(2.1 * work(SIZE))
  expect(work(SIZE)).toBeLessThanOrEqual(10 * SIZE)
})

it.each(Object.entries(PARTS))('reading a page of %s takes linear work', (_, part) => {
  const work = (page: ShownPage) => normalized(() => readLetters(page, new Set()))
  for (const page of [
    (size: number) => plainPage(filledWith(part, size)),
    (size: number) => readPage(`<p>${filledWith(part, size)}`),
  ]) {
    expect(work(page(2 * SIZE))).toBeLessThanOrEqual(2.1 * work(page(SIZE)) + 10_000)
    expect(work(page(SIZE))).toBeLessThanOrEqual(10 * SIZE)
  }
})

it.each(Object.entries(PARTS))('comparing %s with itself takes work bounded by its letters', (_, part) => {
  const page = plainPage(filledWith(part, 4 * SIZE))
  const text = readApproved(`${filledWith(part, SIZE)}z`)
  const letters = readLetters(page, text.headings)
  const work = workFor(letters, text)
  const all = work.left
  expect(showsWholeText(page, letters, text, work)).toBe(false)
  expect(all).toBeLessThanOrEqual(100_000 + 4 * (letters.letters.length + text.letters.length))
  // The step that exhausts the budget may exceed it by one.
  expect(work.left).toBeGreaterThanOrEqual(-2 * page.blocks.length - 8 * SIZE)
})

it('any 2 MB can be compared', () => {
  const text = filledWith('We keep only what a booking needs. ', 190_000)
  const tags = [
    '<p>',
    '<li>a',
    '<tr><td>a',
    '<a href=x>Home</a> ',
    'a<br>',
    '<select><option>we sell',
    '&amp;',
    '<a ',
    '<p style="',
    '</div>',
  ]
  for (const part of ['. ', '\ufdfa', 'open in new ', ...tags]) {
    try {
      expect(matchPolicy(readPage(part.repeat(2_000_000 / part.length)), [{ version: '1', text }]).kind).not.toBe(
        'found',
      )
    } catch (error) {
      expect(error).toBeInstanceOf(PageTooComplex)
    }
  }
})
