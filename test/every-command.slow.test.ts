import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const { scripts, version }: { scripts: Record<string, string>; version: string } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

/** The commands of the product: scripts that run one program. A name with a colon is a step of the checks. */
const commands = Object.entries(scripts).filter(([name, line]) => !name.includes(':') && / ?tsx \S+$/.test(line))

const COLUMNS = 60

/** Runs a script as pnpm does, in a terminal of 60 columns. */
async function run(line: string, args: string, LANG = 'en') {
  const env = { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, COLUMNS: String(COLUMNS), LANG }
  const ran = promisify(execFile)('sh', ['-c', `${line} ${args}`], { cwd: root, env: { ...env, LC_ALL: '' } })
  return ran.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

const cells = (text: string) => text.replace(/[\p{Script=Han}，。：；（）、？“”]/gu, 'xx').length
/** Lines that are wider than the terminal, except words that have no place to break. */
const wide = (text: string) => text.split('\n').filter((line) => cells(line) > COLUMNS && line.trim().includes(' '))

test('the list of commands has those that build first and those that do not', () => {
  const names = commands.map(([name]) => name)
  expect(names).toEqual(expect.arrayContaining(['demo', 'release', 'bench', 'backup', 'doctor', 'dev', 'bom']))
  expect(names.length).toBeGreaterThanOrEqual(25)
})

describe.each(commands)('%s', (name, line) => {
  test('--help prints the usage within 60 columns and builds nothing', async () => {
    const { code, stdout, stderr } = await run(line, '--help')
    expect([code, stderr]).toEqual([0, ''])
    const flat = stdout.replace(/\s+/g, ' ')
    expect(flat).toMatch(new RegExp(`^Usage: npx -y pnpm@12 (run )?${name}\\b`))
    expect(flat).toContain('--version the version.')
    expect(wide(stdout)).toEqual([])
  })

  test('--version prints the version', async () => {
    expect(await run(line, '--version')).toEqual({ code: 0, stdout: `Wayproof ${version}\n`, stderr: '' })
  })
})

// All commands read their options in one place; these three build, do not build, and write to a folder.
test.each(commands.filter(([name]) => ['demo', 'backup', 'release'].includes(name)))(
  '%s refuses a misspelled option in Chinese with the one that was meant, before a build',
  async (_, line) => {
    const { code, stdout, stderr } = await run(line, '--verison', 'zh_CN.UTF-8')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^未知选项：--verison。是否应为 --version？\n用法：/)
    expect(wide(stderr)).toEqual([])
    expect(existsSync(join(root, '--verison'))).toBe(false)
  },
)
