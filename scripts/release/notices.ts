import type { Component } from './components.ts'

const LINE = '-'.repeat(80)

/** The license texts and notices of everything that a release contains. */
export function noticesText(components: readonly Component[]): string {
  const sections = components.map(({ name, version, license, texts }) => {
    const title = `${name} ${version}\nLicense: ${license}`
    const body = texts.length > 0 ? texts.join('\n\n') : 'The package brings no license text.'
    return `${LINE}\n${title}\n${LINE}\n\n${body}\n`
  })
  const lead = `This release of Wayproof contains the following ${components.length} components of others.\n`
  return [lead, ...sections].join('\n')
}
