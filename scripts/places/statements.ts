import ts from 'typescript'
import { isTest, type PlaceFault, type ProjectFile } from './place.ts'

const STORE = /^packages\/store\/src\/([\w-]+)\//

/**
 * Folders of the store whose work is SQL (docs/decisions/087): they count, move many rows, are on a hot path, or run before
 * Prisma Client is loaded.
 */
const FOLDERS_OF_SQL: ReadonlySet<string> = new Set([
  'anonymity',
  'answers',
  'damage',
  'engine',
  'facts',
  'imports',
  'installation',
  'outbox',
  'registers',
  'retention',
  'tallies',
  'tracing',
  'travelers',
  'unlinking',
])

/** Folders that still have files with statements, and how many. None may be added. */
const WAITING: ReadonlyMap<string, number> = new Map(
  Object.entries({
    accounts: 1,
    backup: 5,
    closing: 9,
    comments: 2,
    editions: 1,
    health: 1,
    opening: 8,
    organisation: 1,
    questionnaires: 1,
    questions: 3,
    reminders: 3,
    rules: 1,
    'sign-in': 2,
    upgrade: 1,
    waves: 6,
  }),
)

const STATEMENT = /^\s*(WITH\s+\w+(\(.*\))?\s+AS|SELECT\s|INSERT\s+INTO|UPDATE\s+["\w]+\s+SET|DELETE\s+FROM)/

/** Reports files with SQL in folders of the store that keep records, unless their folder waits. */
export function findStatements(files: readonly ProjectFile[], allowance = WAITING): PlaceFault[] {
  const faults = files.flatMap((file) => statementOf(file))
  const folders = Map.groupBy(faults, ({ path }) => STORE.exec(path)?.[1] ?? '')
  return [...folders].flatMap(([folder, folderFaults]) =>
    folderFaults.length > (allowance.get(folder) ?? 0) ? folderFaults : [],
  )
}

/** The first statement of a file that keeps records. */
function statementOf({ path, text }: ProjectFile): PlaceFault[] {
  const [, folder] = STORE.exec(path) ?? []
  if (folder === undefined || FOLDERS_OF_SQL.has(folder) || isTest(path)) return []
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const find = (node: ts.Node): ts.Node | undefined =>
    isText(node) && STATEMENT.test(node.text) ? node : ts.forEachChild(node, find)
  const node = find(tree)
  if (!node) return []
  const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
  return [{ path, line, rule: 'statement', message: `records of \`${folder}\` go through Prisma Client, not SQL` }]
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.TemplateHead | ts.NoSubstitutionTemplateLiteral =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node)
