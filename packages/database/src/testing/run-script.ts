import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Runs a script of this folder in a child process and returns the JSON that it prints; rejects if it fails. */
export async function runScript<T>(name: string, ...args: string[]): Promise<T> {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args])
  return JSON.parse(stdout)
}
