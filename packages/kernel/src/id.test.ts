import { expect, it } from 'vitest'
import { shortId } from './id.ts'
import { systemTokens } from './system.ts'

it('a short id has 8 characters that need no escaping in SQL, URLs or file names, and is unique', () => {
  const ids = Array.from({ length: 20_000 }, () => shortId(systemTokens))
  for (const id of ids) expect(id).toMatch(/^[\w-]{8}$/)
  expect(new Set(ids).size).toBe(ids.length)
})
