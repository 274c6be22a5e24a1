import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openApp } from './testing/open-app.ts'
import { procedures } from './testing/procedures.ts'

const hostileValues = fc.oneof(
  fc.constantFrom<unknown>(
    { not: '' },
    { contains: '' },
    null,
    [],
    '',
    Number.MAX_SAFE_INTEGER + 2,
    -0,
    1e308,
    "' OR 1=1--",
    '%',
    '\u0000',
    '\u202e',
    '🧭'.repeat(200),
    '2026-H1',
    '2026-H3',
    '9999-H2',
    '0000-H1',
    '2026-02-30',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 4 }),
)
const field = fc.constantFrom(
  'period',
  'token',
  'goal',
  'role',
  'email',
  'id',
  'mode',
  'closesOn',
  'size',
  '__proto__',
  'constructor',
)
const input = fc.oneof(
  hostileValues,
  fc.dictionary(field, hostileValues, { maxKeys: 5 }),
  fc.record({ period: hostileValues }),
  fc.record({ token: hostileValues }),
)
const brokenBodies = fc.oneof(
  input.map((json) => JSON.stringify({ json })),
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '{"json":{"__proto__":{"role":"officer"}}}',
    `${'['.repeat(100_000)}`,
    '{"json":1e400}',
    '{"json":{"period":"x"},"meta":{"values":{"period":["regexp"]}}}',
    '{"json":{"period":"2026-H1"},"meta":{"values":{"__proto__.x":["Date"]}}}',
  ),
)

test('for every input, an error shows only a code and an ID of a log line', async () => {
  const { send, post, join, logged } = await openApp()
  const { cookie } = await join('officer')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...procedures), brokenBodies, async ({ path, type }, body) => {
      const answer =
        type === 'query'
          ? await send(`/trpc/${path}?input=${encodeURIComponent(body.slice(0, 8_000))}`, { headers: { cookie } })
          : await send(`/trpc/${path}`, {
              method: 'POST',
              body,
              headers: { cookie, 'content-type': 'application/json' },
            })
      const text = await answer.text()
      if (answer.status === 200) return
      const { error } = JSON.parse(text)
      const { data, code, message, ...rest } = error.json
      const { errorId, figures, faultCode, ...disclosed } = data
      expect(rest).toEqual({})
      expect(disclosed).toEqual({ code: message, httpStatus: answer.status })
      expect(code).toBeTypeOf('number')
      expect(Object.keys(figures).filter((name) => !['field', 'period'].includes(name))).toEqual([])
      expect(faultCode ?? '').toMatch(/^[a-z-]*$/)
      expect(text).not.toMatch(/node_modules|\.ts\b|prisma|sqlite|SELECT|Error:/i)
      // The log writes the first five refusals of a kind in a minute.
      const kind = logged.filter(
        (entry) =>
          entry.code === message && (entry.faultCode ?? null) === faultCode && ['/trpc', path].includes(`${entry.at}`),
      )
      expect(kind.length >= 5 || kind.some((entry) => entry.errorId === errorId && errorId !== null)).toBe(true)
      expect([path, body.slice(0, 200), answer.status]).not.toContain(500)
    }),
    { numRuns: 1_000 },
  )
  expect((await post('/trpc/session.me', {}, { cookie })).status).toBe(405)
})
