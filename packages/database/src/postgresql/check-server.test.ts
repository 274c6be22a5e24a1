import { expect, test } from 'vitest'
import type { ReadQuery } from '../query/query.ts'
import { openEmptyPostgresql } from '../testing/test-postgresql.ts'
import { checkServer } from './check-server.ts'

const sound = { version: '170002', named: '17.2', timestamps: 'off', readOnly: 'off' }

/** Settings that differ from those of the test server. */
const settings = (changed: Partial<typeof sound>): ReadQuery => ({
  all: async () => [],
  get: async <Row>() => ({ ...sound, ...changed }) as Row,
})

test('the test server is accepted', async () => {
  await expect(checkServer((await openEmptyPostgresql()).query)).resolves.toBeUndefined()
})

test('a server of version 17 is accepted', async () => {
  await expect(checkServer(settings({}))).resolves.toBeUndefined()
})

test.each([
  ['a server of version 16', { version: '160009', named: '16.9' }, { code: 'old-server', detail: '16.9' }],
  ['a server that keeps the time of each commit', { timestamps: 'on' }, { code: 'commit-times' }],
  ['a standby', { readOnly: 'on' }, { code: 'read-only' }],
])('%s is refused', async (_, changed, fault) => {
  await expect(checkServer(settings(changed))).rejects.toMatchObject(fault)
})
