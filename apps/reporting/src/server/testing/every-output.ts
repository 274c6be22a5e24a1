import type { AnyTRPCProcedure } from '@trpc/server'
import { USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { headCode } from '@wayproof/scorecard/closing/seals/head-code'
import type { Hono } from 'hono'
import { createContextInner, type Services } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { procedures } from './procedures.ts'
import { sampleInputs } from './sample-inputs.ts'

/** Names of input fields, and the values used for them. */
const KNOWN = {
  locale: ['en'],
  email: ['nobody@x.example'],
  from: ['2026-01-01'],
  to: ['2026-06-30'],
  day: ['2025-07-01'],
  code: [headCode('0'.repeat(64))],
}

/** Returns a new random code each time. */
const RANDOM = ['rights.form']

const queries = procedures
  .filter(({ type, path }) => type === 'query' && !RANDOM.includes(path))
  .map(({ path }) => path)

const routes = appRouter._def.procedures as unknown as Readonly<Record<string, AnyTRPCProcedure>>

const PERIOD = '2026-H1'

/** Every call of every query about a half-year, with every input that its schema allows. */
const callsAbout = (period: string) =>
  queries.flatMap((path) => {
    const procedure = routes[path]
    return procedure ? sampleInputs(procedure, { ...KNOWN, period: [period] }).map((input) => ({ path, input })) : []
  })

export type OutputTexts = Readonly<Record<string, string>>

/** Results of every query for every role: values, and codes of refusals. */
export async function everyQuery(
  services: Services,
  roles: readonly UserRole[] = USER_ROLES,
  period = PERIOD,
): Promise<OutputTexts> {
  const calls = callsAbout(period)
  const seen: Record<string, string> = {}
  for (const role of roles) {
    const user = { id: role, name: role, email: `${role}@x.example`, role, locale: 'en' } as const
    const caller = appRouter.createCaller(createContextInner(services, { user })) as unknown as Callers
    for (const { path, input } of calls) {
      const [area = '', name = ''] = path.split('.')
      const result = await caller[area]?.[name]?.(input).then(
        (value) => JSON.stringify(value),
        (error: Error) => `refused: ${error.message}`,
      )
      seen[`${role} ${path} ${JSON.stringify(input)}`] = result ?? ''
    }
  }
  return seen
}

type Callers = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>

/** Queries that refuse every generated input as malformed, so that their results are unknown. */
export function untestedInputs(seen: OutputTexts): readonly string[] {
  const askedNames = new Set(
    Object.entries(seen)
      .filter(([, result]) => !/^refused: (BAD_REQUEST|FORBIDDEN|\[)/.test(result))
      .map(([key]) => key.split(' ')[1]),
  )
  return queries.filter((path) => !askedNames.has(path))
}

/** Every file and API response under these paths, with their known queries. */
export async function everyFile(
  app: Hono,
  send: (path: string) => Promise<Response>,
  period = PERIOD,
): Promise<OutputTexts> {
  const paths = app.routes
    .filter(({ method, path }) => method === 'GET' && /^\/(export|api\/v1)\//.test(path) && !path.includes('*'))
    .map(({ path }) => path.replace(/:period\b/, period).replace(/:\w+(\{[^}]*\})?/g, 'x'))
  const seen: Record<string, string> = {}
  for (const path of new Set(paths)) {
    for (const query of ['', `?period=${period}`, `?period=${period}&format=csv`, `?period=${period}&locale=en`]) {
      const answer = await send(`${path}${query}`)
      seen[`${path}${query}`] = `${answer.status} ${contents(Buffer.from(await answer.arrayBuffer()))}`
    }
  }
  return seen
}

/** Signatures of the parts of a ZIP archive, with the offset of their timestamp. */
const ZIP_MOMENTS = [
  ['PK\x03\x04', 10],
  ['PK\x01\x02', 12],
] as const

/** The text of a file; in a spreadsheet without timestamps of the machine, which are no figures of ours. */
function contents(body: Buffer): string {
  if (!body.subarray(0, 2).equals(Buffer.from('PK'))) return body.toString()
  for (const [mark, moment] of ZIP_MOMENTS)
    for (let at = body.indexOf(mark, 0, 'latin1'); at >= 0; at = body.indexOf(mark, at + 4, 'latin1'))
      body.fill(0, at + moment, at + moment + 4)
  return body.toString('base64')
}
