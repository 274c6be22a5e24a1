import { expect, test } from 'vitest'
import { typedWords } from './form.tsx'

test('words are unsaved from the first letter until they are submitted, and again if that fails', () => {
  const typed = typedWords()
  expect(typed.isTyped()).toBe(false)
  typed.input()
  expect(typed.isTyped()).toBe(true)
  typed.submitted()
  expect(typed.isTyped()).toBe(false)
  typed.failed()
  expect(typed.isTyped()).toBe(true)
})

test('the failure of another command does not make an untouched form unsaved', () => {
  const typed = typedWords()
  typed.failed()
  typed.submitted()
  typed.failed()
  expect(typed.isTyped()).toBe(false)
})
