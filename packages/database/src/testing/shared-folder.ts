import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../../../shared')

/** A file of the real data, which is beside the repository and never copied into it. */
export const sharedFile = (...path: string[]): string => join(folder, ...path)

/** Tests on that data. Without it a skipped test says so; REQUIRE_SHARED=1 makes that a failure. */
export function describeOnSharedData(name: string, tests: () => void): void {
  if (existsSync(join(folder, 'data'))) describe(name, tests)
  else {
    test(`${name}: not run: ../shared/data is not beside the repository`, () => {
      expect(process.env.REQUIRE_SHARED, `${folder} is missing`).not.toBe('1')
    })
  }
}
