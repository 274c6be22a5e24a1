import { expect, it } from 'vitest'
import { shortId } from './id.ts'
import { systemTokens } from './system.ts'

it('is eight characters long, none of which a statement, an address or a file has to escape, and never the same', () => {
  const ids = Array.from({ length: 20_000 }, () => shortId(systemTokens))
  for (const id of ids) expect(id).toMatch(/^[\w-]{8}$/)
  expect(new Set(ids).size).toBe(ids.length)
})
