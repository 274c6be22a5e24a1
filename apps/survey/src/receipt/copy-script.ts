import { createHash } from 'node:crypto'
import type { Page } from '../http/page.ts'

type CopyWords = Page['words']['thanks']['copyCode']

/**
 * The script of the thanks page with the words of a language: adds a button that copies the receipt code. Without it, a tap
 * or click selects the whole code. A browser that lets no page copy gets no button.
 */
export function copyScript(words: CopyWords): string {
  return `'use strict';(() => {
const code = document.querySelector('.code')
if (!code || !navigator.clipboard) return
const words = ${JSON.stringify(words)}
const line = document.createElement('p')
const button = document.createElement('button')
button.type = 'button'
button.className = 'lang'
button.textContent = words.button
const status = document.createElement('span')
status.setAttribute('role', 'status')
button.addEventListener('click', () => {
  navigator.clipboard.writeText(code.textContent.trim()).then(
    () => { status.textContent = words.done },
    () => { status.textContent = words.failed },
  )
})
line.append(button, '\u2003', status)
code.after(line)
})()
`
}

/** Path of the script: a hash of its text, so that browsers keep it. */
export function copyPath(words: CopyWords): string {
  return `/js/${createHash('sha256').update(copyScript(words)).digest('hex').slice(0, 8)}`
}
