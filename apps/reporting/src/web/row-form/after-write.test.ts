import { expect, test } from 'vitest'
import { afterWrite } from './row-form.tsx'

test('the page refetches after every write, even a refused one', () => {
  const calls: string[] = []
  const steps = { refresh: () => calls.push('refreshed'), onWritten: (key: string) => calls.push(key) }
  afterWrite({ ok: false }, steps)
  expect(calls).toEqual(['refreshed'])
  afterWrite({ ok: true, value: 'p1' }, steps)
  expect(calls).toEqual(['refreshed', 'refreshed', 'p1'])
})
