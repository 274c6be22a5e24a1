import type { PlaceFault, ProjectFile } from './place.ts'

/** External packages that the lowest packages, which a browser loads, may depend on. */
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  kernel: /^(pino|sodium-native|temporal-polyfill|zod)$/,
  statistics: /^zod$/,
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Reports external dependencies of core packages and versions that are not in the catalog. */
export function findDependencies(file: ProjectFile): PlaceFault[] {
  const [, folder, name] = /^(apps|packages)\/([^/]+)\/package\.json$/.exec(file.path) ?? []
  if (!name) return []
  const { dependencies = {}, devDependencies = {} } = JSON.parse(file.text) as Manifest
  const allowed = folder === 'packages' ? OUTSIDE[name] : undefined
  const faults: PlaceFault[] = []
  const addFault = (rule: string, message: string): void =>
    void faults.push({ path: file.path, line: 1, rule, message })
  for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (version !== 'catalog:' && version !== 'workspace:*')
      addFault('version', `${dependency} is not from the catalog`)
  }
  for (const dependency of Object.keys(dependencies)) {
    if (allowed && !dependency.startsWith('@wayproof/') && !allowed.test(dependency)) {
      addFault('core-dependency', `${name} does without ${dependency}`)
    }
  }
  return faults
}
