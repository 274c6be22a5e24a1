import ts from 'typescript'
import { isTest, type PlaceFault, type ProjectFile } from './place.ts'

const STORE = /^packages\/store\/src\/(.+)\/[^/]+$/

/** Folders of the store whose work is SQL, each with the reason (docs/decisions/087). Folders inside them count as well. */
const FOLDERS_OF_SQL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'accounts/log': 'one list out of the records of eleven tables',
    anonymity: 'attacks on tables',
    answers: 'saving an answer is the hottest path',
    'audit-log/rows': 'entries of acts that change rows with SQL; `verify` opens a file without Prisma Client',
    backup: 'copies and checks whole files, and holds back all their letters',
    'languages/active': 'survey pages read them and do not load Prisma Client',
    'letter-rate': 'counts beside each claim of letters',
    'closing/evidence': 'digests of whole tables; `verify` opens a file without Prisma Client',
    damage: 'checks whole files',
    engine: 'the two engines',
    facts: 'counts',
    health: 'each probe measures the database, also of the survey app, which does not load Prisma Client',
    imports: 'stages the rows of a file and takes them over at once',
    installation: 'runs before Prisma Client is loaded',
    move: 'copies whole databases',
    'opening/rows': 'an opening writes 100,000 invitations with their letters',
    outbox: 'claims and marks 100 letters per second',
    'questionnaires/published': 'survey links read it and do not load Prisma Client',
    'questions/start': 'runs when an app starts, before Prisma Client is loaded',
    registers: 'the columns of registers come from their descriptions',
    reminders: 'posts up to 100,000 letters for a wave',
    retention: 'deletes many rows at once',
    'sample-data': 'deletes the rows of many tables at once, and is asked beside each claim of letters',
    'sign-in/timing': 'the time of a call must not reveal whether an address is known',
    'table-stream': 'copies whole tables from one engine to the other',
    rotation: 'encrypts whole columns again',
    tallies: 'counts',
    tracing: 'selects the rows behind a count',
    trial: 'the survey app, which does not load Prisma Client, answers it; a restore removes it',
    travelers: 'stages 1,000,000 rows of a file',
    unlinking: 'rewrites all answers of a wave',
    tries: 'counts with one statement, and without a read before it',
    'wave-keys': 'the survey app, which does not load Prisma Client, reports its keys',
    upgrade: 'compares whole tables before and after migrations',
    'waves/counts': 'counts',
    'waves/letters': 'counts and changes the letters of a wave',
  }),
)

const STATEMENT = /^\s*(WITH\s+\w+(\(.*\))?\s+AS|SELECT\s|INSERT\s+INTO|UPDATE\s+["\w]+\s+SET|DELETE\s+FROM)/

/** Reports files with SQL in folders of the store that keep records. */
export const findStatements = (files: readonly ProjectFile[]): PlaceFault[] =>
  files.flatMap((file) => statementOf(file))

/** The first statement of a file that keeps records. */
function statementOf({ path, text }: ProjectFile): PlaceFault[] {
  const [, folder] = STORE.exec(path) ?? []
  if (folder === undefined || isOfSql(folder) || isTest(path)) return []
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const find = (node: ts.Node): ts.Node | undefined =>
    isText(node) && STATEMENT.test(node.text) ? node : ts.forEachChild(node, find)
  const node = find(tree)
  if (!node) return []
  const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
  return [{ path, line, rule: 'statement', message: `records of \`${folder}\` go through Prisma Client, not SQL` }]
}

const isOfSql = (folder: string): boolean => {
  const parts = folder.split('/')
  return parts.some((_, last) => FOLDERS_OF_SQL.has(parts.slice(0, last + 1).join('/')))
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.TemplateHead | ts.NoSubstitutionTemplateLiteral =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node)
