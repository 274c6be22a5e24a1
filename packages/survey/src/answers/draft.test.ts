import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { systemTokens } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { draftSize, isBlank, openDraft, readDraft, sealDraft } from './draft.ts'

const keys = keyring(new Uint8Array(32).fill(7))
const others = keyring(new Uint8Array(32).fill(8))
const id = '3f2b8c1e-9d4a-4f60-8a77-0c5d9e1b2a34'
const sealing = (questionnaire = DEFAULT_QUESTIONNAIRE) => ({
  nonce: systemTokens.bytes(NONCE_BYTES),
  size: draftSize(questionnaire),
})
const draft = fc.record({
  values: fc.dictionary(fc.constantFrom('overall', 'notice', 'contacted'), fc.constantFrom('1', '5', 'na', 'yes')),
  comment: fc.option(fc.string({ unit: 'grapheme', maxLength: 1000 }), { nil: null }),
})

test('a draft can be opened only with the link that sealed it', () => {
  const link = { invitationId: id, generation: 0 }
  fc.assert(
    fc.property(draft, (begun) => {
      const sealed = sealDraft(keys, link, begun, sealing())
      expect(openDraft(keys, link, sealed)).toEqual({ ...begun, comment: begun.comment?.toWellFormed() ?? null })
      // A different generation, invitation or key.
      expect(openDraft(keys, { ...link, generation: 1 }, sealed)).toBeNull()
      expect(openDraft(keys, { ...link, invitationId: id.replace('3', '4') }, sealed)).toBeNull()
      expect(openDraft(others, link, sealed)).toBeNull()
      expect(
        openDraft(
          keys,
          link,
          sealed.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
        ),
      ).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test.each([1000, 2000, 6000])('sealed drafts with up to %i typed characters all have the same size', (maxLength) => {
  const items = DEFAULT_QUESTIONNAIRE.items.map((item) => (item.type === 'text' ? { ...item, maxLength } : item))
  const questionnaire = { ...DEFAULT_QUESTIONNAIRE, items }
  const all = Object.fromEntries(codedItems(questionnaire).map(({ id, codes }) => [id, codes.at(-1) ?? '']))
  const link = { invitationId: id, generation: 0 }
  const sizes = ['', 'a', 'x', '字', '🧭', '"', '\n'].flatMap((character) =>
    [{ overall: '5' }, all].map((values) => {
      const comment = character.repeat(maxLength)
      return sealDraft(keys, link, { values, comment }, sealing(questionnaire)).length
    }),
  )
  expect(new Set(sizes).size).toBe(1)
})

test('a draft may lack required items and contain hidden ones, but no field that is no item', () => {
  const read = (fields: Record<string, string>) => readDraft(DEFAULT_QUESTIONNAIRE, fields)
  expect(read({ receipt: 'x', draft: 'keep' })).toEqual({ ok: true, value: { values: {}, comment: null } })
  const item = DEFAULT_QUESTIONNAIRE.items.find(({ showIf }) => showIf)
  const [value] = item?.type === 'choice' ? item.options.map((option) => option.value) : ['4']
  expect(read({ [item?.id ?? '']: value ?? '', improve: ' so far ' })).toEqual({
    ok: true,
    value: { values: { [item?.id ?? '']: value }, comment: 'so far' },
  })
  expect(read({ overall: '9', improve: '字'.repeat(1001), other: '1' })).toEqual({
    ok: false,
    fault: { code: 'answer-invalid', items: { overall: 'not-an-option', improve: 'too-long', other: 'unknown-item' } },
  })
})

test('a draft is blank if nothing was chosen or typed', () => {
  expect(isBlank({ values: {}, comment: null })).toBe(true)
  for (const begun of [
    { values: { overall: '5' }, comment: null },
    { values: {}, comment: 'a' },
  ] satisfies Answer[])
    expect(isBlank(begun)).toBe(false)
})
