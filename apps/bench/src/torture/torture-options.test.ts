import { words } from '@wayproof/command-line/command-line'
import { expect, it } from 'vitest'
import { tortureOptions } from './torture-options.ts'

const { usage, faults } = words.torture

it.each([
  [[], faults.what],
  [['everything'], faults.what],
  [['letters', '--kills', '101'], faults.count('--kills', 0, 100)],
  [['letters', '--kills', 'many'], faults.count('--kills', 0, 100)],
  [['letters', '--recipients', '0'], faults.count('--recipients', 1, 20_000)],
  [['letters', '--lease', '0'], faults.count('--lease', 1, 3600)],
  [['letters', '--sink', 'kitchen'], faults.sink],
  [['letters', '--seed', 'a b'], words.faults.badSeed],
  [['answers', '--sink', 'clean'], words.faults.unknownOption('--sink')],
  [['answers', '--lease', '5'], words.faults.unknownOption('--lease')],
  [['letters', 'answers'], words.faults.unknownOption('answers')],
  [['letters', '--seeds', '2'], words.faults.unknownOption('--seeds', '--seed')],
  [['letters', '--kills'], words.faults.optionValue('--kills')],
])('%j gets its fault and the usage', (args, sentence) => {
  expect(() => tortureOptions(args)).toThrow(`${sentence}\n${usage}`)
})

it('by default it kills the product 20 times, with a healthy mail server', () => {
  expect(tortureOptions(['letters'])).toEqual({
    kind: 'letters',
    recipients: 3000,
    kills: 20,
    seconds: 180,
    seed: '1',
    sink: 'rough',
    lease: 60,
    json: false,
    data: undefined,
    database: undefined,
  })
  expect(() => tortureOptions(['--help'])).toThrow(usage)
})
