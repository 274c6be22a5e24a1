import { expect, test } from 'vitest'
import { afterWrite } from './after-write.ts'

test('what the page shows is asked for again after every write, a refused one included', () => {
  const done: string[] = []
  const steps = { refresh: () => done.push('refreshed'), onWritten: (key: string) => done.push(key) }
  afterWrite({ ok: false }, steps)
  expect(done).toEqual(['refreshed'])
  afterWrite({ ok: true, value: 'p1' }, steps)
  expect(done).toEqual(['refreshed', 'refreshed', 'p1'])
})
