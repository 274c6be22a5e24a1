import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Prints the address of each module that Node loads with the store. */
const SCRIPT = `
  import { registerHooks } from 'node:module'
  registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) })
  await import(${JSON.stringify(new URL('open-store.ts', import.meta.url))})
`

// Together they took 10 MB of each process that reads or writes the database.
test('a process that opens a store loads neither the sentences of both languages nor an HTML parser', () => {
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  const loaded = stdout.split('\n')
  expect(loaded.filter((url) => url.includes('/packages/operations/src/'))).not.toEqual([])
  expect(loaded.filter((url) => /\/packages\/messages\/|\/node_modules\/parse5\//.test(url))).toEqual([])
})
