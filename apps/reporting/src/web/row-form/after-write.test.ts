import { expect, test } from 'vitest'
import { afterWrite } from './after-write.ts'

test('the page refetches after every write, even a refused one', () => {
  const done: string[] = []
  const steps = { refresh: () => done.push('refreshed'), onWritten: (key: string) => done.push(key) }
  afterWrite({ ok: false }, steps)
  expect(done).toEqual(['refreshed'])
  afterWrite({ ok: true, value: 'p1' }, steps)
  expect(done).toEqual(['refreshed', 'refreshed', 'p1'])
})
