import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
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
  expect(app).toMatch(/^COPY deploy\/run-app.sh (\S+)\nENTRYPOINT \["sh", "\1"\]$/m)
  for (const stage of stages) expect(stage).not.toMatch(/npm|npx|apt-get|curl|COPY \. /)
  expect(targets.map((stage) => /^app AS (\w+)/.exec(stage)?.[1])).toEqual(APPS)
  for (const [at, target] of targets.entries()) {
    expect(target).toContain(`CMD ["wayproof", "alive", "${APPS[at]}"]`)
    expect(target.trimEnd()).toMatch(new RegExp(`\\nCMD \\["wayproof", "${APPS[at]}"\\]$`))
  }
  const set = [...stages.join('\n').matchAll(/(?:ENV | )([A-Z_]+)=/g)].map(([, name = '']) => name)
  expect(set.filter((name) => !names.has(name)).sort()).toEqual(['NODE_ENV', 'PATH'])
})

/** Runs a shell command as the app of a container. */
function container(command: string) {
  const child = spawn('sh', [join(root, 'deploy/run-app.sh'), 'sh', '-c', command], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  return { child, output: () => output, ended: once(child, 'exit') }
}

test('a container ends with its app, and forwards a signal to it', async () => {
  expect(await container('exit 3').ended).toEqual([3, null])
  const { child, output, ended } = container(
    'trap "echo stopping; sleep 0.2; echo stopped; exit 0" TERM; echo ready; while :; do sleep 0.05; done',
  )
  await expect.poll(output).toBe('ready\n')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(output()).toBe('ready\nstopping\nstopped\n')
})

test('a container stays after the end of an app whose settings are at fault, until it is stopped', async () => {
  const { child, output, ended } = container('echo ended; exit 78')
  await expect.poll(output).toBe('ended\n')
  const sleeps = async () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')
  await expect
    .poll(async () => (await sleeps()).map((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8')))
    .toEqual(['sleep\n'])
  expect(child.exitCode).toBe(null)
  const [sleep] = await sleeps()
  child.kill('SIGTERM')
  expect(await ended).toEqual([78, null])
  process.kill(Number(sleep))
})

test('the units of systemd are hardened', () => {
  const units = readdirSync(join(root, 'deploy/systemd'))
  expect(units.sort()).toEqual(APPS.map((app) => `wayproof-${app}.service`).sort())
  for (const unit of units) {
    const text = shipped(`systemd/${unit}`)
    expect(text).not.toMatch(/^MemoryDenyWriteExecute/m)
    for (const line of [
      'RestartPreventExitStatus=78',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'PrivateTmp=yes',
    ])
      expect(text.split('\n')).toContain(line)
    expect(settingsIn(text.replaceAll(/^Environment=/gm, '')).filter((name) => !names.has(name))).toEqual([])
  }
})
