import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { SETTING_NAMES } from '../packages/kernel/src/settings/setting-names.ts'

const root = join(import.meta.dirname, '..')
const shipped = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8')

const APPS = ['survey', 'reporting', 'scheduler'] as const

interface ComposeService {
  readonly user?: string
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly cap_add?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly ports?: readonly string[]
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly networks?: unknown
  readonly build?: { readonly target: string; readonly dockerfile: string }
}

const compose = parse(shipped('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, ComposeService>>
}
const services = Object.entries(compose.services)
const names = new Set<string>(SETTING_NAMES)

/** Names that a file of settings sets. */
const settingsIn = (text: string) => [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name)

test('every container is read-only, unprivileged and watched', () => {
  expect(services.map(([name]) => name)).toEqual(expect.arrayContaining([...APPS, 'postgres', 'caddy', 'mail-catcher']))
  for (const [name, service] of services) {
    expect(service, name).toMatchObject({ read_only: true, cap_drop: ['ALL'], user: expect.any(String) })
    expect(service.security_opt, name).toContain('no-new-privileges:true')
    expect(service.healthcheck?.test[0], name).toBe('CMD')
    expect(service.cap_add ?? [], name).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : [])
    // Its certificates belong to root, which has no other capability.
    if (name !== 'caddy') expect(service.user, name).not.toMatch(/^(0|root)(:|$)/)
    expect(service.image ?? 'a:1', name).toMatch(/:[\w.-]*\d[\w.-]*$/)
  }
})

test('only Caddy is reached from other machines, and the database not even by it', () => {
  const published = services.filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')))
  expect(published.map(([name]) => name)).toEqual(['caddy'])
  expect(compose.services.postgres?.networks).toEqual(['inside'])
  expect(Object.keys(compose.services.caddy?.networks ?? {})).toEqual(['outside'])
})

test('the compose file has no secret, and the apps know all its settings', () => {
  const values = services.flatMap(([, { environment = {} }]) => Object.entries(environment))
  for (const [name, value] of values)
    if (/PASSWORD|SECRET|KEY|TOKEN/.test(name)) expect(value, name).toMatch(/^\$\{\w+:\?[^}]*\}$/)
  expect(values.map(([name]) => name)).toContain('POSTGRES_PASSWORD')
  for (const [, password] of shipped('compose.yaml').matchAll(/:\/\/[^:/\s]+:([^@\s]+)@/g))
    expect(password).toMatch(/^\$\{/)
  for (const app of APPS) {
    const { environment = {}, build } = compose.services[app] ?? {}
    expect(Object.keys(environment).filter((name) => !names.has(name))).toEqual([])
    expect(build).toMatchObject({ target: app, dockerfile: 'deploy/Dockerfile' })
    const addresses = JSON.stringify(compose.services.caddy?.networks)
    expect(addresses).toBe(JSON.stringify({ outside: { ipv4_address: environment.TRUSTED_PROXY } }))
  }
  const example = settingsIn(shipped('wayproof.env.example'))
  expect(example.length).toBeGreaterThan(3)
  expect(example.filter((name) => !names.has(name))).toEqual([])
  expect(shipped('Caddyfile')).toContain(`{$SURVEY:127.0.0.1:4310}`)
  expect(compose.services.caddy?.environment).toEqual({ SURVEY: 'survey:4310', REPORTING: 'reporting:4320' })
})

test('each image is a stage without package manager or build, runs as a user, and asks the app whether it is live', () => {
  const [, build = '', ...stages] = shipped('Dockerfile').split(/^FROM /m)
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(build).toMatch(new RegExp(`^node:${devDependencies.node.replaceAll('.', '\\.')}-\\S+ AS build`))
  const [app = '', ...targets] = stages
  expect(app).toMatch(/^debian:\S+ AS app\n/)
  expect(app).toMatch(/^USER 10001:10001$/m)
  for (const stage of stages) expect(stage).not.toMatch(/npm|npx|apt-get|curl|COPY \. /)
  expect(targets.map((stage) => /^app AS (\w+)/.exec(stage)?.[1])).toEqual(APPS)
  for (const [at, target] of targets.entries()) {
    expect(target).toContain(`CMD ["wayproof", "alive", "${APPS[at]}"]`)
    expect(target.trimEnd()).toMatch(new RegExp(`\\nCMD \\["wayproof", "${APPS[at]}"\\]$`))
  }
  const set = [...stages.join('\n').matchAll(/(?:ENV | )([A-Z_]+)=/g)].map(([, name = '']) => name)
  expect(set.filter((name) => !names.has(name)).sort()).toEqual(['NODE_ENV', 'PATH'])
})

test('the units of systemd are hardened', () => {
  const units = readdirSync(join(root, 'deploy/systemd'))
  expect(units.sort()).toEqual(APPS.map((app) => `wayproof-${app}.service`).sort())
  for (const unit of units) {
    const text = shipped(`systemd/${unit}`)
    expect(text).not.toMatch(/^MemoryDenyWriteExecute/m)
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=', 'PrivateTmp=yes'])
      expect(text.split('\n')).toContain(line)
    expect(settingsIn(text.replaceAll(/^Environment=/gm, '')).filter((name) => !names.has(name))).toEqual([])
  }
})
