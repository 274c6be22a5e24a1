import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../bundle-program.ts'
import type { Component } from './components.ts'

const NODE = 'node'

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolution: { readonly integrity?: string } }>>
}

/** The bill of materials of a release: CycloneDX 1.6 in JSON. */
export function billOfMaterials(version: string, components: readonly Component[]): string {
  const { packages }: Lockfile = parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'))
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'wayproof', name: 'wayproof', version },
    },
    components: components.map((component) => {
      // The npm package of Node.js only fetches the program.
      const isProgram = component.name === NODE
      const { integrity } = (!isProgram && packages[`${component.name}@${component.version}`]?.resolution) || {}
      return { ...entryOf(component), ...(integrity && { hashes: [hashOf(integrity)] }) }
    }),
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

function entryOf({ name, version, license }: Component) {
  const licenses = [/ (AND|OR|WITH) /.test(license) ? { expression: license } : { license: { id: license } }]
  if (name === NODE) {
    const purl = `pkg:generic/node@${version}`
    const cpe = `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`
    return { type: 'platform', 'bom-ref': purl, name, version, licenses, cpe, purl }
  }
  const [, group, packageName = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? []
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { type: 'library', 'bom-ref': purl, ...(group && { group }), name: packageName, version, licenses, purl }
}

/** The hash of the package's archive, from the lockfile. */
function hashOf(integrity: string) {
  const [algorithm = '', content = ''] = integrity.split('-', 2)
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(content, 'base64').toString('hex'),
  }
}
