import { expect, test } from 'vitest'
import { wrapText } from './command-line.ts'

test('an option stays on one line with its value', () => {
  expect(wrapText('Usage: wayproof backup [FILE] [--data FOLDER] [--json]', 40)).toBe(
    'Usage: wayproof backup [FILE]\n[--data FOLDER] [--json]',
  )
})

test('a Chinese character takes two cells, and no line begins with punctuation', () => {
  expect(wrapText('生成加密的数据库副本，应用运行时也可进行。', 20)).toBe(
    '生成加密的数据库副\n本，应用运行时也可进\n行。',
  )
})

test('later lines of a list begin below the text of the first one', () => {
  expect(wrapText('  backup   Encrypts a copy of the database', 30)).toBe(
    '  backup   Encrypts a copy of\n           the database',
  )
})

test('a word that is longer than a line stays whole, and empty lines stay', () => {
  expect(wrapText('one\n\nhttps://survey.example.com/a/long/address is here', 20)).toBe(
    'one\n\nhttps://survey.example.com/a/long/address\nis here',
  )
})
