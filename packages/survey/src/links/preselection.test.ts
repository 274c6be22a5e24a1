import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestionnaire } from '../testing/any-questionnaire.ts'
import { linkToken } from './invitation-link.ts'
import { preselectionCode, readPreselection } from './preselection.ts'

const keys = keyring(new Uint8Array(32).fill(7))
const others = keyring(new Uint8Array(32).fill(8))
const tokens = fc
  .record({
    invitationId: fc.uuid(),
    generation: fc.integer({ min: 0, max: 255 }),
    locale: fc.constantFrom(...LOCALES),
  })
  .map((link) => linkToken(keys, link))
const codes = firstQuestion(DEFAULT_QUESTIONNAIRE)?.codes ?? []
const codeOf = (token: string, value: string, ring = keys) => preselectionCode(ring, token, { item: 'overall', value })
const read = (token: string, code: string) => readPreselection(keys, token, DEFAULT_QUESTIONNAIRE, code)

test('the code of each option selects that option, in any questionnaire whose first question a letter can ask', () => {
  fc.assert(
    fc.property(anyQuestionnaire, tokens, (questionnaire, token) => {
      const question = firstQuestion(questionnaire)
      for (const value of question?.codes ?? []) {
        const choice = { item: question?.item ?? '', value }
        expect(readPreselection(keys, token, questionnaire, preselectionCode(keys, token, choice))).toEqual(choice)
      }
    }),
  )
})

test('no two options and no two links share a code, and a code of another link selects nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(tokens, { minLength: 2, maxLength: 5 }), (links) => {
      const all = links.flatMap((token) => codes.map((value) => codeOf(token, value)))
      expect(new Set(all).size).toBe(links.length * codes.length)
      const [own = '', ...foreign] = links
      for (const token of foreign) for (const value of codes) expect(read(own, codeOf(token, value))).toBeNull()
    }),
  )
})

test('a code does not reveal its option: the same option has another code in each link, of one length and alphabet', () => {
  fc.assert(
    fc.property(tokens, fc.constantFrom(...codes), (token, value) => {
      const code = codeOf(token, value)
      expect(code).toMatch(/^[\w-]{16}$/)
      expect(code).not.toBe(codeOf(token, value, others))
      expect(read(token, codeOf(token, value, others))).toBeNull()
    }),
  )
  // Each of the 64 characters begins about as many codes of one option as of another.
  const beginnings = codes.map((value) => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 6400; n += 1) {
      const [first = ''] = codeOf(`token-${n}`, value)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    return counts
  })
  for (const counts of beginnings) {
    expect(counts.size).toBe(64)
    expect(Math.max(...counts.values())).toBeLessThan(160)
  }
})

test('a changed code, another spelling and arbitrary text select nothing', () => {
  const token = linkToken(keys, { invitationId: crypto.randomUUID(), generation: 0, locale: 'en' })
  const code = codeOf(token, '4')
  for (let index = 0; index < code.length; index += 1)
    expect(read(token, `${code.slice(0, index)}${code[index] === 'A' ? 'B' : 'A'}${code.slice(index + 1)}`)).toBeNull()
  for (const text of ['', '4', `${code}=`, ` ${code}`, code.slice(1), 'x'.repeat(1_000_000)])
    expect(read(token, text)).toBeNull()
  expect(read(token, preselectionCode(keys, token, { item: 'trust', value: '4' }))).toBeNull()
  expect(read(token, codeOf(token, '9'))).toBeNull()
  fc.assert(fc.property(fc.string({ maxLength: 40, unit: 'binary' }), (text) => read(token, text) === null))
})

test('any code costs the verification of every option, so that the time does not depend on the choice', () => {
  let verified = 0
  const counting: typeof keys = {
    ...keys,
    verify: (...args) => {
      verified += 1
      return keys.verify(...args)
    },
  }
  const token = linkToken(keys, { invitationId: crypto.randomUUID(), generation: 0, locale: 'en' })
  for (const code of [...codes.map((value) => codeOf(token, value)), 'A'.repeat(16)]) {
    verified = 0
    readPreselection(counting, token, DEFAULT_QUESTIONNAIRE, code)
    expect(verified).toBe(codes.length)
  }
})
