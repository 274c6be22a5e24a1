import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css']

/** Copies the renderer of the API's page into the build, as files that no page of the dashboard loads. */
export const apiPageFiles = (): Plugin => ({
  name: 'api-page-files',
  apply: 'build',
  async generateBundle() {
    const { resolve } = createRequire(import.meta.url)
    for (const name of FILES)
      this.emitFile({ type: 'asset', name, source: await readFile(resolve(`swagger-ui-dist/${name}`)) })
  },
})
