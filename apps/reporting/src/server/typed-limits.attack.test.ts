import type { AnyTRPCProcedure } from '@trpc/server'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'
import { openApp } from './testing/open-app.ts'
import { sampleInputs } from './testing/sample-inputs.ts'
import { appRouter } from './trpc/router.ts'

/** Texts at the limits of every form. */
const LIMITS = {
  empty: '',
  long: 'x'.repeat(10_000),
  'right-to-left': 'שלום مرحبا',
  emoji: '🧭👩‍👧 1️⃣',
  formula: '=1+1',
  script: '<script>alert(1)</script>',
  nul: 'a\u0000b',
}

/** Values that the schemas take, so that one field at a time is at its limit. */
const SOUND = {
  ...{ period: ['2026-H1'], appliesFrom: ['2026-H2'], dueOn: ['2026-12-31'], closesOn: ['2026-06-30'] },
  ...{ email: ['a@x.example'], programmeStart: ['2026-01-01'], contactEmail: ['a@x.example'] },
}

/** The sentence of a fault: one of those of every page, or of the questionnaire's own page. */
function sentenceOf(code: string, locale: Locale): string | undefined {
  const { faults, questionnaire } = messages(locale).reporting
  return faults.codes[code] ?? questionnaire.faults[code]
}

/** Inputs of a procedure for each of its texts: the others are as the sample has them. */
function* withTextAt(sample: unknown, text: string): Generator<unknown> {
  if (typeof sample === 'string') yield text
  if (typeof sample !== 'object' || sample === null) return
  for (const [name, value] of Object.entries(sample))
    for (const changed of withTextAt(value, text))
      yield Array.isArray(sample) ? sample.with(Number(name), changed) : { ...sample, [name]: changed }
}

test('every text of every mutation at its limits is taken or ends with a sentence in both languages', async () => {
  const { post, join } = await openApp()
  let { cookie } = await join('officer')
  let calls = 0
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
  for (const [path, procedure] of procedures) {
    if (procedure._def.type !== 'mutation') continue
    const sample = sampleInputs(procedure, SOUND)[0]
    for (const [name, text] of Object.entries(LIMITS)) {
      for (const input of withTextAt(sample, text)) {
        calls += 1
        const answer = await post(`/trpc/${path}`, { json: input }, { cookie })
        if (answer.status === 401) cookie = (await join('officer', `officer${calls}@x.example`)).cookie
        const { error } = await answer.json()
        if (!error) continue
        const { faultCode, httpStatus } = error.json.data
        expect([path, name, httpStatus]).not.toContain(500)
        // A page has one sentence for a person of another role.
        if (httpStatus === 403 && !faultCode) continue
        for (const locale of ['zh-CN', 'en'] as const)
          expect([path, name, faultCode, sentenceOf(faultCode, locale)]).not.toContain(undefined)
      }
    }
  }
  expect(calls).toBeGreaterThan(500)
})

test('a record keeps a text at the limits verbatim, or names the cell that cannot keep it', async () => {
  const { post, send, join } = await openApp()
  const { cookie } = await join('officer')
  const sound = { id: 'P1', name: 'Hotel', service: 'hotel', processesPersonalData: 'yes', onboarded: '2020-01-01' }
  const refusals: Record<string, string> = { empty: 'required', long: 'too-long', nul: 'bad-character' }
  for (const [name, text] of Object.entries(LIMITS)) {
    const texts = { ...sound, id: `P-${name}`, name: text }
    const what = { register: 'partners', what: { kind: 'add', texts }, reason: 'new' }
    const answer = await (await post('/trpc/registerRow.write', { json: what }, { cookie })).json()
    if (refusals[name]) {
      // A text that no cell of any register can keep is refused as a whole.
      const fault = answer.error?.json.data.faultCode ?? answer.result.data.json.fault.cells
      expect([name, fault]).toEqual([
        name,
        name === 'long' ? 'input-invalid' : [expect.objectContaining({ column: 'name', code: refusals[name] })],
      ])
      continue
    }
    expect([name, answer.result.data.json]).toMatchObject([name, { ok: true }])
    const asked = encodeURIComponent(JSON.stringify({ json: { register: 'partners', key: `["P-${name}"]` } }))
    const shown = await (await send(`/trpc/registerRow.show?input=${asked}`, { headers: { cookie } })).json()
    expect(shown.result.data.json.row.cells.name).toBe(text)
  }
})
