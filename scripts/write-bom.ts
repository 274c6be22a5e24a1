import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// `pnpm bom [FILE]` writes the bill of materials (CycloneDX 1.7, JSON) of an installation: every production package of
// the lockfile, and Node.js. It writes to FILE, or to standard output.

const root = join(import.meta.dirname, '..')

const { components, ...bom } = JSON.parse(
  execFileSync(
    'pnpm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--prod', '--lockfile-only'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  ),
)
// Node.js is pinned as a development dependency, so that tests and releases use the same version.
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const node = {
  type: 'platform',
  name: 'node',
  version: devDependencies.node,
  purl: `pkg:generic/node@${devDependencies.node}`,
  cpe: `cpe:2.3:a:nodejs:node.js:${devDependencies.node}:*:*:*:*:*:*:*`,
  'bom-ref': `pkg:generic/node@${devDependencies.node}`,
}

const text = `${JSON.stringify({ ...bom, components: [node, ...components] }, null, 2)}\n`
const [file] = process.argv.slice(2)
if (file) writeFileSync(file, text)
else process.stdout.write(text)
