import { existsSync } from 'node:fs'
import { TestRunner } from 'vitest'

/**
 * Skips the current test with the reason unless the machine has a program, for tests of the full tier. In CI, which installs
 * all of them, a missing program fails the test.
 */
export function requireProgram(path: string, debianPackage: string): void {
  if (!existsSync(path)) skipTest(`${path} is missing: install the Debian package ${debianPackage}`)
}

/** Skips the current test with the reason unless it runs as root; in CI it fails. */
export function requireRoot(purpose: string): void {
  if (process.getuid?.() !== 0) skipTest(`only root may ${purpose}`)
}

function skipTest(reason: string): never {
  if (!process.env.CI) TestRunner.getCurrentTest()?.context.skip(reason)
  throw new Error(reason)
}
