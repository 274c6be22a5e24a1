import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { benchSettings } from '../config.ts'
import { serveStub } from './stub-server.ts'

// The limit of a database in a file: answers that arrive together are appended to a file, which is synced once.

const file = openSync(benchSettings.STUB_FILE, 'a')

serveStub((bodies) => {
  writeSync(file, Buffer.concat(bodies))
  fdatasyncSync(file)
})
process.once('SIGTERM', () => {
  closeSync(file)
  process.exit(0)
})
