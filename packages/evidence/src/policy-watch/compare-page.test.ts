import { expect, test } from 'vitest'
import { POLICY } from '../testing/policy-watch-fixture.ts'
import { comparePage } from './compare-page.ts'

const texts = [{ version: '6', text: POLICY }]
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const compare = (bytes: Uint8Array, contentType: string | null = 'text/html') =>
  comparePage({ bytes, contentType }, texts)
const unread = (outcome: string) => ({ outcome, version: null, nearest: null })

test('a plain-text page may mark up the policy with Markdown', () => {
  const marked = bytesOf(POLICY.replace('a booking', '[a booking](https://x.example/booking)'))
  expect(compare(marked, ' Text/Plain; charset=utf-8')).toEqual({ outcome: 'found', version: '6', nearest: null })
})

test('bytes in an unknown encoding are unreadable', () => {
  expect(compare(Uint8Array.from([0x80, 0xff, 0xfe, 0xff]))).toEqual(unread('unreadable-encoding'))
})

test('a page that a script fills in later has too little text', () => {
  expect(compare(bytesOf('<noscript>Please turn on JavaScript</noscript>'))).toEqual(unread('too-little-text'))
})

test('a page of unbounded depth is too complex', () => {
  expect(compare(bytesOf('<div>'.repeat(100_000)))).toEqual(unread('too-complex'))
})

test('nothing is found after the approved text was removed', () => {
  expect(comparePage({ bytes: bytesOf(POLICY), contentType: null }, [])).toEqual(unread('too-little-text'))
})
