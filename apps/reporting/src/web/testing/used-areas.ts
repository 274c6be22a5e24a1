import { dirname, join } from 'node:path'
import ts from 'typescript'

/** The text areas that the dashboard's modules use, found with the TypeScript compiler. */
export interface UsedAreas {
  /** Areas used by `file` and all its imports; `lazy` also follows dynamic imports. */
  areasOf(file: string, withLazy: boolean): ReadonlySet<string>
}

const AREAS = new Map([
  ['packages/messages/src/en.ts', ''],
  ['packages/messages/src/en/dashboard/reporting.ts', 'reporting.'],
])

/** Compiles the program once. `root` is the repository, `entry` the module that imports all others. */
export function usedAreas(root: string, entry: string): UsedAreas {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'apps/reporting/tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  const options = { ...config?.options, types: [] }
  const host = ts.createCompilerHost(options)
  const cache = ts.createModuleResolutionCache(root, (name) => name, options)
  // Skips the server and other packages, which take most of the compiler's time and use no texts of the dashboard.
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const isOwnModule = /^(\.|@wayproof\/|react$)/.test(text) && !/(^|\/)server\//.test(text)
      return isOwnModule ? ts.resolveModuleName(text, from, options, host, cache) : { resolvedModule: undefined }
    })
  const program = ts.createProgram([entry], options, host)
  const checker = program.getTypeChecker()
  const isOwnFile = (path: string): boolean => path.startsWith(`${root}/`) && !path.includes('/node_modules/')
  const resolve = (from: string, to: string): string | undefined => {
    const resolvedPath = ts.resolveModuleName(to, from, options, host, cache).resolvedModule?.resolvedFileName
    const realPath = resolvedPath && ts.sys.realpath ? ts.sys.realpath(resolvedPath) : resolvedPath
    return realPath && isOwnFile(realPath) && /\.tsx?$/.test(realPath) ? realPath : undefined
  }

  const areaOf = (symbol: ts.Symbol | undefined): string | undefined => {
    for (const declaration of symbol?.declarations ?? []) {
      const file = declaration.getSourceFile().fileName
      const prefix = [...AREAS].find(([path]) => file === join(root, path))?.[1]
      const isMember = ts.isShorthandPropertyAssignment(declaration) || ts.isPropertyAssignment(declaration)
      if (prefix !== undefined && isMember && symbol && symbol.name !== 'reporting') return prefix + symbol.name
    }
    return undefined
  }
  const names = new Set([...AREAS.keys()].flatMap((path) => areaNames(program.getSourceFile(join(root, path)))))
  const areaAt = (node: ts.Node): string | undefined => {
    // Types are slow to look up, so only names of areas are checked.
    if (ts.isPropertyAccessExpression(node)) {
      return names.has(node.name.text) ? areaOf(checker.getSymbolAtLocation(node.name)) : undefined
    }
    if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined
    const name = node.propertyName ?? node.name
    return ts.isIdentifier(name) ? areaOf(checker.getTypeAtLocation(node.parent).getProperty(name.text)) : undefined
  }

  const read = new Map<string, Module>()
  const moduleOf = (file: string): Module => {
    const cached = read.get(file)
    if (cached) return cached
    const module: Module = { areas: new Set(), imports: new Set(), lazy: new Set() }
    read.set(file, module)
    const source = program.getSourceFile(file)
    // The text modules refer to each other's types, which is no use.
    if (!source || dirname(file).includes('packages/messages/src/')) return module
    const visit = (node: ts.Node): void => {
      if (bringsItsWords(node)) return
      const to = importOf(node)
      const target = to && resolve(file, to.from)
      if (target) module[to.isLazy ? 'lazy' : 'imports'].add(target)
      const area = areaAt(node)
      if (area) module.areas.add(area)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return module
  }

  return {
    areasOf: (file, withLazy) => {
      const visited = new Set<string>()
      const allAreas = new Set<string>()
      const walk = (path: string): void => {
        if (visited.has(path)) return
        visited.add(path)
        const { areas, imports, lazy: lazyImports } = moduleOf(path)
        for (const area of areas) allAreas.add(area)
        for (const next of withLazy ? [...imports, ...lazyImports] : imports) walk(next)
      }
      walk(file)
      return allAreas
    },
  }
}

/** Lists the property names of an object literal. */
function areaNames(file: ts.SourceFile | undefined): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) names.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  if (file) visit(file)
  return names
}

interface Module {
  readonly areas: Set<string>
  readonly imports: Set<string>
  readonly lazy: Set<string>
}

/** Says whether a node is a page or part that loads together with its own words. */
const bringsItsWords = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^(page|part)$/.test(node.expression.text)

/** Gives the module that a node imports at run time. */
function importOf(node: ts.Node): { readonly from: string; readonly isLazy: boolean } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const isTypeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly
    const from = node.moduleSpecifier
    return from && ts.isStringLiteral(from) && !isTypeOnly ? { from: from.text, isLazy: false } : undefined
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [from] = node.arguments
  return from && ts.isStringLiteral(from) ? { from: from.text, isLazy: true } : undefined
}
