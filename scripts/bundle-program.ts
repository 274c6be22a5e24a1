import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'vite'

/** Packages that load a compiled file from their own folder and therefore stay unbundled. */
const NATIVE: readonly string[] = ['better-sqlite3', 'sodium-native', '@myriaddreamin/typst-ts-node-compiler']

export const root: string = join(import.meta.dirname, '..')

/** Their modules that find the compiled file by their own folder. They are bundled: Node takes 20 ms for these 30 files. */
const BINDINGS = ['better-sqlite3/lib/binding.js', 'sodium-native/binding.js']

/** Matches a program that another program starts by file: a thread or a child process. */
const STARTED_BY_FILE = /(new URL\('[^']+)\.ts(', import\.meta\.url\))/g

export interface Bundle {
  /** Source files by bundle name, without an extension. */
  readonly entries: Readonly<Record<string, string>>
  /** Folder of the bundles, relative to the root. */
  readonly folder: string
  /** Tree that contains that folder: the root itself, or a release. */
  readonly target: string
  /** True if programs started by file are bundles too (`.js`), as in a release; false if they are sources (`.ts`). */
  readonly canStartBundles: boolean
  /** True: one file per entry. False: shared and lazily loaded modules become files of their own. */
  readonly isSingleFile?: boolean
}

/** A package that a program loads when it runs, by the source that names it; paths are relative to the root. */
export interface LoadedPackage {
  readonly importer: string
  readonly name: string
}

/** A package whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
}

/** The file in which Vite lists the packages of a bundle with their licenses, in the bundle's folder. */
export const LICENSES = '.vite/licenses.json'

export interface Bundled {
  /** Packages that stay outside. */
  readonly loaded: readonly LoadedPackage[]
  readonly inside: readonly BundledPackage[]
}

/** `createRequire` of a source: Node.js itself finds these packages, from beside the source. */
const REQUIRED = /\brequireHere(?:\.resolve)?\(\s*['`]((?:@[\w.-]+\/)?[\w.-]+)/g

/**
 * Bundles programs with the JavaScript that they import, so that they start without compiling a thousand files. Returns
 * the packages inside and outside.
 */
export async function bundlePrograms({
  entries,
  folder,
  target,
  canStartBundles,
  isSingleFile = false,
}: Bundle): Promise<Bundled> {
  const loaded: LoadedPackage[] = []
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [whereItWas(join(root, folder), canStartBundles, loaded), asciiOnly()],
    ssr: { noExternal: true },
    // Otherwise a caller's NODE_ENV decides, and pages compiled for development do not render in production.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    // CommonJS modules that read `__dirname` get the bundle's folder: the bundle is an ES module and has no
    // `__dirname`.
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), __dirname: 'import.meta.dirname' },
    build: {
      ssr: true,
      outDir: join(target, folder),
      emptyOutDir: !isSingleFile,
      target: 'node24',
      sourcemap: !canStartBundles,
      minify: false,
      license: { fileName: LICENSES },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
        // The browser's packages mark their modules for a framework that is not used.
        onLog: (level, log, report) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log)),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          ...(isSingleFile ? { codeSplitting: false } : {}),
        },
      },
    },
  })
  const list = join(target, folder, LICENSES)
  const inside: readonly BundledPackage[] = JSON.parse(readFileSync(list, 'utf8'))
  rmSync(dirname(list), { recursive: true })
  return { loaded, inside }
}

/**
 * Resolves a module's own files (a thread's program, migrations, a font) at their source location, because only
 * JavaScript is bundled.
 */
function whereItWas(out: string, canStartBundles: boolean, loaded: LoadedPackage[]): Plugin {
  const fromOut = (file: string) => relative(out, file)
  const urlOf = (file: string) => `new URL(${JSON.stringify(fromOut(file))}, import.meta.url).href`
  return {
    name: 'where-it-was',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (!NATIVE.includes(id) || !importer) return null
      loaded.push({ importer: relative(root, importer), name: id })
      if (BINDINGS.some((file) => file.startsWith(`${id}/`))) return null
      return { id: fromOut(createRequire(importer).resolve(id)), external: true }
    },
    transform: (code, id) => {
      if (BINDINGS.some((file) => id.endsWith(`/${file}`)))
        return { code: bindingWhereItWas(code, fromOut(id)), map: null }
      if (!code.includes('import.meta.url')) return null
      const importer = relative(root, id)
      for (const [, name = ''] of code.matchAll(REQUIRED)) loaded.push({ importer, name })
      const started = canStartBundles ? code.replaceAll(STARTED_BY_FILE, '$1.js$2') : code
      return { code: started.replaceAll('import.meta.url', urlOf(id.replace(/\?.*$/, ''))), map: null }
    },
  }
}

/** `require` of a bundle has no property for a function of the package. */
const bindingWhereItWas = (code: string, file: string): string =>
  code
    .replace('require.addon = ', 'const addon = ')
    .replace('require.addon(', 'addon(')
    .replaceAll(/__(file|dir)name/g, (_, kind) => `(__dirname + '/${kind === 'file' ? file : dirname(file)}')`)

/** Escapes every other character: V8 keeps two bytes for each character of a source that has one of them. */
function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle: (_options, bundle) => {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code)) throw new Error('an escape changes a String.raw template')
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
      }
    },
  }
}

/** Returns the programs that `code`, the text of the source `file`, starts by file; paths are relative to the root. */
export function programsStartedIn(file: string, code: string): readonly string[] {
  return [...code.matchAll(STARTED_BY_FILE)].map(([url]) =>
    join(dirname(file), url.slice(url.indexOf("'") + 1, url.indexOf("',"))),
  )
}
