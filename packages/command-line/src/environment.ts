import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { publicAddress } from '@wayproof/kernel/settings/app-settings'
import type { SettingName } from '@wayproof/kernel/settings/setting-names'

/** The environment that started processes inherit. Commands read it only in this file. */
export const inherited: Readonly<NodeJS.ProcessEnv> = process.env

/** Resolves a path from the caller's folder: pnpm runs scripts in the root and remembers that folder. */
export const callersPath = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** The repository has this source; a release has only bundles, and no package manager. */
const isReleased = !existsSync(new URL(import.meta.url))

/**
 * A text whose `wayproof NAME` is the command that exists here. pnpm has commands of its own with the names of some.
 */
export const withCommands = (text: string): string =>
  isReleased ? text : text.replace(/\bwayproof (doctor|upgrade)\b/g, `${PNPM} run $1`).replace(COMMAND, `${PNPM} `)

const PNPM = 'npx -y pnpm@12'
const COMMAND = /\bwayproof (?=[a-z]+(?:-[a-z]+)*\b)/g

/** Package.json sets this for commands that need the built apps. Processes that they start do not inherit it. */
export const buildsFirst: boolean = !isReleased && process.env.BUILD_FIRST === 'yes'
delete process.env.BUILD_FIRST

/** The width of the terminal behind `stream` in cells; null if none reads it. */
export function columnsOf(stream: NodeJS.WriteStream): number | null {
  const columns = Number(stream.columns ?? process.env.COLUMNS)
  return columns > 0 ? columns : null
}

const PATHS = [
  'KEY_FILE',
  'OUTBOX_DIR',
  'ACCESS_LOG',
  'BACKUP_DIR',
  'BACKUP_KEY',
  'WAVE_KEY_DIR',
  'BOUNCE_DIR',
  'DKIM_KEY_FILE',
] as const satisfies readonly SettingName[]

/** A `DATABASE_URL` whose file, if it names one, is resolved from the caller's folder. */
export function callersDatabase(url: string): string {
  const file = /^file:(.+)$/.exec(url)?.[1]
  return file ? `file:${callersPath(file)}` : url
}

/** The folders and files of an installation, resolved from the caller's folder; the apps run in another one. */
export function callersPlaces(): { readonly DATA_DIR: string } & Record<string, string> {
  const places: { DATA_DIR: string } & Record<string, string> = { DATA_DIR: callersPath(inherited.DATA_DIR ?? 'data') }
  for (const name of PATHS) if (inherited[name]) places[name] = callersPath(inherited[name])
  if (inherited.DATABASE_URL) places.DATABASE_URL = callersDatabase(inherited.DATABASE_URL)
  return places
}

/** The places of the named data folder, without a name those of the caller. Backups stay in their usual folder. */
export function placesIn(data: string | undefined): { readonly DATA_DIR: string } & Record<string, string> {
  if (data === undefined) return callersPlaces()
  const { BACKUP_DIR, BACKUP_KEY } = callersPlaces()
  return { DATA_DIR: callersPath(data), ...(BACKUP_DIR && { BACKUP_DIR }), ...(BACKUP_KEY && { BACKUP_KEY }) }
}

/** The organization's time zone, as the apps read it. */
export const timeZone: string = inherited.TIME_ZONE ?? 'Asia/Shanghai'

/** The public address of the dashboard, as its app reads it. */
export const reportingUrl: string = publicAddress(inherited.REPORTING_URL, Number(inherited.REPORTING_PORT ?? 4320))

export const temporaryFolder: string = tmpdir()

/** The language of the terminal: Chinese where the system's is, else English. */
export const terminalLanguage: string = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en'
