import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'vite'

/** They load a compiled file that lies beside them. */
export const NATIVE: readonly string[] = ['better-sqlite3', 'sodium-native', '@myriaddreamin/typst-ts-node-compiler']

export const root: string = join(import.meta.dirname, '..')

/** A program that another program starts by its file: a thread or a child process. */
const STARTED_BY_FILE = /(new URL\('[^']+)\.ts(', import\.meta\.url\))/g

export interface Bundle {
  /** Source files by the name of their bundle, without an extension. */
  readonly entries: Readonly<Record<string, string>>
  /** The folder of the bundles, from the root. */
  readonly folder: string
  /** Where the tree with that folder lies: the root itself, or a release. */
  readonly into: string
  /** Whether the programs that it starts by file are bundles too (`.js`), as in a release, or sources (`.ts`). */
  readonly startsBundles: boolean
  /** One file for each entry; otherwise modules that are loaded late, or shared, are files of their own. */
  readonly single?: boolean
}

/** Puts programs and the JavaScript that they import together, so that they start without compiling a thousand files. */
export async function bundlePrograms({ entries, folder, into, startsBundles, single = false }: Bundle): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [whereItWas(join(root, folder), startsBundles)],
    ssr: { noExternal: true },
    // CommonJS modules that ask for their folder get that of the bundle, which is an ES module and has no `__dirname`.
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), __dirname: 'import.meta.dirname' },
    build: {
      ssr: true,
      outDir: join(into, folder),
      emptyOutDir: !single,
      target: 'node24',
      sourcemap: !startsBundles,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          ...(single ? { codeSplitting: false } : {}),
        },
      },
    },
  })
}

/**
 * A module that looks for something beside itself (the program of a thread, migrations, a font) still finds it where its
 * source lies: nothing but JavaScript is moved.
 */
function whereItWas(out: string, startsBundles: boolean): Plugin {
  const fromOut = (file: string) => relative(out, file)
  const urlOf = (file: string) => `new URL(${JSON.stringify(fromOut(file))}, import.meta.url).href`
  return {
    name: 'where-it-was',
    enforce: 'pre',
    resolveId: (id, importer) =>
      NATIVE.includes(id) && importer ? { id: fromOut(createRequire(importer).resolve(id)), external: true } : null,
    transform: (code, id) => {
      if (!code.includes('import.meta.url')) return null
      const started = startsBundles ? code.replaceAll(STARTED_BY_FILE, '$1.js$2') : code
      return { code: started.replaceAll('import.meta.url', urlOf(id.replace(/\?.*$/, ''))), map: null }
    },
  }
}

/** The programs that `code`, the text of the source `file`, starts by their files; paths from the root. */
export function programsStartedIn(file: string, code: string): readonly string[] {
  return [...code.matchAll(STARTED_BY_FILE)].map(([url]) =>
    join(dirname(file), url.slice(url.indexOf("'") + 1, url.indexOf("',"))),
  )
}
