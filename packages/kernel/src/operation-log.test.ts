import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LogEntry, operationLog } from './operation-log.ts'

const clock = { now: () => Date.UTC(2030, 0, 2, 3, 4, 5, 678) }

function logLines(entry: LogEntry, timed = true, secrets: readonly string[] = []): readonly string[] {
  const lines: string[] = []
  const destination = { write: (text: string) => void lines.push(text) }
  operationLog('survey', timed ? clock : null, { secrets, destination })(entry)
  return lines
}

test('a log line holds its level, time and app', () => {
  expect(JSON.parse(logLines({ event: 'started' }).join(''))).toEqual({
    level: 'info',
    time: '2030-01-02T03:04:05.678Z',
    app: 'survey',
    event: 'started',
  })
  expect(JSON.parse(logLines({ error: 'failed' }).join('')).level).toBe('error')
  expect(JSON.parse(logLines({ level: 'warn', error: 'failed' }).join('')).level).toBe('warn')
})

test('a log without a clock writes null as its time', () => {
  expect(JSON.parse(logLines({ event: 'request' }, false).join(''))).toEqual({
    level: 'info',
    app: 'survey',
    time: null,
    event: 'request',
  })
})

test('any entry becomes one line of JSON of bounded length', () => {
  const stack = () => new Error('x'.repeat(10_000)).stack
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant('\n'))),
      (entry) => {
        const [line = '', ...more] = logLines({ ...entry, level: 'info', stack: stack() })
        expect(more).toEqual([])
        expect(line.indexOf('\n')).toBe(line.length - 1)
        expect(() => JSON.parse(line)).not.toThrow()
      },
    ),
  )
  const long = logLines({ message: 'a'.repeat(900_000), stack: 'b\n'.repeat(900_000) }).join('')
  expect(long.length).toBeLessThan(10_000)
  expect(JSON.parse(long).message).toHaveLength(201)
})

/** Secrets that no list names: the log recognizes them by their form. */
const recognized = fc.oneof(
  fc.emailAddress({ size: '-1' }).filter((address) => /^[\w.+-]{1,60}@/.test(address)),
  fc.uint8Array({ minLength: 32, maxLength: 40 }).map((bytes) => `x7${Buffer.from(bytes).toString('base64url')}`),
  fc
    .tuple(
      ...Array.from({ length: 7 }, () =>
        fc.string({ unit: fc.constantFrom(...'7KMNPQRX'), minLength: 4, maxLength: 4 }),
      ),
    )
    .chain((groups) => fc.constantFrom('-', ' ', '+').map((between) => `7${groups.join(between).slice(1)}`)),
  fc.stringMatching(/^[a-z]{3,9}$/).map((word) => `smtp://user:${word}-pass@mailhost:25`),
)
const named = fc
  .string({ minLength: 8, maxLength: 40 })
  .filter((text) => text.trim() === text && !text.includes('redacted'))
/** Texts around a secret, as libraries and servers write them. */
const around = fc.constantFrom(
  ['', ''],
  ['535 5.7.8 wrong password for ', ' (try again)'],
  ['GET /s/', '?lang=en'],
  ['Error: ', '\n    at read (/opt/app/main.js:3:4)'],
  ['Unexpected token in JSON at "', '"'],
  ['x'.repeat(195), ' more'],
)
const inside = fc.constantFrom(
  (text: string) => ({ error: text }),
  (text: string) => ({ error: new Error(text) }),
  (text: string) => ({ event: 'x', faults: ['first', { at: [text] }] }),
  (text: string) => ({ event: 'x', stack: text }),
)

test('no entry writes a secret that a setting, a request or an error has', () => {
  fc.assert(
    fc.property(fc.oneof(recognized, named), around, inside, (secret, [before = '', after = ''], entryOf) => {
      const line = logLines(entryOf(`${before}${secret}${after}`), true, [secret]).join('')
      expect(line).not.toContain(JSON.stringify(secret).slice(1, -1))
    }),
  )
  fc.assert(
    fc.property(recognized, around, inside, (secret, [before = '', after = ''], entryOf) => {
      const hidden = secret.replace(/^smtp:\/\/user:|@mailhost:25$/g, '')
      expect(logLines(entryOf(`${before}${secret}${after}`)).join('')).not.toContain(hidden)
    }),
  )
})

test('ids, names of functions and places in the source remain readable', () => {
  const stack = `Error: broken\n    at processTicksAndRejections (node:internal/process/task_queues:105:5)
    at applyTheLongestMigrationOfTheDatabase (file:///opt/wayproof-0.2.0/apps/survey/dist/server/main.js:1:2)`
  const entry = {
    event: 'x',
    errorId: '7f1c1c62-0d55-4f6e-9b0f-3f6b6a1b2c3d',
    stack,
    place: '127.0.0.1:25',
    faults: ['one', { at: 'two' }],
    period: '2026-H1',
  }
  expect(JSON.parse(logLines(entry).join(''))).toMatchObject(entry)
})

test('a huge text of any form is redacted without quadratic work', () => {
  const begun = performance.now()
  for (const text of ['a', 'a1', 'a.', '@', 'a@', '//a:', 'a-1 '])
    logLines({ message: text.repeat(500_000), stack: text.repeat(500_000) }, true, ['secret'])
  // Idle 20 ms; quadratic work takes minutes.
  expect(performance.now() - begun).toBeLessThan(10_000)
})
