import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LogEntry, operationLog } from './operation-log.ts'

const clock = { now: () => Date.UTC(2030, 0, 2, 3, 4, 5, 678) }

function logLines(entry: LogEntry, timed = true): readonly string[] {
  const lines: string[] = []
  operationLog('survey', timed ? clock : null, { write: (text) => void lines.push(text) })(entry)
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
