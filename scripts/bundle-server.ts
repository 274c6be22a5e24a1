import { relative } from 'node:path'
import { bundlePrograms, root } from './bundle-program.ts'

// Bundles an app's server into `dist/server/main.js`. Run it in the app's folder.

const app = relative(root, process.cwd())
await bundlePrograms({
  entries: { main: `${app}/src/main.ts` },
  folder: `${app}/dist/server`,
  target: root,
  canStartBundles: false,
})
