import ts from 'typescript'
import { isTest, isTool, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

type Ambient = 'clock' | 'random' | 'env' | 'timer'

const SYSTEM = /^packages\/kernel\/src\/system\.ts$/
const MAIN = /^apps\/[^/]+\/src\/main\.ts$/
/** The page's own time: when it was last used, and when it connects again. No figure depends on it. */
const BROWSER = /^apps\/reporting\/src\/web\/browser-time\.ts$/
/** Commands, and the packages that only commands import. */
const COMMANDS = /^(apps\/(cli|demo|bench)|packages\/(command-line|local-stack))\/src\//

/** Files that may use each ambient source. Tests and tools may use all of them. */
const PLACES: Readonly<Record<Ambient, readonly RegExp[]>> = {
  clock: [SYSTEM, MAIN, COMMANDS, BROWSER],
  random: [SYSTEM, MAIN, BROWSER],
  env: [/^apps\/[^/]+\/src\/config\.ts$/, /^packages\/command-line\/src\/environment\.ts$/, /\.config\.ts$/],
  // The mail session sets a timeout on a silent socket; no result of the product depends on that timer.
  timer: [SYSTEM, MAIN, COMMANDS, BROWSER, /^packages\/letters\/src\/smtp\/letter-time\.ts$/],
}

const MEMBERS = new Map<string, Ambient>(
  Object.entries({
    'Date.now': 'clock',
    'performance.now': 'clock',
    'performance.timeOrigin': 'clock',
    'process.hrtime': 'clock',
    'process.uptime': 'clock',
    'Temporal.Now': 'clock',
    'Math.random': 'random',
    'crypto.randomUUID': 'random',
    'crypto.randomBytes': 'random',
    'crypto.randomInt': 'random',
    'crypto.getRandomValues': 'random',
    'process.env': 'env',
  } as const),
)

const GLOBALS = new Map<string, Ambient>(
  Object.entries({
    setTimeout: 'timer',
    setInterval: 'timer',
  } as const),
)

const RANDOM_IMPORT = /^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues|webcrypto)$/

function importedAmbient(from: string, name: string): Ambient | undefined {
  if (/^(node:)?crypto$/.test(from)) return RANDOM_IMPORT.test(name) ? 'random' : undefined
  if (/^(node:)?timers(\/promises)?$/.test(from)) return name === 'setImmediate' ? undefined : 'timer'
  if (/^(node:)?perf_hooks$/.test(from)) return 'clock'
  if (/^(node:)?process$/.test(from)) return 'env'
  return undefined
}

function ambientOf(node: ts.Node): Ambient | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'clock'
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text
    return name === 'Date' ? 'clock' : GLOBALS.get(name)
  }
  if (ts.isPropertyAccessExpression(node)) {
    return MEMBERS.get(
      node
        .getText()
        .replace(/^globalThis\./, '')
        .replace(/\s/g, ''),
    )
  }
  if (ts.isImportSpecifier(node) && !node.isTypeOnly) {
    const declaration = node.parent.parent.parent
    const from = ts.isImportDeclaration(declaration) ? (declaration.moduleSpecifier as ts.StringLiteral).text : ''
    return importedAmbient(from, (node.propertyName ?? node.name).text)
  }
  return undefined
}

/**
 * Reports uses of the clock, randomness, the environment and timers outside an app's start-up code; all other code gets
 * them as arguments. `new Date(ms)` is a conversion and is allowed.
 */
export function findAmbient(file: ProjectFile): PlaceFault[] {
  if (isTest(file.path) || isTool(file.path)) return []
  const tree = treeOf(file)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    const ambient = ambientOf(node)
    if (ambient && !PLACES[ambient].some((pattern) => pattern.test(file.path))) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      faults.push({ path: file.path, line, rule: ambient, message: `\`${node.getText()}\` has no place here` })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
