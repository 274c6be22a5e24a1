import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

test('the bill of materials lists the production packages in their exact versions and no development package', () => {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/write-bom.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { bomFormat, components } = JSON.parse(output) as {
    bomFormat: string
    components: { name: string; group?: string; version: string }[]
  }
  expect(bomFormat).toBe('CycloneDX')
  const listedPackages = new Set(
    components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
  )
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(listedPackages).toContain(`node@${devDependencies.node}`)
  for (const [name, version] of [...catalogVersions()].filter(([name]) => RUN.includes(name))) {
    expect(listedPackages).toContain(`${name}@${version}`)
  }
  const names = new Set(components.map(({ name }) => name))
  expect(['vitest', 'knip', 'turbo', 'tsx'].filter((name) => names.has(name))).toEqual([])
})

const RUN = ['better-sqlite3', 'sodium-native', 'hono', 'nodemailer', 'react', '@trpc/server', '@prisma/client']

function catalogVersions(): Map<string, string> {
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  return new Map(
    [...catalog.matchAll(/^ {2}"?([^":\s]+)"?: ([\d.]+)$/gm)].map(([, name = '', version = '']) => [name, version]),
  )
}
