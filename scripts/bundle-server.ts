import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

// Puts an app's server and the JavaScript that it imports into `dist/server/main.js`, so that it starts without compiling
// a thousand files. Run in the app's folder.

/** They load a compiled file that lies beside them. */
const NATIVE: readonly string[] = ['better-sqlite3', 'koffi', 'sodium-native']

const out = resolve('dist/server')
const fromOut = (file: string) => relative(out, file)

/**
 * A module that looks for something beside itself (the program of a thread, migrations, a font) still finds it where its
 * source lies: nothing but JavaScript is copied.
 */
const whereItWas: Plugin = {
  name: 'where-it-was',
  enforce: 'pre',
  resolveId: (id, importer) =>
    NATIVE.includes(id) && importer ? { id: fromOut(createRequire(importer).resolve(id)), external: true } : null,
  transform: (code, id) =>
    code.includes('import.meta.url')
      ? { code: code.replaceAll('import.meta.url', urlOf(id.replace(/\?.*$/, ''))), map: null }
      : null,
}

const urlOf = (file: string) => `new URL(${JSON.stringify(fromOut(file))}, import.meta.url).href`

await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [whereItWas],
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    ssr: 'src/main.ts',
    outDir: out,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' } },
  },
})
